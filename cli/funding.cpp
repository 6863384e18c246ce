#include "cli/funding.h"

#include "cli/json.h"
#include "cli/text_table.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using analysis::Funding;
using analysis::TerritoryFunding;
using analysis::TerritoryGrants;
using nlohmann::ordered_json;

template <class Number>
ordered_json optional(const std::optional<Number>& value) {
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json euros(const std::optional<model::Euros>& amount) {
    return amount ? ordered_json(std::round(amount->value * 100) / 100) : ordered_json(nullptr);
}

ordered_json perPerson(const std::optional<double>& value) {
    return value ? ordered_json(tidy(*value)) : ordered_json(nullptr);
}

ordered_json contractJson(const analysis::ContractFunding& row) {
    return {{"contract", row.contract},
            {"title", row.title},
            {"type", row.type},
            {"in_force", model::name(row.inForce)},
            {"population", row.population ? ordered_json(row.population->value) : ordered_json(nullptr)},
            {"year", optional(row.year)},
            {"eur_per_year", euros(row.perYear)},
            {"eur_per_inhabitant", perPerson(row.perInhabitant)},
            {"below_floor", row.belowFloor}};
}

ordered_json territoryJson(const TerritoryFunding& row) {
    return {{"territory", row.territory.text()},
            {"type", row.type},
            {"population", row.population.value},
            {"contracts", row.contracts},
            {"possibly_in_force", row.possibly},
            {"under_contract", row.underContract.value},
            {"without_amount", row.withoutAmount},
            {"eur_per_year", euros(row.perYear)},
            {"eur_per_inhabitant", perPerson(row.perInhabitant)},
            {"rank_class", optional(row.rankClass)}};
}

ordered_json grantsJson(const TerritoryGrants& row) {
    return {{"territory", row.territory.text()},
            {"actors", row.actors},
            {"asked_actors", row.askedActors},
            {"granted_actors", row.grantedActors},
            {"never_asked", row.neverAsked},
            {"unknown_grants", row.unknownGrants},
            {"asked_eur", euros(row.asked)},
            {"granted_eur", euros(row.granted)},
            {"eur_per_inhabitant", perPerson(row.grantedPerInhabitant)}};
}

/// The study, régions and départements: what a meeting compares.
bool isShown(model::Level level) {
    return level == model::Level::Study || level == model::Level::Region || level == model::Level::Departement;
}

std::string perPersonText(model::Language language, const std::optional<double>& value) {
    return value ? text::decimal(language, *value, *value < 0.1 ? 4 : 2) : "–";
}

std::string contractsText(const store::StudyState& state) {
    const model::Language language = state.study.language;
    const auto heading = [&](const char* key) { return text::say(language, std::string("cli.funding.") + key); };
    TextTable table({{heading("region")},
                     {heading("contracts"), Align::Right},
                     {heading("possibly"), Align::Right},
                     {heading("people"), Align::Right},
                     {heading("each"), Align::Right}});
    bool some = false;
    for (const TerritoryFunding& row : state.analysis.funding.territories) {
        if (row.territory.level != model::Level::Region || !row.type.empty() || row.contracts + row.possibly == 0) continue;
        const std::int32_t at = indexOf(state.reference.regions, row.territory.code);
        const double share = static_cast<double>(row.underContract.value) / static_cast<double>(row.population.value);
        table.add({at == model::nowhere ? row.territory.code : state.reference.regions[static_cast<std::size_t>(at)].name,
                   text::number(language, row.contracts), text::number(language, row.possibly), text::percent(language, {share}),
                   perPersonText(language, row.perInhabitant)});
        some = true;
    }
    if (!some) return {};
    return text::say(language, "cli.funding.title", {{"date", text::date(language, state.study.date)}}) + "\n\n" + table.text() + "\n";
}

std::string belowFloorText(const store::StudyState& state) {
    const model::Language language = state.study.language;
    std::string names;
    for (const analysis::ContractFunding& row : state.analysis.funding.contracts) {
        if (row.belowFloor) names += (names.empty() ? "" : ", ") + row.title;
    }
    if (names.empty()) return {};
    return text::say(language, "cli.funding.below",
                     {{"floor", text::decimal(language, state.study.contracts.floor.value_or(0), 2)}, {"names", names}}) +
           "\n";
}

std::string grantsText(const store::StudyState& state) {
    const auto& grants = state.analysis.funding.grants;
    if (grants.empty()) return {};
    const model::Language language = state.study.language;
    const TerritoryGrants& whole = grants.front();
    return text::say(language, "cli.grants",
                     {{"actors", text::number(language, whole.actors)},
                      {"asked", text::number(language, whole.askedActors)},
                      {"granted", text::number(language, whole.grantedActors)},
                      {"never", text::number(language, whole.neverAsked)},
                      {"unknown", text::number(language, whole.unknownGrants)}}) +
           "\n";
}

}  // namespace

ordered_json fundingJson(const Funding& funding) {
    ordered_json document{{"contracts", ordered_json::array()}, {"territories", ordered_json::array()}, {"grants", ordered_json::array()}};
    for (const auto& row : funding.contracts) document["contracts"].push_back(contractJson(row));
    for (const auto& row : funding.territories) {
        if (isShown(row.territory.level)) document["territories"].push_back(territoryJson(row));
    }
    for (const auto& row : funding.grants) {
        if (isShown(row.territory.level)) document["grants"].push_back(grantsJson(row));
    }
    return document;
}

std::string fundingText(const store::StudyState& state) {
    const std::string out = contractsText(state) + belowFloorText(state) + grantsText(state);
    return out.empty() ? out : out + "\n";
}

}  // namespace raquette::cli
