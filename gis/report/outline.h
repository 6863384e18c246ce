#pragma once

#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"

#include <string>
#include <vector>

namespace raquette::report {

/// A window on the plane of a frame, drawn `width` units wide, north up.
struct Window {
    geometry::Frame frame;
    geometry::Box box;
    double width = 400;

    double scale() const { return width / (box.maxX - box.minX); }
    double height() const { return (box.maxY - box.minY) * scale(); }
    /// From the plane to the drawing: x east, y down.
    geometry::PlanePoint toDrawing(geometry::PlanePoint point) const {
        return {(point.x - box.minX) * scale(), (box.maxY - point.y) * scale()};
    }
};

/// Points of a ring that matter at a tolerance, in the units of the points (Douglas and Peucker 1973): no point dropped lies further
/// than that from what is left. Closed rings stay closed.
std::vector<geometry::PlanePoint> simplified(std::vector<geometry::PlanePoint> ring, double tolerance);

/// SVG path data of the polygons of `shape` that touch the window, simplified to a quarter of a unit; empty when none does.
/// Polygons that belong to another frame are left to their own window.
std::string pathOf(const geometry::GeoShape& shape, const Window& window);

/// The same of a shape already on the frame's plane.
std::string pathOf(const geometry::PlaneShape& shape, const Window& window);

/// Those polygons of a shape whose land is measured in this frame, on its plane.
geometry::PlaneShape inFrame(const geometry::GeoShape& shape, geometry::Frame frame);

}  // namespace raquette::report
