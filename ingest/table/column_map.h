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
    std::vector<std::size_t> personal;  ///< columns that look like a natural person's and have no key of their own: private

    bool has(std::string_view key) const { return keys.find(key) != keys.end(); }
    bool uses(std::size_t column) const;
    /// Whether the study does not name it public and it may be about a natural person.
    bool isPrivate(const model::SourceDeclaration& source, std::size_t column) const;
};

/// The column a rejects file adds to say why; ignored when such a file is read again.
inline constexpr std::string_view rejectColumn = "raquette_rejet";

/// Understands the columns of a table: as the study says, else by their names in French or English (data/vocabulary/columns.csv). What was
/// understood of each column, and why, goes to `recognised`. A column the study names and the table lacks throws model::Error
/// with the nearest name there is.
ColumnMap recogniseColumns(const model::SourceDeclaration& source, const Table& table, std::vector<RecognisedColumn>& recognised);

}  // namespace raquette::ingest
