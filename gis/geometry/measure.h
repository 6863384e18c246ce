#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/units.h"

#include <algorithm>
#include <limits>

namespace raquette::geometry {

/// A rectangle along the axes; empty until something is included.
struct Box {
    double minX = std::numeric_limits<double>::infinity();
    double minY = std::numeric_limits<double>::infinity();
    double maxX = -std::numeric_limits<double>::infinity();
    double maxY = -std::numeric_limits<double>::infinity();

    void include(double x, double y) {
        minX = std::min(minX, x);
        minY = std::min(minY, y);
        maxX = std::max(maxX, x);
        maxY = std::max(maxY, y);
    }
    void include(const Box& other) {
        minX = std::min(minX, other.minX);
        minY = std::min(minY, other.minY);
        maxX = std::max(maxX, other.maxX);
        maxY = std::max(maxY, other.maxY);
    }
    bool empty() const { return maxX < minX; }
    bool touches(const Box& other) const { return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY; }
    bool contains(double x, double y) const { return x >= minX && x <= maxX && y >= minY && y <= maxY; }
    bool operator==(const Box&) const = default;
};

Box boxOf(const PlaneShape& shape);
Box boxOf(const GeoShape& shape);

/// Plane area in the shape's frame: outsides less holes, whatever way the rings turn.
model::SquareMetres areaOf(const PlaneShape& shape);
/// Twice the signed area of a closed ring: positive when it turns anticlockwise.
double signedArea2(std::span<const PlanePoint> ring);

/// Whether a point lies in a shape (even-odd; on the border either way).
bool contains(const PlaneShape& shape, PlanePoint point);
bool contains(const GeoShape& shape, LonLat point);

/// A point strictly inside one polygon of a shape: the middle of its widest stretch at about half its height.
PlanePoint pointInside(const PlaneShape& shape, std::size_t polygon);

/// The same in its largest polygon; the shape must have one.
PlanePoint pointInside(const PlaneShape& shape);

/// One polygon of a shape as a shape of its own.
PlaneShape polygonOf(const PlaneShape& shape, std::size_t polygon);

}  // namespace raquette::geometry
