#pragma once

#include "gis/roads/profile.h"
#include "gis/roads/raw_roads.h"

#include <filesystem>

namespace raquette::ingest {

/// Roads from lines of any GIS file: those of its first layer that has lines. Columns: `speed` or `vitesse` (km/h; `maxspeed` and `highway`
/// are read as OpenStreetMap's, by the profile), `length` or `longueur` (metres, where the line is drawn shorter than the road is),
/// `oneway` (yes, -1; empty: both ways). Roads meet where lines share a point. Throws model::Error where it has no lines or no speeds.
roads::RawRoads readRoadLines(const std::filesystem::path& file, const roads::Profile& profile);

}  // namespace raquette::ingest
