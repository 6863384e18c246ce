#include "viewer/sheets/figures.h"

#include <algorithm>

namespace raquette::viewer {

namespace {

const analysis::Indicator* indicatorOf(const analysis::ServiceResult& result, const model::TerritoryId& territory) {
    const auto found = std::find_if(result.indicators.begin(), result.indicators.end(),
                                    [&](const analysis::Indicator& indicator) { return indicator.territory == territory; });
    return found == result.indicators.end() ? nullptr : &*found;
}

bool liesIn(const model::Reference& reference, const model::PopulationPoint& point, const model::TerritoryId& territory) {
    const auto is = [&](const auto& units, std::int32_t index) {
        return index != model::nowhere && index == indexOf(units, territory.code);
    };
    const std::int32_t region =
        point.departement == model::nowhere ? model::nowhere : reference.departements[static_cast<std::size_t>(point.departement)].parent;
    const std::int32_t epci =
        point.commune == model::nowhere ? model::nowhere : reference.communes[static_cast<std::size_t>(point.commune)].epci;
    switch (territory.level) {
        case model::Level::Commune:
            return is(reference.communes, point.commune);
        case model::Level::Epci:
            return is(reference.epcis, epci);
        case model::Level::Departement:
            return is(reference.departements, point.departement);
        case model::Level::Region:
            return is(reference.regions, region);
        default:
            return true;
    }
}

Figures counted(const model::Reference& reference, const analysis::ServiceResult& result, const model::TerritoryId& territory) {
    Figures figures;
    for (std::size_t i = 0; i < std::min(reference.people.size(), result.reach.size()); ++i) {
        if (!liesIn(reference, reference.people[i], territory)) continue;
        const model::Inhabitants people{reference.people[i].people};
        if (result.reach[i] != analysis::OutsideStudy) figures.population += people;
        if (result.reach[i] >= analysis::NominallyReached) figures.covered += people;
    }
    return figures;
}

}  // namespace

std::optional<model::Share> Figures::shareOf(model::Inhabitants people) const {
    if (population.value <= 0) return std::nullopt;
    return model::Share{static_cast<double>(people.value) / static_cast<double>(population.value)};
}

Figures figuresOf(const model::Reference& reference, const analysis::ServiceResult& result,
                  const std::optional<model::TerritoryId>& territory) {
    if (territory) {
        const auto* indicator = indicatorOf(result, *territory);
        return indicator ? Figures{indicator->population, indicator->coveredPopulation, {}, {}} : counted(reference, result, *territory);
    }
    const auto* study = indicatorOf(result, {model::Level::Study, ""});
    if (!study) study = indicatorOf(result, {model::Level::Study, "study"});
    Figures figures = study ? Figures{study->population, study->coveredPopulation, {}, {}} : counted(reference, result, {});
    figures.coveredAtShorter = result.coveredAtShorter;
    figures.coveredAtLonger = result.coveredAtLonger;
    return figures;
}

}  // namespace raquette::viewer
