#include "gis/store/meaning.h"

#include "gis/text/catalogue.h"

#include <array>
#include <string_view>

namespace raquette::store {

namespace {

/// Columns of one name with another meaning in one layer.
constexpr auto ownMeanings = std::to_array<std::string_view>({"services.reach",
                                                              "services.reach",
                                                              "gaps.name",
                                                              "gaps.population",
                                                              "gaps.certainty",
                                                              "coverage.population",
                                                              "coverage.certainty",
                                                              "contracts.type",
                                                              "people.population",
                                                              "people.commune",
                                                              "gaps.nearest_km",
                                                              "sources.date",
                                                              "territories.population",
                                                              "coverage.date",
                                                              "provenance.kept",
                                                              "completeness.records",
                                                              "completeness.asked",
                                                              "completeness.answered",
                                                              "services.surveyed",
                                                              "services.asked",
                                                              "services.answered",
                                                              "services.confirmed",
                                                              "providers.kind",
                                                              "timeline.date",
                                                              "timeline_providers.date",
                                                              "timeline_providers.providers",
                                                              "timeline_providers.opened",
                                                              "timeline_providers.closed",
                                                              "endings.communes",
                                                              "funding.in_force",
                                                              "funding.population",
                                                              "funding_territories.contracts",
                                                              "grants_territories.actors",
                                                              "grants_territories.eur_per_inhabitant",
                                                              "functions.structures",
                                                              "functions.members",
                                                              "functions.nearest_km",
                                                              "functions.nearest_name",
                                                              "baskets.services",
                                                              "baskets.type",
                                                              "basket_types.type",
                                                              "basket_types.communes",
                                                              "basket_types.population",
                                                              "cooperation.structures",
                                                              "isolation.kind",
                                                              "cooperation_groups.structures",
                                                              "bridges.kind",
                                                              "complementarities.uncertainty_m"});

}  // namespace

std::string meaning(model::Language language, const Table& table, const Column& column) {
    if (column.name.starts_with("reach_")) return text::say(language, "column.reach", {{"service", column.name.substr(6)}});
    const std::string own = table.name + "." + column.name;
    for (const std::string_view candidate : ownMeanings) {
        if (candidate == own) return text::say(language, "column." + own);
    }
    return text::say(language, "column." + column.name);
}

}  // namespace raquette::store
