#pragma once

#include "gis/model/issue.h"
#include "gis/model/study.h"
#include "ingest/table/table_reading.h"
#include "ingest/table/table_row.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// The table of one source, whatever file it came from.
struct Table {
    std::vector<std::string> header;
    std::vector<TableRow> rows;
    std::vector<TableReading> readings;  ///< how it was read: one, or one for each file of a folder
};

/// The column a folder of files adds to say which file a row stands in.
inline constexpr std::string_view fileColumn = "raquette_fichier";

/// Reads the table of a source, whatever its format (told by its content, not its name), finds its header, sets titles, totals and
/// footnotes aside, and keeps the rows its filter selects. Whatever was guessed or left out is in the table's readings and noted in
/// `issues`, in the study's language. Throws model::Error when there is no file, no table in it, or the filter is not OGR SQL.
Table readTable(const model::SourceDeclaration& source, model::Language language, model::Issues& issues);

/// Gives an issue about a row the file and the sheet the row stands in.
void locate(model::Issue& issue, const Table& table, const TableRow& row);

}  // namespace raquette::ingest
