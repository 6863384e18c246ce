#include "gis/analysis/comparison/comparison.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace raquette::analysis {

namespace {

using ProviderKey = std::pair<model::RecordKind, std::string>;

/// Indexes of the providers that the other state does not have.
std::vector<std::uint32_t> missingFrom(const std::vector<Provider>& other, const std::vector<Provider>& providers) {
    std::set<ProviderKey> known;
    for (const Provider& provider : other) known.emplace(provider.kind, provider.id);
    std::vector<std::uint32_t> missing;
    for (std::uint32_t i = 0; i < providers.size(); ++i) {
        if (!known.contains({providers[i].kind, providers[i].id})) missing.push_back(i);
    }
    return missing;
}

void compareTerritories(const ServiceResult& before, const ServiceResult& after, ServiceComparison& comparison) {
    std::map<model::TerritoryId, const Indicator*> later;
    for (const Indicator& indicator : after.indicators) later.emplace(indicator.territory, &indicator);
    for (const Indicator& first : before.indicators) {
        const auto found = later.find(first.territory);
        if (found == later.end() || first.territory.level == model::Level::Study) continue;
        const Indicator& second = *found->second;
        if (first.population != second.population) {
            comparison.notComparable.push_back(first.territory);
        } else if (first.coveredPopulation != second.coveredPopulation) {
            comparison.territories.push_back({first.territory, first.population, first.coveredPopulation, second.coveredPopulation});
        }
    }
    std::ranges::stable_sort(comparison.territories, std::greater{},
                             [](const TerritoryChange& row) { return std::abs((row.coveredAfter - row.coveredBefore).value); });
}

}  // namespace

StatesComparison compare(const Analysis& before, const Analysis& after) {
    StatesComparison result;
    const auto at = [](const Analysis& analysis, const std::string& id) {
        return std::ranges::find_if(analysis.services, [&](const ServiceResult& one) { return one.service.id == id; });
    };
    for (std::size_t i = 0; i < before.services.size(); ++i) {
        const ServiceResult& first = before.services[i];
        const auto found = at(after, first.service.id);
        if (found == after.services.end()) {
            result.onlyBefore.push_back(first.service.id);
            continue;
        }
        ServiceComparison comparison;
        comparison.before = i;
        comparison.after = static_cast<std::size_t>(found - after.services.begin());
        comparison.arrived = missingFrom(first.providers, found->providers);
        comparison.left = missingFrom(found->providers, first.providers);
        comparison.sameReach = first.service.reach == found->service.reach;
        compareTerritories(first, *found, comparison);
        result.services.push_back(std::move(comparison));
    }
    for (const ServiceResult& second : after.services) {
        if (at(before, second.service.id) == before.services.end()) result.onlyAfter.push_back(second.service.id);
    }
    return result;
}

}  // namespace raquette::analysis
