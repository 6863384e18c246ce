#include "gis/model/error.h"
#include "ingest/table/csv.h"
#include "ingest/table/table_shape.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

// Every row of the file is a row of the table, or of its header, or told as left out. The first byte says what the study says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace raquette;
    if (size == 0) return 0;
    const std::optional<long> header = data[0] % 4 == 0 ? std::optional<long>(data[0] / 4 % 8) : std::nullopt;
    ingest::Csv csv = ingest::parseCsv(fuzz::textOf(data + 1, size - 1));
    const std::size_t rows = csv.rows.size();
    const auto blank = static_cast<std::size_t>(std::ranges::count_if(csv.rows, [](const ingest::TableRow& row) {
        return std::ranges::all_of(row.cells, [](std::string_view cell) {
            return cell.find_first_not_of(" \t\v\f\r\n\xC2\xA0\xE2\x80\xAF\x89\x8B\xEF\xBB\xBF") == std::string_view::npos;
        });
    }));
    ingest::TableReading reading;
    try {
        const ingest::ShapedTable table = ingest::shapeTable({std::move(csv.rows), csv.separator}, header, "Colonne", reading);
        for (const ingest::TableRow& row : table.rows) fuzz::require(row.cells.size() == table.header.size());
        const std::size_t told = table.rows.size() + reading.skipped.size() + static_cast<std::size_t>(reading.headerRows);
        fuzz::require(told <= rows && told + blank >= rows);
        fuzz::require(std::ranges::none_of(table.header, [](const std::string& name) { return name.empty(); }));
    } catch (const model::Error&) {
        fuzz::require(header.has_value());
    }
    return 0;
}
