#include "gis/analysis/travel/within_time.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

PairsOfPlaces pairsBelow(const model::Reference& reference, const std::vector<Provider>& providers,
                         std::span<const geometry::LonLat> places, roads::Millis reach, std::span<const roads::Millis> limits) {
    if (!reference.roads) return {std::vector<std::size_t>(places.size(), 0), {}};
    const roads::Roads& roads = *reference.roads;
    const std::vector<roads::Spot> spots = roads::spotsOf(roads.graph, places, {roads.profile.walkLimit});
    const std::vector<ProviderEnd> ends = providerEnds(roads, providers);
    return pairsOf({roads, providers, ends, places, spots, reach, limits});
}

}  // namespace

PairsOfPlaces pairsWithin(const model::Reference& reference, const std::vector<Provider>& providers,
                          std::span<const geometry::LonLat> places, model::Minutes reach) {
    return pairsBelow(reference, providers, places, roads::toMillis(reach), {});
}

PairsOfPlaces pairsWithin(const model::Reference& reference, const std::vector<Provider>& providers,
                          std::span<const geometry::LonLat> places, std::span<const roads::Millis> limits) {
    return pairsBelow(reference, providers, places, limits.empty() ? 0 : *std::ranges::max_element(limits), limits);
}

}  // namespace raquette::analysis
