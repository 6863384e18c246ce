#pragma once

#include "ingest/table/table_row.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// A comma-separated text taken apart, blank rows left out.
struct Csv {
    char separator = ',';
    std::vector<TableRow> rows;           ///< numbered as a spreadsheet does: blank lines count, a quoted cell with line breaks is one row
    std::vector<long> rowsOfStrayQuotes;  ///< a quote opens there and never closes: it was taken as it stands
};

/// Splits CSV text. The separator is the one given, else that of an Excel `sep=` line, else the one of `;`, `,`, tab and `|` that cuts most
/// of the first rows into the same number of cells: a title above the table has none.
///
/// Written here because GDAL's CSV driver hides what people need to find their row again: its feature ids skip blank lines, it drops the
/// cells beyond the header, and it says nothing of a quote that never closes.
Csv parseCsv(std::string_view text, char separator = '\0');

/// The cell quoted where it must be.
std::string csvCell(std::string_view text, char separator);

}  // namespace raquette::ingest
