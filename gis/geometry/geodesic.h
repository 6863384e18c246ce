#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/units.h"

#include <array>
#include <vector>

namespace raquette::geometry {

/// Shortest distance over the GRS80 ellipsoid (Karney 2013, through GeographicLib): exact to some nanometres.
model::Metres geodesicDistance(LonLat from, LonLat to);

/// Points at a geodesic distance from a centre, anticlockwise from the east, not closed. Their polygon has the area of the true catchment:
/// the distance is widened by the little that `count` chords cut off a circle (4 m at 20 km with 128 points).
std::vector<LonLat> geodesicCircle(LonLat centre, model::Metres radius, int count);

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
