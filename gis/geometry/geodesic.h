#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/units.h"

#include <array>

namespace raquette::geometry {

/// Shortest distance over the GRS80 ellipsoid (Karney 2013, through GeographicLib): exact to some nanometres.
model::Metres geodesicDistance(LonLat from, LonLat to);

/// Where one arrives after that distance, having left in a direction (degrees clockwise from the north).
LonLat geodesicFrom(LonLat from, double direction, model::Metres distance);

/// A point of the ellipsoid in space, metres from the Earth's centre (geocentric, GRS80, height 0).
std::array<double, 3> inSpace(LonLat point);

/// Bounds of the geodesic distance between two points whose straight line through the Earth is `chord`, for chords up to 2,000 km:
/// never below the chord, never above the arc of the tightest circle an ellipsoid of this shape can bend into (radius b²/a, by Schur's
/// comparison theorem). 3 cm apart at 30 km, 1 m at 100 km.
struct DistanceBounds {
    double least;
    double most;
};
DistanceBounds geodesicBounds(double chord);

}  // namespace raquette::geometry
