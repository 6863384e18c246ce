#pragma once

#include "gis/geometry/measure.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace raquette::geometry {

/// Cuts a convex ring, not closed, along a line: keeps what lies where `depth`, an affine function of the place, is not negative.
template <class Depth>
void keepSide(std::vector<PlanePoint>& ring, Depth depth) {
    if (std::ranges::all_of(ring, [&](const PlanePoint& corner) { return depth(corner) >= 0; })) return;
    std::vector<PlanePoint> kept;
    kept.reserve(ring.size() + 1);
    PlanePoint before = ring.back();
    double depthBefore = depth(before);
    for (const PlanePoint& corner : ring) {
        const double depthHere = depth(corner);
        if ((depthBefore >= 0) != (depthHere >= 0)) {
            const double t = depthBefore / (depthBefore - depthHere);
            kept.push_back({before.x + t * (corner.x - before.x), before.y + t * (corner.y - before.y)});
        }
        if (depthHere >= 0) kept.push_back(corner);
        before = corner;
        depthBefore = depthHere;
    }
    ring = std::move(kept);
}

/// A convex ring, not closed, as a shape; empty where there is no area left.
PlaneShape convexShape(std::vector<PlanePoint> ring);

/// What of a convex shape lies in a rectangle.
PlaneShape cutTo(const Box& box, const PlaneShape& convex);

}  // namespace raquette::geometry
