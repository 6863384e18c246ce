#include "gis/store/cells.h"
#include "gis/store/read_parts.h"
#include "gis/text/functions.h"

#include <algorithm>
#include <map>

// What many services, functions, contracts and links say together: read for the cards and pages that quote it.

namespace raquette::store {

namespace {

using analysis::Filiere;
using analysis::ServiceResult;

int count(const StoredRow& row, const char* column) {
    return static_cast<int>(row.whole(column).value_or(0));
}

model::Inhabitants people(const StoredRow& row, const char* column) {
    return {row.whole(column).value_or(0)};
}

std::optional<model::Euros> euros(const StoredRow& row, const char* column) {
    const auto value = row.number(column);
    return value ? std::optional(model::Euros{*value}) : std::nullopt;
}

std::optional<model::Metres> metres(const StoredRow& row, const char* column) {
    const auto kilometres = row.number(column);
    return kilometres ? std::optional(model::kilometres(*kilometres)) : std::nullopt;
}

model::TerritoryId territoryOf(const StoredRow& row) {
    return model::TerritoryId::parse(row.text("territory")).value_or(model::TerritoryId{});
}

void readFunctions(StoredTables& store, Filiere& filiere) {
    filiere.functions = text::filiereFunctions();
    filiere.ofFiliere = filiere.functions.size();
    std::map<std::string, std::uint32_t> functions;
    for (std::uint32_t i = 0; i < filiere.functions.size(); ++i) functions.emplace(filiere.functions[i], i);
    store.read("functions", [&](const StoredRow& row) {
        const model::TerritoryId territory = territoryOf(row);
        if (filiere.territories.empty() || filiere.territories.back() != territory) {
            filiere.territories.push_back(territory);
            filiere.surveyed.push_back(named(row.text("surveyed"), model::SurveyState::Yes, model::SurveyState::NotStated));
        }
        const std::string word = row.text("function");
        const auto [function, isNew] = functions.try_emplace(word, static_cast<std::uint32_t>(filiere.functions.size()));
        if (isNew) filiere.functions.push_back(word);
        filiere.presences.push_back({static_cast<std::uint32_t>(filiere.territories.size() - 1), function->second, count(row, "structures"),
                                     count(row, "members"), count(row, "not_members"), count(row, "poolable"), metres(row, "nearest_km"),
                                     row.text("nearest_id"), row.text("nearest_name")});
    });
}

void readBaskets(StoredTables& store, StudyState& state) {
    store.read("baskets", [&](const StoredRow& row) {
        analysis::Basket basket;
        basket.territory = territoryOf(row);
        basket.population = people(row, "population");
        const std::vector<std::string> reached = split(row.text("reached"));
        for (const ServiceResult& result : state.analysis.services)
            basket.reached.push_back(std::ranges::find(reached, result.service.id) != reached.end());
        basket.withAll = people(row, "all_population");
        basket.withNone = people(row, "none_population");
        basket.type = static_cast<std::uint32_t>(std::max(1, count(row, "type")) - 1);
        basket.differs = count(row, "differs");
        state.analysis.filiere.baskets.push_back(std::move(basket));
    });
}

std::optional<int> year(const StoredRow& row) {
    const auto value = row.whole("year");
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

void readFunding(StoredTables& store, analysis::Funding& funding) {
    store.read("funding", [&](const StoredRow& row) {
        analysis::ContractFunding contract{row.text("contract"),
                                           row.text("title"),
                                           row.text("type"),
                                           named(row.text("in_force"), model::InForce::Ended, model::InForce::Possibly),
                                           std::nullopt,
                                           euros(row, "eur_per_year"),
                                           year(row),
                                           row.number("eur_per_inhabitant"),
                                           count(row, "below_floor") == 1};
        if (const auto population = row.whole("population")) contract.population = model::Inhabitants{*population};
        funding.contracts.push_back(std::move(contract));
    });
    store.read("funding_territories", [&](const StoredRow& row) {
        analysis::TerritoryFunding territory{territoryOf(row),
                                             row.text("type"),
                                             people(row, "population"),
                                             count(row, "contracts"),
                                             count(row, "possibly_in_force"),
                                             people(row, "under_contract"),
                                             count(row, "without_amount"),
                                             euros(row, "eur_per_year"),
                                             row.number("eur_per_inhabitant"),
                                             {}};
        if (const auto rank = row.whole("rank_class")) territory.rankClass = static_cast<int>(*rank);
        funding.territories.push_back(std::move(territory));
    });
}

void readComplementarities(StoredTables& store, analysis::Cooperation& cooperation) {
    store.read("complementarities", [&](const StoredRow& row) {
        cooperation.complementarities.push_back({{row.text("id_a"), row.text("id_b")},
                                                 {row.text("name_a"), row.text("name_b")},
                                                 {row.text("brings_a"), row.text("brings_b")},
                                                 {row.text("commune_a"), row.text("commune_b")},
                                                 metres(row, "distance_km").value_or(model::Metres{}),
                                                 {row.number("uncertainty_m").value_or(0)},
                                                 count(row, "had_link") == 1});
    });
}

void readTimeline(StoredTables& store, StudyState& state) {
    const auto timelineOf = [&](const StoredRow& row) -> analysis::Timeline* {
        const std::string id = row.text("service");
        const auto found = std::ranges::find(state.analysis.services, id, [](const ServiceResult& result) { return result.service.id; });
        return found == state.analysis.services.end() ? nullptr : &found->timeline;
    };
    store.read("timeline", [&](const StoredRow& row) {
        const auto day = model::parseDay(row.text("date"));
        analysis::Timeline* timeline = timelineOf(row);
        if (day && timeline != nullptr)
            timeline->rows.push_back({*day, territoryOf(row), people(row, "population"), people(row, "covered_population")});
    });
    store.read("timeline_providers", [&](const StoredRow& row) {
        const auto day = model::parseDay(row.text("date"));
        analysis::Timeline* timeline = timelineOf(row);
        if (day && timeline != nullptr)
            timeline->days.push_back({*day, count(row, "providers"), count(row, "opened"), count(row, "closed")});
    });
}

}  // namespace

void readFindings(StoredTables& store, StudyState& state) {
    readFunctions(store, state.analysis.filiere);
    readBaskets(store, state);
    readFunding(store, state.analysis.funding);
    readComplementarities(store, state.analysis.cooperation);
    readTimeline(store, state);
}

}  // namespace raquette::store
