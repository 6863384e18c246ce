#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"

namespace raquette::analysis {

/// What each point of people reaches, by geodesic distance.
struct PeopleReach {
    std::vector<std::uint8_t> reach;       ///< PointReach of each point of Reference::people
    std::vector<float> nearestKilometres;  ///< to the nearest provider, within 1 cm at 100 km; infinite without providers
};

/// Decides every point of the study area by the distance test: sure within reach − u of a provider, nominal within reach, possible within
/// reach + u. The straight line through the Earth decides where its bounds allow, the geodesic in the few centimetres between.
PeopleReach reachOfPeople(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                          model::Metres reach);

}  // namespace raquette::analysis
