#include "ingest/records/read_rows.h"

#include "ingest/table/column_map.h"

namespace raquette::ingest {

RowAccount::RowAccount(const Table& table, model::SourceSummary& summary, RejectedRows& rejects)
    : table_(table), summary_(summary), rejects_(rejects) {
    for (const std::string& column : table.header) {
        if (column != rejectColumn) rejects.header.push_back(column);
    }
    rejects.header.emplace_back(rejectColumn);
}

void RowAccount::countDouble() {
    ++summary_.rows;
    ++summary_.merged;
}

void RowAccount::count(const RowGroup& group, const RecordRow& row) {
    const long size = static_cast<long>(group.size());
    summary_.rows += size;
    summary_.kept += row.rejected() ? 0 : 1;
    summary_.merged += row.rejected() ? 0 : size - 1;
    summary_.rejected += row.rejected() ? size : 0;
    if (!row.rejected()) return;
    for (const TableRow* original : group.originals) putAside(*original, row.rejection());
}

void RowAccount::putAside(const TableRow& row, const std::string& why) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < table_.header.size(); ++i) {
        if (table_.header[i] != rejectColumn) cells.emplace_back(row.cells[i]);
    }
    cells.push_back(why);
    rejects_.rows.push_back(std::move(cells));
}

void tellDoubles(SourceReading& reading, const RowGroups& rows, RowAccount& account) {
    for (const auto& [twin, first] : rows.doubles) {
        RecordRow(reading, *twin).note("", "double-row", {{"row", std::to_string(first)}});
        account.countDouble();
    }
}

}  // namespace raquette::ingest
