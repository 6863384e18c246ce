#pragma once

#include "viewer/cards/card.h"

namespace raquette::viewer {

class Ground;

/// The dot within `reach` metres of the place, both on the land’s plane, else the hole it lies in, else the commune (département where
/// communes have no outline; or until `ground` is there, which may be null).
Identified identify(const store::StudyState& state, const MapScene& scene, const LandScene& land, const Ground* ground,
                    geometry::PlanePoint at, double reach);

}  // namespace raquette::viewer
