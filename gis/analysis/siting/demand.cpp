#include "gis/analysis/siting/demand.h"

#include "gis/geometry/geodesic.h"
#include "gis/geometry/nearest.h"
#include "gis/model/error.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <atomic>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace raquette::analysis {

namespace {

using geometry::EarthIndex;
using geometry::LonLat;
using geometry::Neighbour;

/// A chord of this length spans the Earth.
constexpr double everywhere = 13e6;

/// By place and people, not by row: the order of a population file changes nothing.
void sortByPlace(Demand& demand) {
    std::map<std::pair<double, double>, std::size_t> places;
    for (std::size_t i = 0; i < demand.size(); ++i) places.emplace(std::pair(demand.at[i].lat, demand.at[i].lon), i);
    std::map<std::pair<double, double>, std::int64_t> people;
    for (std::size_t i = 0; i < demand.size(); ++i) people[{demand.at[i].lat, demand.at[i].lon}] += demand.people[i];
    Demand sorted;
    for (const auto& [place, i] : places) {
        sorted.at.push_back(demand.at[i]);
        sorted.people.push_back(people[place]);
        sorted.served.push_back(demand.served[i]);
        sorted.nearest.push_back(demand.nearest[i]);
    }
    demand = std::move(sorted);
}

void measureNearest(Demand& demand, const std::vector<Provider>& providers) {
    demand.nearest.assign(demand.size(), std::numeric_limits<double>::infinity());
    if (providers.empty()) return;
    std::vector<LonLat> places;
    for (const Provider& provider : providers) places.push_back(provider.at);
    const EarthIndex index(places);
    tbb::parallel_for(std::size_t{0}, demand.size(), [&](std::size_t i) {
        const Neighbour nearest = index.nearest(demand.at[i]);
        demand.nearest[i] = geometry::geodesicDistance(demand.at[i], places[nearest.index]).value;
    });
}

}  // namespace

Demand demandOf(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Metres reach) {
    Demand demand = demandOfPeople(reference, reachOfPeople(reference, area, providers, reach), [](std::size_t) { return 0; });
    measureNearest(demand, providers);
    return demand;
}

Demand demandOfPeople(const model::Reference& reference, const PeopleReach& people, const std::function<double(std::size_t)>& nearest) {
    Demand demand;
    for (std::size_t i = 0; i < reference.people.size(); ++i) {
        if (people.reach[i] == OutsideStudy || reference.people[i].people <= 0) continue;
        demand.at.push_back(reference.people[i].at);
        demand.people.push_back(reference.people[i].people);
        const bool served = people.reach[i] >= NominallyReached;
        demand.served.push_back(!served ? 0 : people.sole[i] != noProvider ? 1 : 2);
        demand.nearest.push_back(nearest(i));
    }
    sortByPlace(demand);
    return demand;
}

Cover reachedFrom(const std::vector<LonLat>& places, const std::vector<LonLat>& points, model::Metres reach) {
    const EarthIndex index(points);
    std::vector<std::vector<std::uint32_t>> lists(places.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, places.size(), 16), [&](const auto& range) {
        for (std::size_t p = range.begin(); p != range.end(); ++p) {
            index.within(places[p], reach.value, [&](Neighbour neighbour) {
                const geometry::DistanceBounds bounds = geometry::geodesicBounds(neighbour.distance);
                const bool within = bounds.most <= reach.value || (bounds.least <= reach.value &&
                                                                   geometry::geodesicDistance(points[neighbour.index], places[p]) <= reach);
                if (within) lists[p].push_back(neighbour.index);
                return true;
            });
            std::ranges::sort(lists[p]);
        }
    });
    std::size_t pairs = 0;
    for (const auto& list : lists) pairs += list.size();
    if (pairs > std::numeric_limits<std::uint32_t>::max()) {
        throw model::Error("More than 4,294,967,295 pairs of a candidate and a point within reach: ask with fewer candidates.");
    }
    Cover cover;
    cover.width = static_cast<std::uint32_t>(points.size());
    cover.members.reserve(pairs);
    for (const auto& list : lists) {
        cover.members.insert(cover.members.end(), list.begin(), list.end());
        cover.close();
    }
    return cover;
}

void refusePairs() {
    throw model::Error(
        "So many people and so many candidates are too many pairs to weigh one against the other. Give fewer candidates, "
        "e.g. --candidates communes:100 for the 100 most populous communes.");
}

NearPlaces nearerPlaces(const std::vector<LonLat>& places, const std::vector<LonLat>& points, const std::vector<double>& limits) {
    const EarthIndex index(places);
    NearPlaces near(points.size());
    std::atomic<std::size_t> pairs = 0;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, points.size(), 64), [&](const auto& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            index.within(points[i], std::min(limits[i], everywhere), [&](Neighbour neighbour) {
                const double metres = geometry::geodesicDistance(points[i], places[neighbour.index]).value;
                if (metres < limits[i]) near[i].push_back({neighbour.index, metres});
                return true;
            });
            if (pairs += near[i].size(); pairs > mostPairs) refusePairs();
            std::ranges::sort(near[i], {}, [](const NearPlace& one) { return std::pair(one.far, one.place); });
        }
    });
    return near;
}

}  // namespace raquette::analysis
