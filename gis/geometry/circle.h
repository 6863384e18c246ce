#pragma once

#include "gis/geometry/frame.h"
#include "gis/geometry/shape.h"
#include "gis/model/units.h"

#include <vector>

namespace raquette::geometry {

/// Corners of a circle of the ellipsoid.
inline constexpr int circleCorners = 128;

/// The places at a geodesic distance from a centre, as a ring of `circleCorners` on a frame's plane, anticlockwise from the east, closed.
/// The polygon has the area of the true circle: the distance is widened by the little that the chords cut off (4 m at 20 km). Corners are
/// within 1 mm of the geodesic for radii up to 500 km in France's frames. Throws model::Error where the plane does not reach.
std::vector<PlanePoint> circleOnPlane(Frame frame, LonLat centre, model::Metres radius);

}  // namespace raquette::geometry
