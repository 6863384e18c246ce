#include "gis/store/exports/chosen_rows.h"

#include "gis/model/error.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace raquette::store {

namespace {

/// The column that says what a row is about: figures name their territory.
std::optional<std::size_t> idColumn(const Table& table) {
    for (const std::string_view name : std::array{"id", "territory"}) {
        const auto found = std::ranges::find(table.columns, name, &Column::name);
        if (found != table.columns.end()) return static_cast<std::size_t>(found - table.columns.begin());
    }
    return std::nullopt;
}

Table onlyOf(Table table, const std::set<std::string>& ids) {
    std::vector<std::size_t> kept;
    const auto column = idColumn(table);
    for (std::size_t i = 0; column && i < table.rows; ++i) {
        const Row row = table.row(i);
        const auto* id = std::get_if<std::string>(&row[*column]);
        if (id != nullptr && ids.contains(*id)) kept.push_back(i);
    }
    return rowsOf(std::move(table), kept);
}

void letStop(Table& table, const std::stop_token& stop) {
    table.row = [row = std::move(table.row), stop](std::size_t i) {
        if (stop.stop_requested()) throw model::Error("The export was stopped; what was there before is untouched.");
        return row(i);
    };
}

}  // namespace

Table rowsOf(Table table, const std::vector<std::size_t>& rows) {
    table.rows = rows.size();
    table.row = [row = std::move(table.row), rows](std::size_t i) { return row(rows[i]); };
    if (table.wkb) table.wkb = [wkb = std::move(table.wkb), rows](std::size_t i) { return wkb(rows[i]); };
    return table;
}

ByPlace byPlace(const Table& table) {
    std::vector<std::size_t> placed;
    std::vector<std::size_t> nowhere;
    for (std::size_t i = 0; i < table.rows; ++i) (table.wkb && !table.wkb(i).empty() ? placed : nowhere).push_back(i);
    return {rowsOf(table, placed), rowsOf(table, nowhere)};
}

std::vector<Table> chosenRows(std::vector<Table> tables, const ExportRows& wanted) {
    if (!wanted.ids.empty()) {
        for (Table& table : tables) table = onlyOf(std::move(table), wanted.ids);
        std::erase_if(tables, [](const Table& table) { return table.rows == 0; });
        if (tables.empty()) throw model::Error("None of the layers asked has a row of what was chosen: choose another layer, or all rows.");
    }
    if (wanted.stop.stop_possible()) {
        for (Table& table : tables) letStop(table, wanted.stop);
    }
    return tables;
}

}  // namespace raquette::store
