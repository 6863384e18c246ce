#include "gis/analysis/travel/within_time.h"

namespace raquette::analysis {

PairsOfPlaces pairsWithin(const model::Reference& reference, const std::vector<Provider>& providers,
                          std::span<const geometry::LonLat> places, model::Minutes reach) {
    if (!reference.roads) return {std::vector<std::size_t>(places.size(), 0), {}};
    const roads::Roads& roads = *reference.roads;
    const std::vector<roads::Spot> spots = roads::spotsOf(roads.graph, places, {roads.profile.walkLimit});
    const std::vector<ProviderEnd> ends = providerEnds(roads, providers);
    return pairsOf({roads, providers, ends, places, spots, roads::toMillis(reach)});
}

}  // namespace raquette::analysis
