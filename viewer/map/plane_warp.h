#pragma once

#include "gis/geometry/frame.h"
#include "viewer/map/box.h"

#include <vector>

namespace raquette::viewer {

/// From one plane to another around a box, many times faster than a projection and within 4 m of it. One that was not given planes leaves
/// everything where it is.
class PlaneWarp {
public:
    PlaneWarp() = default;
    PlaneWarp(geometry::Frame from, geometry::Frame to, const Box& around);

    bool isNothing() const { return nodes_.empty(); }
    geometry::PlanePoint operator()(geometry::PlanePoint at) const;
    /// Around everything of the box given that comes to lie in `there`; empty when nothing does.
    Box before(const Box& there) const;

private:
    const geometry::PlanePoint& node(std::size_t column, std::size_t row) const { return nodes_[row * columns_ + column]; }

    Box around_;
    std::size_t columns_ = 0, rows_ = 0;
    std::vector<geometry::PlanePoint> nodes_;  ///< where the crossings of a lattice over the box go, row after row
};

/// The corners of a rectangle, and every point of its sides at a multiple of `step`, so that rectangles side by side still meet when bent.
std::vector<geometry::PlanePoint> sidesOf(const Box& box, double step);

}  // namespace raquette::viewer
