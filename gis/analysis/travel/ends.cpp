#include "gis/analysis/travel/ends.h"

namespace raquette::analysis {

std::vector<ProviderEnd> providerEnds(const roads::Roads& roads, const std::vector<Provider>& providers) {
    constexpr model::Metres farthest{50000};
    std::vector<ProviderEnd> ends;
    for (const Provider& provider : providers) {
        const model::ArrivalDelay& delay = roads.rules.delayAt(provider.id);
        ProviderEnd end;
        end.doubt = roads.estimate(provider.uncertainty.value);
        if (roads.known.holds(provider.at)) end.spot = roads::spotAt(roads.graph, provider.at, farthest);
        end.delay = roads::plus(roads::toMillis(delay.parking + delay.entry), roads.walk(static_cast<double>(end.spot.metres)));
        ends.push_back(end);
    }
    return ends;
}

std::vector<roads::Heading> headingsOf(model::Trip trip) {
    switch (trip) {
        case model::Trip::There:
            return {roads::Heading::ToSeeds};
        case model::Trip::Back:
            return {roads::Heading::FromSeeds};
        case model::Trip::Both:
            break;
    }
    return {roads::Heading::ToSeeds, roads::Heading::FromSeeds};
}

}  // namespace raquette::analysis
