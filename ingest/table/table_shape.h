#pragma once

#include "ingest/table/table.h"

#include <optional>
#include <vector>

namespace raquette::ingest {

/// Rows as they stand in a file, before anyone knows which is the header.
struct RawRows {
    std::vector<TableRow> rows;
    char separator = '\0';  ///< of a CSV, where a cell beyond the last column is most often the separator typed inside a text
};

/// A row whose cells are not as many as the columns.
struct MisfitRow {
    long number = 0;
    std::size_t cells = 0;
};

struct ShapedTable {
    std::vector<std::string> header;
    std::vector<TableRow> rows;
    std::vector<MisfitRow> misfits;
};

/// Finds the header among rows as people type them: titles above it, groups over its names, a copy of it further down, totals and footnotes
/// below; what is left out is told in `reading`. `header` is the study's word for where it stands (0: nowhere). A column without a name is
/// called `unnamed` with its number; one that is empty too is dropped; a second column of a name gets ` (2)`.
/// Throws model::Error (without the file's name) when the study's header row is empty.
ShapedTable shapeTable(RawRows raw, std::optional<long> header, const std::string& unnamed, TableReading& reading);

}  // namespace raquette::ingest
