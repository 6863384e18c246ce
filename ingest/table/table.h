#pragma once

#include "gis/model/issue.h"
#include "gis/model/study.h"

#include <string>
#include <vector>

namespace raquette::ingest {

struct TableRow {
    long number = 0;                 ///< what a spreadsheet shows
    std::vector<std::string> cells;  ///< one per column, trimmed, all of them text: leading zeros stay
};

/// The table of one source, whatever file it came from.
struct Table {
    std::vector<std::string> header;
    std::vector<TableRow> rows;
};

/// Reads the table of a source and keeps the rows its filter selects. Rows with more or fewer cells than the header are read and noted in
/// `issues`, in the study's language. Throws model::Error when there is no file, no table in it, or the filter is not OGR SQL.
Table readTable(const model::SourceDeclaration& source, model::Language language, model::Issues& issues);

}  // namespace raquette::ingest
