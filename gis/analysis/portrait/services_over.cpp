#include "gis/analysis/portrait/portrait.h"
#include "gis/analysis/territory_units.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;
using model::TerritoryId;

constexpr double half = 0.5;

const Indicator* indicatorOf(const ServiceResult& result, const TerritoryId& territory) {
    const auto found = std::ranges::find(result.indicators, territory, &Indicator::territory);
    return found == result.indicators.end() ? nullptr : &*found;
}

std::int32_t holderOf(const model::Reference& reference, const model::PopulationPoint& point, Level level) {
    if (level == Level::Commune || level == Level::Epci) return ofCommune(reference, point.commune, level);
    return ofDepartement(reference, point.departement, level);
}

/// People of a territory that has no indicator, and those reached.
void countPeople(const model::Reference& reference, const ServiceResult& result, const TerritoryId& territory, ServiceOver& over) {
    const std::int32_t own = indexOf(reference, territory);
    for (std::size_t i = 0; own != nowhere && i < std::min(reference.people.size(), result.reach.size()); ++i) {
        const model::PopulationPoint& point = reference.people[i];
        if (result.reach[i] == OutsideStudy || holderOf(reference, point, territory.level) != own) continue;
        over.population += model::Inhabitants{point.people};
        if (result.reach[i] >= NominallyReached) over.covered += model::Inhabitants{point.people};
    }
    if (over.population.value > 0)
        over.share = model::Share{static_cast<double>(over.covered.value) / static_cast<double>(over.population.value)};
}

void rank(const ServiceResult& result, ServiceOver& over, Level level) {
    over.rank = 1;
    for (const Indicator& other : result.indicators) {
        if (other.territory.level != level || other.population.value == 0) continue;
        ++over.rankOf;
        if (other.population - other.coveredPopulation > over.uncovered()) ++over.rank;
    }
    if (over.rankOf < 2 || over.uncovered().value == 0) over.rank = over.rankOf = 0;
}

/// The years of the territory, else of the smallest that holds it and has them.
void addTrend(const model::Reference& reference, const ServiceResult& result, const TerritoryId& territory, ServiceOver& over) {
    std::vector<TerritoryId> ids{territory};
    std::ranges::copy(holdersOf(reference, territory), std::back_inserter(ids));
    for (const TerritoryId& id : ids) {
        for (const TimelineRow& row : result.timeline.rows) {
            if (row.territory != id || row.population.value == 0) continue;
            const double share = static_cast<double>(row.coveredPopulation.value) / static_cast<double>(row.population.value);
            over.trend.push_back({model::yearOf(row.day), {share}});
        }
        over.trendOf = id;
        if (over.trend.size() > 1) return;
        over.trend.clear();
    }
}

}  // namespace

std::vector<ServiceOver> servicesOver(const model::Reference& reference, const Analysis& analysis, const TerritoryId& territory) {
    std::vector<ServiceOver> services;
    for (std::uint32_t i = 0; i < analysis.services.size(); ++i) {
        const ServiceResult& result = analysis.services[i];
        ServiceOver over;
        over.service = i;
        if (const Indicator* own = indicatorOf(result, territory)) {
            over.population = own->population;
            over.covered = own->coveredPopulation;
            over.share = own->coveredShare;
            over.nearest = own->nearest;
            over.providers = own->providers;
            if (over.share) rank(result, over, territory.level);
        } else {
            countPeople(reference, result, territory, over);
            if (!over.share) continue;
        }
        over.isReached = over.share && over.share->value >= half;
        addTrend(reference, result, territory, over);
        services.push_back(std::move(over));
    }
    return services;
}

std::optional<model::Inhabitants> populationOf(const model::Reference& reference, const TerritoryId& territory) {
    const std::int32_t index = indexOf(reference, territory);
    if (index == nowhere || territory.level == Level::Study) return std::nullopt;
    const auto at = static_cast<std::size_t>(index);
    if (territory.level == Level::Commune) return reference.communes[at].population;
    if (territory.level == Level::Epci) return reference.epcis[at].population;
    return territory.level == Level::Region ? reference.regions[at].population : reference.departements[at].population;
}

std::vector<Beside> besideOneAnother(const model::Reference& reference, const Analysis& analysis,
                                     const std::vector<TerritoryId>& territories, std::size_t service) {
    std::vector<Beside> rows;
    for (const TerritoryId& territory : territories) {
        Beside row{territory, nameOf(reference, territory), populationOf(reference, territory), {}, {}, {}, 0};
        if (service < analysis.services.size()) {
            const ServiceResult& result = analysis.services[service];
            if (const Indicator* own = indicatorOf(result, territory)) {
                row.providers = own->providers;
                row.covered = own->coveredShare;
            } else {
                ServiceOver counted;
                countPeople(reference, result, territory, counted);
                row.covered = counted.share;
            }
        }
        for (const TerritoryFunding& funding : analysis.funding.territories) {
            if (funding.territory != territory || !funding.type.empty()) continue;
            row.perInhabitant = funding.perInhabitant;
            row.contracts = funding.contracts;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace raquette::analysis
