#include "gis/analysis/filiere/words.h"
#include "gis/store/cells.h"
#include "gis/store/layers.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::store {

namespace {

using enum ColumnType;
using analysis::Filiere;
using model::Level;

std::string serviceIds(const StudyState& state, const std::vector<bool>& reached, bool wanted) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < reached.size(); ++i) {
        if (reached[i] == wanted) ids.push_back(state.analysis.services[i].service.id);
    }
    return joined(ids);
}

/// `diffusion 0.685 | repetition 0.577`: the share of its people that each service reaches, of its area where nobody lives. Baskets are
/// in the order of indicators.
std::string sharesWords(const StudyState& state, std::size_t basket) {
    std::vector<std::string> shares;
    for (const analysis::ServiceResult& result : state.analysis.services) {
        if (basket >= result.indicators.size()) continue;
        const analysis::Indicator& indicator = result.indicators[basket];
        const auto& share = indicator.coveredShare ? indicator.coveredShare : indicator.coveredAreaShare;
        if (share) shares.push_back(fmt::format("{} {:.3f}", result.service.id, share->value));
    }
    return joined(shares);
}

Table functions(const Filiere& filiere) {
    Table table{"functions", GeometryKind::None, {}, filiere.presences.size(), {}, {}};
    table.columns = {{"territory"},
                     {"level"},
                     {"function"},
                     {"structures", Integer},
                     {"members", Integer},
                     {"not_members", Integer, "not_member"},
                     {"membership_unknown", Integer, "memb_unkn"},
                     {"poolable", Integer},
                     {"nearest_km", Real},
                     {"nearest_id"},
                     {"nearest_name", Text, "nearest"},
                     {"surveyed"}};
    table.row = [&filiere](std::size_t i) {
        const analysis::FunctionPresence& row = filiere.presences[i];
        const model::TerritoryId& territory = filiere.territories[row.territory];
        return Row{territory.text(),
                   std::string(name(territory.level)),
                   filiere.functions[row.function],
                   cell(row.structures),
                   cell(row.members),
                   cell(row.notMembers),
                   cell(row.structures - row.members - row.notMembers),
                   cell(row.poolable),
                   kilometresCell(row.nearest),
                   cell(row.nearestId),
                   cell(row.nearestName),
                   std::string(name(filiere.surveyed[row.territory]))};
    };
    return table;
}

Table baskets(const StudyState& state) {
    const Filiere& filiere = state.analysis.filiere;
    Table table{"baskets", GeometryKind::None, {}, filiere.baskets.size(), {}, {}};
    table.columns = {{"territory"},
                     {"level"},
                     {"population", Integer},
                     {"services", Integer},
                     {"reached"},
                     {"lacking"},
                     {"shares"},
                     {"all_population", Integer, "all_pop"},
                     {"none_population", Integer, "none_pop"},
                     {"type", Integer},
                     {"differs", Integer}};
    table.row = [&state, &filiere](std::size_t i) {
        const analysis::Basket& basket = filiere.baskets[i];
        return Row{basket.territory.text(),
                   std::string(name(basket.territory.level)),
                   cell(basket.population),
                   static_cast<std::int64_t>(std::ranges::count(basket.reached, true)),
                   cell(serviceIds(state, basket.reached, true)),
                   cell(serviceIds(state, basket.reached, false)),
                   cell(sharesWords(state, i)),
                   cell(basket.withAll),
                   cell(basket.withNone),
                   static_cast<std::int64_t>(basket.type) + 1,
                   cell(basket.differs)};
    };
    return table;
}

Table basketTypes(const StudyState& state) {
    const Filiere& filiere = state.analysis.filiere;
    Table table{"basket_types", GeometryKind::None, {}, filiere.types.size(), {}, {}};
    table.columns = {{"type", Integer},    {"label_fr"},          {"label_en"},           {"reached"},
                     {"lacking"},          {"communes", Integer}, {"epcis", Integer},     {"departements", Integer, "deps"},
                     {"regions", Integer}, {"areas", Integer},    {"population", Integer}};
    table.row = [&state, &filiere](std::size_t i) {
        const analysis::BasketType& type = filiere.types[i];
        Row row{static_cast<std::int64_t>(i) + 1, analysis::basketWords(state.analysis, type.reached, model::Language::French),
                analysis::basketWords(state.analysis, type.reached, model::Language::English), cell(serviceIds(state, type.reached, true)),
                cell(serviceIds(state, type.reached, false))};
        for (const Level level : {Level::Commune, Level::Epci, Level::Departement, Level::Region, Level::Area}) {
            row.push_back(cell(type.territories[static_cast<std::size_t>(level)]));
        }
        row.push_back(cell(type.population));
        return row;
    };
    return table;
}

}  // namespace

std::vector<Table> filiereTables(const StudyState& state) {
    std::vector<Table> tables;
    tables.push_back(functions(state.analysis.filiere));
    tables.push_back(baskets(state));
    tables.push_back(basketTypes(state));
    return tables;
}

}  // namespace raquette::store
