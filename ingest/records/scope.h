#pragma once

#include "gis/model/study.h"
#include "ingest/place/gazetteer.h"
#include "ingest/records/record_row.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// Reads the territories a contract is about, as networks write them: `commune:42218`, `région:82` (an old région, carried to today's),
/// `Loire`, `département de la Loire`, `Loire (42)`, the SIREN or the name of an EPCI, the label or the file of an `[[area]]` of the study.
/// Words that say less than a territory are asked back, never guessed.
class ScopeReader {
public:
    ScopeReader(const model::Study& study, const Gazetteer& gazetteer);

    /// The territories of the cell of `scope`; what cannot be read is noted on the row and left out.
    std::vector<model::TerritoryId> read(RecordRow& row) const;

private:
    using Territories = std::vector<model::TerritoryId>;
    /// Old régions of one cell, told together: those that make up a région of today are it, a part of them is less.
    using OldRegionCodes = std::set<std::string>;

    /// One territory, or several between commas, `+`, "et" or `&`, whole names that hold one of these first; a word before one says the
    /// level of it and of those behind it.
    bool readPart(RecordRow& row, std::string_view words, std::optional<model::Level> level, Territories& scope, OldRegionCodes& old,
                  std::size_t firstSeparator = 0) const;
    /// All the words as one territory; else `level` is what their first word says, and `words` what follows that.
    bool readWhole(RecordRow& row, std::string_view& words, std::optional<model::Level>& level, Territories& scope,
                   OldRegionCodes& old) const;
    std::optional<model::TerritoryId> readOne(RecordRow& row, const std::string& words, std::optional<model::Level> level,
                                              OldRegionCodes& old) const;
    std::optional<model::TerritoryId> byCode(RecordRow& row, model::Level level, const std::string& code, OldRegionCodes& old) const;
    std::optional<model::TerritoryId> byName(const std::string& words, std::optional<model::Level> level, OldRegionCodes& old) const;
    /// An EPCI by what tells its name from others; said, as its kind or its perimeter may have changed.
    std::optional<model::TerritoryId> epciLike(RecordRow& row, const std::string& folded) const;
    /// `Loire (42)`, `Saint-Denis (93)`: the code in brackets says which.
    std::optional<model::TerritoryId> withCode(const std::string& part) const;
    std::optional<model::TerritoryId> carried(const std::string& oldCode, OldRegionCodes& old) const;
    void tellOldRegions(RecordRow& row, const OldRegionCodes& old) const;
    /// « EPCI » alone says how large, not which: the title may.
    void byTitle(RecordRow& row, model::Level level, Territories& scope, OldRegionCodes& old) const;
    /// Whether the row's own shape lies elsewhere; never said of overseas territories, which maps draw in insets beside the mainland.
    bool liesElsewhere(const RecordRow& row, const model::TerritoryId& territory) const;
    /// What is asked of the person who can tell: the area's polygon, which of two codes, or what the words mean.
    void askBack(RecordRow& row, const std::string& part) const;

    struct OldRegion {
        std::string name;
        std::string today;
    };

    const Gazetteer* gazetteer_;
    std::map<std::string, std::string> areas_;  ///< folded id or label → id
    std::map<std::string, std::vector<model::TerritoryId>> names_;
    std::map<std::string, std::vector<std::string>> epciStems_;  ///< name without « communauté de communes » and the like → codes
    std::map<std::string, std::string> areaFiles_;               ///< file name of an `[[area]]` with a path → id
    std::map<std::string, OldRegion> oldRegions_;                ///< by code of before 2016
    std::map<std::string, std::string> oldRegionNames_;          ///< folded name → code
};

}  // namespace raquette::ingest
