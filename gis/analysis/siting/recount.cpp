#include "gis/analysis/siting/recount.h"

#include "gis/geometry/geodesic.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>
#include <algorithm>
#include <cmath>

namespace raquette::analysis {

namespace {

/// No degree of latitude is shorter than this on GRS80 (at the equator: π/180 · a(1 − e²)).
constexpr double shortestDegree = 110574;

bool reaches(geometry::LonLat place, geometry::LonLat point, model::Metres reach) {
    if (std::abs(place.lat - point.lat) * shortestDegree > reach.value) return false;
    return geometry::geodesicDistance(point, place) <= reach;
}

}  // namespace

Recount recount(const Demand& demand, const std::vector<geometry::LonLat>& places, model::Metres reach) {
    const auto add = [](Recount a, Recount b) { return Recount{a.more + b.more, a.twice + b.twice}; };
    const auto count = [&](const tbb::blocked_range<std::size_t>& range, Recount sum) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            std::uint32_t times = demand.served[i];
            for (std::size_t p = 0; p < places.size() && times < 2; ++p) times += reaches(places[p], demand.at[i], reach) ? 1U : 0U;
            if (times > 0 && demand.served[i] == 0) sum.more += demand.people[i];
            if (times > 1) sum.twice += demand.people[i];
        }
        return sum;
    };
    return tbb::parallel_reduce(tbb::blocked_range<std::size_t>(0, demand.size(), 256), Recount{}, count, add);
}

std::vector<double> nearestOf(const Demand& demand, const std::vector<geometry::LonLat>& places) {
    std::vector<double> nearest = demand.nearest;
    tbb::parallel_for(std::size_t{0}, demand.size(), [&](std::size_t i) {
        for (const geometry::LonLat& place : places) {
            if (std::abs(place.lat - demand.at[i].lat) * shortestDegree >= nearest[i]) continue;
            nearest[i] = std::min(nearest[i], geometry::geodesicDistance(demand.at[i], place).value);
        }
    });
    return nearest;
}

}  // namespace raquette::analysis
