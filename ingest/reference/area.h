#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/study.h"

#include <map>
#include <string>

namespace raquette::ingest {

/// The polygons of the study's areas that are drawn in a file (`[[area]] path`), by id, in WGS 84: all polygons of the file together,
/// repaired where they are invalid. Throws model::Error for a file that is missing, broken, or has no polygon.
std::map<std::string, geometry::GeoShape> readAreas(const model::Study& study);

}  // namespace raquette::ingest
