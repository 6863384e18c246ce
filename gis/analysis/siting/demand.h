#pragma once

#include "gis/analysis/land.h"
#include "gis/analysis/people.h"
#include "gis/analysis/siting/cover.h"
#include "gis/analysis/siting/weighing.h"

#include <functional>

namespace raquette::analysis {

/// People of the study area at a place, and what they have already. Places nobody lives at are left aside.
struct Demand {
    std::vector<geometry::LonLat> at;
    std::vector<std::int64_t> people;
    std::vector<std::uint8_t> served;  ///< by how many existing providers within reach: 0, 1, or 2 for more
    std::vector<double> nearest;  ///< to the nearest existing provider, as the question weighs it (see weighing.h); infinite without one

    std::size_t size() const { return at.size(); }
};

/// The study's population points, counted with the providers there are. Points of one position are one.
Demand demandOf(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Metres reach);

/// The same from what the study's points reach already, `nearest` told of each.
Demand demandOfPeople(const model::Reference& reference, const PeopleReach& people, const std::function<double(std::size_t)>& nearest);

/// Which points each place reaches: geodesic distance on GRS80 ≤ reach. The chord decides where its bounds allow.
Cover reachedFrom(const std::vector<geometry::LonLat>& places, const std::vector<geometry::LonLat>& points, model::Metres reach);

/// Of each point, the places nearer than its limit, in metres. Refuses too many pairs.
NearPlaces nearerPlaces(const std::vector<geometry::LonLat>& places, const std::vector<geometry::LonLat>& points,
                        const std::vector<double>& limits);

}  // namespace raquette::analysis
