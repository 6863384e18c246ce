#pragma once

#include "gis/geometry/shape.h"

#include <algorithm>
#include <limits>
#include <span>

namespace raquette::viewer {

/// A rectangle on a frame's plane, metres; empty until a point is added.
struct Box {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    bool empty() const { return west > east; }
    double width() const { return empty() ? 0 : east - west; }
    double height() const { return empty() ? 0 : north - south; }
    geometry::PlanePoint centre() const { return {(west + east) / 2, (south + north) / 2}; }
    void add(geometry::PlanePoint point) {
        west = std::min(west, point.x);
        east = std::max(east, point.x);
        south = std::min(south, point.y);
        north = std::max(north, point.y);
    }
    void add(const Box& other) {
        if (other.empty()) return;
        add(geometry::PlanePoint{other.west, other.south});
        add(geometry::PlanePoint{other.east, other.north});
    }
    bool contains(geometry::PlanePoint point) const { return point.x >= west && point.x <= east && point.y >= south && point.y <= north; }
    bool meets(const Box& other) const {
        return !empty() && !other.empty() && west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }
    /// Enlarged by so many metres on every side.
    Box grown(double metres) const { return {west - metres, south - metres, east + metres, north + metres}; }
};

inline Box boxOf(std::span<const geometry::PlanePoint> points) {
    Box box;
    for (const geometry::PlanePoint& point : points) box.add(point);
    return box;
}

}  // namespace raquette::viewer
