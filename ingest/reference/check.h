#pragma once

#include "gis/geometry/shape.h"

#include <optional>
#include <string>

namespace raquette::ingest {

/// Whether a shape is surely valid: one ring, no two of its edges touch but where they follow one another. False means only that GEOS
/// has to be asked; in a reference of France it is for one commune in a hundred, and asking it for all would cost seconds.
bool surelyValid(const geometry::GeoShape& shape);

/// Repairs a shape that is not valid, and says why it was not; nothing when it is. An empty shape is left alone.
std::optional<std::string> repairIfInvalid(geometry::GeoShape& shape);

}  // namespace raquette::ingest
