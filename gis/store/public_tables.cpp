#include "gis/store/public_tables.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace raquette::store {

namespace {

constexpr std::string_view privatePrefix = "private_";

}  // namespace

Table withoutPrivate(Table table, const std::vector<std::string>& shared) {
    std::vector<std::size_t> kept;
    std::vector<Column> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Column column = table.columns[i];
        if (column.isPrivate) {
            const std::string field = column.name.starts_with(privatePrefix) ? column.name.substr(privatePrefix.size()) : std::string();
            if (std::ranges::find(shared, field) == shared.end()) continue;
            column.name = field;
        }
        kept.push_back(i);
        columns.push_back(std::move(column));
    }
    const bool whole = kept.size() == table.columns.size();
    table.columns = columns;
    if (whole) return table;
    table.row = [whole = table.row, kept](std::size_t i) {
        Row row = whole(i);
        Row open;
        for (const std::size_t at : kept) open.push_back(std::move(row[at]));
        return open;
    };
    return table;
}

namespace {

void checkNames(const std::vector<Table>& all, const std::vector<std::string>& names) {
    std::vector<std::string> known;
    for (const Table& table : all) known.push_back(table.name);
    for (const std::string& name : names) {
        if (std::ranges::find(known, name) != known.end()) continue;
        throw model::Error(fmt::format("There is no layer “{}” to export. The layers are: {}.", name, fmt::join(known, ", ")));
    }
}

bool isWanted(const Table& table, const std::vector<std::string>& names) {
    if (!names.empty()) return std::ranges::find(names, table.name) != names.end();
    return table.rows > 0 && table.name != "people" && table.name != "study" && table.name != "services";
}

}  // namespace

std::vector<Table> publicTables(const StudyState& state, const std::vector<std::string>& names, Indicators indicators, Audience audience) {
    const std::vector<std::string> shared = audience == Audience::Partners ? state.study.privacy.partner : std::vector<std::string>();
    std::vector<Table> all = layers(state);
    checkNames(all, names);
    std::vector<Table> chosen;
    for (Table& table : all) {
        if (!isWanted(table, names)) continue;
        if (table.name != "indicators" || indicators == Indicators::AsTable) {
            chosen.push_back(withoutPrivate(std::move(table), shared));
            continue;
        }
        using enum model::Level;
        for (const model::Level level : {Commune, Epci, Departement, Region, Area, Study}) {
            if (Table joined = indicatorsOf(state, level); joined.rows > 0) chosen.push_back(std::move(joined));
        }
    }
    return chosen;
}

std::vector<std::string> filledLayers(const StudyState& state) {
    std::vector<std::string> names;
    for (const Table& table : layers(state)) {
        if (table.rows > 0) names.push_back(table.name);
    }
    return names;
}

}  // namespace raquette::store
