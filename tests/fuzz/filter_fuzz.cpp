#include "gis/model/error.h"
#include "ingest/table/table_filter.h"
#include "tests/fuzz/fuzz.h"

#include <string>

// A filter is OGR SQL that keeps some of the rows as they are, or one clear error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace raquette;
    ingest::Table table;
    table.header = {"nom", "discipline", "end"};
    table.rows = {{2, {"Le Fil", "Musique", "2024"}}, {3, {"La Cave", "Danse", ""}}, {5, {"L’Été", "", "1"}}};
    try {
        ingest::keepRows(table, std::string(fuzz::textOf(data, size)), "f");
        fuzz::require(table.rows.size() <= 3);
        for (const ingest::TableRow& row : table.rows) fuzz::require(row.cells.size() == 3 && !row.cells[0].empty());
    } catch (const model::Error&) {
        fuzz::require(table.rows.size() == 3);
    }
    return 0;
}
