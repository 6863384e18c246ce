#pragma once

#include "gis/analysis/land.h"
#include "gis/analysis/people.h"
#include "gis/analysis/siting/cover.h"

#include <functional>

namespace raquette::analysis {

/// People of the study area at a place, and what they have already. Places nobody lives at are left aside.
struct Demand {
    std::vector<geometry::LonLat> at;
    std::vector<std::int64_t> people;
    std::vector<std::uint8_t> served;  ///< by how many existing providers within reach: 0, 1, or 2 for more
    std::vector<double> nearest;       ///< metres to the nearest existing provider; infinite without one

    std::size_t size() const { return at.size(); }
};

/// The study's population points, counted with the providers there are. Points of one position are one.
Demand demandOf(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Metres reach);

/// The same from what the study's points reach already, `nearest` told of each.
Demand demandOfPeople(const model::Reference& reference, const PeopleReach& people, const std::function<double(std::size_t)>& nearest);

/// Which points each place reaches: geodesic distance on GRS80 ≤ reach. The chord decides where its bounds allow.
Cover reachedFrom(const std::vector<geometry::LonLat>& places, const std::vector<geometry::LonLat>& points, model::Metres reach);

/// How far a place is from a point, where it is nearer than that point's limit.
struct Distance {
    std::uint32_t place;
    double metres;
};

/// Pairs of a person's place and a candidate that fit in about a gigabyte, with what is made of them.
inline constexpr std::size_t mostPairs = 40'000'000;
/// Throws model::Error: more than that.
[[noreturn]] void refusePairs();

/// Of each point, the places nearer than its limit, nearest first. Refuses too many pairs.
std::vector<std::vector<Distance>> nearerPlaces(const std::vector<geometry::LonLat>& places, const std::vector<geometry::LonLat>& points,
                                                const std::vector<double>& limits);

}  // namespace raquette::analysis
