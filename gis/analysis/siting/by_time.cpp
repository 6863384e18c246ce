#include "gis/analysis/siting/by_time.h"

#include "gis/analysis/travel/journeys.h"
#include "gis/analysis/travel/within_time.h"

#include <tbb/parallel_for.h>
#include <algorithm>

namespace raquette::analysis {

namespace {

/// A place as a provider that is exactly there.
Provider providerAt(geometry::LonLat at) {
    Provider provider;
    provider.at = at;
    return provider;
}

}  // namespace

Demand demandInTime(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                    model::Minutes reach) {
    const PeopleReach people = Journeys(reference, area, providers, reach).people();
    return demandOfPeople(reference, people, [&](std::size_t point) { return static_cast<double>(people.nearestMinutes[point]); });
}

Cover reachedInTime(const model::Reference& reference, const std::vector<geometry::LonLat>& places,
                    const std::vector<geometry::LonLat>& points, model::Minutes reach) {
    std::vector<Provider> providers;
    for (const geometry::LonLat at : places) providers.push_back(providerAt(at));
    const PairsOfPlaces pairs = pairsWithin(reference, providers, points, reach);
    const roads::Millis limit = roads::toMillis(reach);
    Cover reaching;
    reaching.width = static_cast<std::uint32_t>(places.size());
    for (std::size_t point = 0; point < points.size(); ++point) {
        for (const ProviderTime& one : pairs.of(point)) {
            if (one.time <= limit) reaching.members.push_back(one.provider);
        }
        reaching.close();
    }
    return transposed(reaching);
}

Recount recountInTime(const model::Reference& reference, const StudyArea& area, const Demand& demand,
                      const std::vector<geometry::LonLat>& places, model::Minutes reach) {
    std::vector<std::uint32_t> times(demand.served.begin(), demand.served.end());
    for (const geometry::LonLat place : places) {
        const std::vector<Provider> alone{providerAt(place)};
        const Journeys journeys(reference, area, alone, reach);
        tbb::parallel_for(std::size_t{0}, demand.size(), [&](std::size_t i) {
            if (journeys.nearest(demand.at[i]).time <= roads::toMillis(reach)) ++times[i];
        });
    }
    Recount count;
    for (std::size_t i = 0; i < demand.size(); ++i) {
        if (times[i] > 0 && demand.served[i] == 0) count.more += demand.people[i];
        if (times[i] > 1) count.twice += demand.people[i];
    }
    return count;
}

}  // namespace raquette::analysis
