#pragma once

#include "viewer/map/scene.h"
#include "viewer/map/view.h"

#include <vector>

namespace raquette::viewer {

/// The dots a view shows. Where there are more than anyone can tell apart, those that would lie within `radius` units of one of their kind
/// already there are left out: the picture stays the same ground full of dots, drawn in a tenth of the time.
std::vector<Dot> dotsInView(const std::vector<Dot>& dots, const MapView& view, double radius);

}  // namespace raquette::viewer
