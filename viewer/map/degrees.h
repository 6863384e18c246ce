#pragma once

#include "gis/geometry/shape.h"

namespace raquette::viewer {

// Degrees taken as a plane: dissolving asks for no metres, and neighbours joined before they are projected lose most of their borders.

geometry::PlaneShape inDegrees(const geometry::GeoShape& shape);
geometry::GeoShape fromDegrees(const geometry::PlaneShape& degrees);

}  // namespace raquette::viewer
