#include "gis/analysis/siting/by_time.h"

#include "gis/analysis/travel/journeys.h"
#include "gis/analysis/travel/within_time.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>

namespace raquette::analysis {

namespace {

using geometry::LonLat;
using roads::Millis;

/// A place as a provider that is exactly there.
Provider providerAt(LonLat at) {
    Provider provider;
    provider.at = at;
    return provider;
}

}  // namespace

std::vector<Provider> providersAt(const std::vector<LonLat>& places) {
    std::vector<Provider> providers;
    for (const LonLat at : places) providers.push_back(providerAt(at));
    return providers;
}

Demand demandInTime(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                    model::Minutes reach) {
    return demandOfPeople(reference, Journeys(reference, area, providers, reach).people(), [](std::size_t) { return 0; });
}

Cover reachedInTime(const model::Reference& reference, const std::vector<LonLat>& places, const std::vector<LonLat>& points,
                    model::Minutes reach) {
    const PairsOfPlaces pairs = pairsWithin(reference, providersAt(places), points, reach);
    const Millis limit = roads::toMillis(reach);
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

NearPlaces nearerInTime(const model::Reference& reference, const std::vector<LonLat>& places, const std::vector<LonLat>& points,
                        const std::vector<double>& limits) {
    const auto endless = static_cast<std::size_t>(std::ranges::count_if(limits, [](double limit) { return std::isinf(limit); }));
    if (endless * places.size() > mostPairs) refusePairs();
    std::vector<Millis> most(limits.size());
    std::ranges::transform(limits, most.begin(),
                           [](double limit) { return std::min(roads::toMillis(limit + 0.001), roads::unreached - 1); });
    const PairsOfPlaces pairs = pairsWithin(reference, providersAt(places), points, most);
    if (pairs.each.size() > mostPairs) refusePairs();
    NearPlaces near(points.size());
    for (std::size_t point = 0; point < points.size(); ++point) {
        for (const ProviderTime& one : pairs.of(point)) {
            if (toSeconds(one.time) < limits[point]) near[point].push_back({one.provider, toSeconds(one.time)});
        }
        std::ranges::sort(near[point], {}, [](const NearPlace& one) { return std::pair(one.far, one.place); });
    }
    return near;
}

PointTimes::PointTimes(const model::Reference& reference, const std::vector<LonLat>& points)
    : roads_(*reference.roads),
      points_(points),
      spots_(roads::spotsOf(reference.roads->graph, points, {reference.roads->profile.walkLimit})) {}

std::vector<Millis> PointTimes::toNearest(const std::vector<Provider>& providers) const {
    const std::vector<ProviderEnd> ends = providerEnds(roads_, providers);
    const NearestJourneys journeys(roads_, providers, ends, Certainty::Nominal);
    std::vector<Millis> times(points_.size());
    tbb::parallel_for(std::size_t{0}, times.size(), [&](std::size_t i) { times[i] = journeys.at(points_[i], spots_[i]).time; });
    return times;
}

std::vector<Millis> PointTimes::to(LonLat place) const {
    return toNearest({providerAt(place)});
}

Recount recountInTime(const PointTimes& times, const Demand& demand, const std::vector<LonLat>& places, model::Minutes reach) {
    std::vector<std::uint32_t> served(demand.served.begin(), demand.served.end());
    for (const LonLat place : places) {
        const std::vector<Millis> there = times.to(place);
        for (std::size_t i = 0; i < served.size(); ++i) served[i] += there[i] <= roads::toMillis(reach) ? 1U : 0U;
    }
    Recount count;
    for (std::size_t i = 0; i < served.size(); ++i) {
        if (served[i] > 0 && demand.served[i] == 0) count.more += demand.people[i];
        if (served[i] > 1) count.twice += demand.people[i];
    }
    return count;
}

std::vector<double> nearestInTime(const PointTimes& times, const std::vector<double>& nearest, const std::vector<LonLat>& places) {
    std::vector<double> least = nearest;
    for (const LonLat place : places) {
        const std::vector<Millis> there = times.to(place);
        for (std::size_t i = 0; i < least.size(); ++i) least[i] = std::min(least[i], toSeconds(there[i]));
    }
    return least;
}

double toSeconds(Millis time) {
    return time == roads::unreached ? std::numeric_limits<double>::infinity() : time / 1000.0;
}

}  // namespace raquette::analysis
