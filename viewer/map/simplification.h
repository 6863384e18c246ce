#pragma once

#include "gis/geometry/shape.h"

#include <span>

namespace raquette::viewer {

/// For every point of a line, the largest tolerance at which it is still needed (Douglas and Peucker 1973), metres: keeping those above a
/// tolerance gives a line that departs by no more than it. Ends are always needed (infinity). A line that comes back to its start is cut
/// at its farthest point first.
void rankPoints(std::span<const geometry::PlanePoint> line, std::span<float> ranks);

}  // namespace raquette::viewer
