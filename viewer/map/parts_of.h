#pragma once

#include "viewer/map/map_look.h"

#include <vector>

namespace raquette::viewer {

struct MapScene;

/// What a scene has something of, seen or not, in the order of a look: the lowest first.
std::vector<MapPart> partsOf(const MapScene& scene, const MapLook& look);

}  // namespace raquette::viewer
