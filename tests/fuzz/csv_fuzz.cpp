#include "ingest/table/csv.h"
#include "tests/fuzz/fuzz.h"

#include <string>

// What was read and is written again reads the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace raquette;
    const ingest::Csv csv = ingest::parseCsv(fuzz::textOf(data, size));
    std::string again;
    long last = 0;
    for (const ingest::TableRow& row : csv.rows) {
        fuzz::require(row.number > last);
        last = row.number;
        for (std::size_t i = 0; i < row.cells.size(); ++i) again += (i == 0 ? "" : ";") + ingest::csvCell(row.cells[i], ';');
        again += '\n';
    }
    const ingest::Csv second = ingest::parseCsv(again, ';');
    if (again.starts_with("sep=")) return 0;
    fuzz::require(second.rows.size() == csv.rows.size() && second.rowsOfStrayQuotes.empty());
    for (std::size_t i = 0; i < csv.rows.size(); ++i) fuzz::require(second.rows[i].cells == csv.rows[i].cells);
    return 0;
}
