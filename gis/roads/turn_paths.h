#pragma once

#include "gis/roads/stretches.h"

#include <vector>

namespace raquette::roads {

/// A turn rule in drives: who has driven all but the last, one after another, may not go on by the last; or, where `only`, may from the
/// first on go by nothing but the next (of several such rules each may be followed).
struct TurnPath {
    std::vector<Drive> drives;  ///< two at least
    bool only = false;
};

/// What can be driven around the points where rules hold, and along the roads that they go over.
DrivesAround aroundRules(const RawRoads& roads, const Stretches& stretches);

/// Every way to drive what a rule names: its roads may be driven in both directions, or pass a point twice. A rule of which there is no
/// such way, because a road of it is closed to the profile or a barrier stands in it, has none: to heed it would close the junction.
std::vector<TurnPath> turnPaths(const RawRoads& roads, const Stretches& stretches, const DrivesAround& around);

}  // namespace raquette::roads
