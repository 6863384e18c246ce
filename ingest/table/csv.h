#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

struct CsvRow {
    long number = 0;  ///< what a spreadsheet shows: the first line is 1, blank lines count, a quoted cell with line breaks is one row
    std::vector<std::string> cells;
};

/// A comma-separated text taken apart, blank rows left out.
struct Csv {
    char separator = ',';
    std::vector<CsvRow> rows;             ///< the first is the header
    std::vector<long> rowsOfStrayQuotes;  ///< a quote opens there and never closes: it was taken as it stands
};

/// Splits CSV text. The separator (`;`, `,`, tab or `|`) is the one the first row has most of, or that of an Excel `sep=` line.
///
/// Written here because GDAL's CSV driver hides what people need to find their row again: its feature ids skip blank lines, it drops the
/// cells beyond the header, and it says nothing of a quote that never closes.
Csv parseCsv(std::string_view text);

/// The cell quoted where it must be.
std::string csvCell(std::string_view text, char separator);

}  // namespace raquette::ingest
