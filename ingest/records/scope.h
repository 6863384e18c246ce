#pragma once

#include "gis/model/study.h"
#include "ingest/place/gazetteer.h"
#include "ingest/records/record_row.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace raquette::ingest {

/// Reads the territories a contract is about, as networks write them: `commune:42218`, `région:82` (an old région, carried to today's),
/// `Loire`, `département de la Loire`, the label of an `[[area]]` of the study.
class ScopeReader {
public:
    ScopeReader(const model::Study& study, const Gazetteer& gazetteer);

    /// The territories of the cell of `scope`; what cannot be read is noted on the row and left out.
    std::vector<model::TerritoryId> read(RecordRow& row) const;

private:
    std::optional<model::TerritoryId> byCode(RecordRow& row, std::string_view prefix, std::string_view code) const;
    std::optional<model::TerritoryId> byName(RecordRow& row, const std::string& words) const;
    std::optional<model::TerritoryId> carried(RecordRow& row, const std::string& oldCode) const;

    struct OldRegion {
        std::string name;
        std::string today;
    };

    const Gazetteer* gazetteer_;
    std::map<std::string, std::string> areas_;  ///< folded id or label → id
    std::map<std::string, std::vector<model::TerritoryId>> names_;
    std::map<std::string, OldRegion> oldRegions_;        ///< by code of before 2016
    std::map<std::string, std::string> oldRegionNames_;  ///< folded name → code
};

}  // namespace raquette::ingest
