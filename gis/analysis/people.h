#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"

#include <limits>

namespace raquette::analysis {

/// Index of no provider.
inline constexpr std::uint32_t noProvider = std::numeric_limits<std::uint32_t>::max();

/// What each point of people reaches, by geodesic distance.
struct PeopleReach {
    std::vector<std::uint8_t> reach;       ///< PointReach of each point of Reference::people
    std::vector<float> nearestKilometres;  ///< to the nearest provider, within 1 cm at 100 km; infinite without providers
    std::vector<std::uint32_t> sole;       ///< the provider that alone reaches the point, nominally; `noProvider` where none or several do
};

/// Decides every point of the study area by the distance test: sure within reach − u of a provider, nominal within reach, possible within
/// reach + u. The same look around says who is alone to serve it: two providers within reach, and the search ends. The straight line
/// through the Earth decides where its bounds allow, the geodesic in the few centimetres between.
PeopleReach reachOfPeople(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                          model::Metres reach);

}  // namespace raquette::analysis
