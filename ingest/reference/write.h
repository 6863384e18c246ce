#pragma once

#include "ingest/reference/layer.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace raquette::ingest {

/// Writes layers in longitude and latitude as a new GeoPackage: to a sibling file, read back and renamed, so that `file` is whole or
/// untouched. Columns `population`, `lon` and `lat` are numbers, the others text; empty cells are null. Throws model::Error.
void writeLayers(const std::filesystem::path& file, const std::vector<PolygonLayer>& layers,
                 const std::map<std::string, std::string>& metadata);

}  // namespace raquette::ingest
