#pragma once

#include "gis/model/issue.h"
#include "gis/model/study.h"
#include "ingest/ingest.h"
#include "ingest/table/table.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// Which column of a table holds what: our key → indexes of its columns.
struct ColumnMap {
    std::map<std::string, std::vector<std::size_t>, std::less<>> keys;
    std::vector<std::size_t> personal;                ///< columns that look like a natural person's and have no key of their own: private
    std::vector<std::size_t> unused;                  ///< that the study says not to read
    std::size_t file = static_cast<std::size_t>(-1);  ///< the one a folder of files adds

    bool has(std::string_view key) const { return keys.find(key) != keys.end(); }
    /// Whether it is spoken for: read as something, kept as private, or not to be read.
    bool isTaken(std::size_t column) const;
    /// Whether the study does not name it public and it may be about a natural person.
    bool isPrivate(const model::SourceDeclaration& source, std::size_t column) const;
};

/// The column a rejects file adds to say why; ignored when such a file is read again.
inline constexpr std::string_view rejectColumn = "raquette_rejet";

/// Whether people give that (folded) name to columns: of one key, or of any.
bool isNameOf(std::string_view key, std::string_view folded);
bool isColumnName(std::string_view folded);

/// Understands the columns of a table: as the study says, else by their names in French or English (data/vocabulary/columns.csv),
/// else, where the name says nothing, by what their cells look like. What was understood of each column, and why, goes to `recognised`. A
/// column the study names and the table lacks throws model::Error with the nearest name there is.
ColumnMap recogniseColumns(const model::SourceDeclaration& source, const Table& table, std::vector<RecognisedColumn>& recognised,
                           model::Language language = model::Language::English);

/// Notes the columns whose cells are plainly something else than their key wants: telephone numbers under a name for capacities. The name
/// wins; each such cell is left out when it is read.
void tellContradictions(const model::SourceDeclaration& source, const Table& table, const ColumnMap& map, model::Language language,
                        model::Issues& issues);

}  // namespace raquette::ingest
