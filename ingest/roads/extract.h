#pragma once

#include "gis/roads/profile.h"
#include "gis/roads/raw_roads.h"

#include <filesystem>

namespace raquette::ingest {

/// Whether a file is an OpenStreetMap extract by its name: `.osm.pbf`, `.pbf`, `.osm`, `.osm.gz`, `.osm.bz2`.
bool isExtract(const std::filesystem::path& file);

/// The roads of an extract that are open to a profile. The file is read twice: ways and turn restrictions, then the nodes they name, so
/// that memory follows the roads and not the file. Throws model::Error where it is missing, truncated or broken.
roads::RawRoads readExtract(const std::filesystem::path& file, const roads::Profile& profile);

}  // namespace raquette::ingest
