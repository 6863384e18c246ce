#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace raquette::geometry {

/// Degrees, WGS 84 (EPSG:4326).
struct LonLat {
    double lon = 0;
    double lat = 0;
    bool operator==(const LonLat&) const = default;
};

/// Metres on the plane of a territory's frame.
struct PlanePoint {
    double x = 0;
    double y = 0;
    bool operator==(const PlanePoint&) const = default;
};

/// Polygons with holes, as flat arrays: all points; where each ring ends among the points; where each polygon ends among the rings.
/// A polygon's first ring is its outside. Rings are closed (first point repeated). Validity is the maker's business.
template <class P>
struct Shape {
    std::vector<P> points;
    std::vector<std::uint32_t> ringEnds;
    std::vector<std::uint32_t> polygonEnds;

    bool empty() const { return polygonEnds.empty(); }
    std::size_t polygonCount() const { return polygonEnds.size(); }
    std::size_t ringCount() const { return ringEnds.size(); }
    std::size_t firstRing(std::size_t polygon) const { return polygon == 0 ? 0 : polygonEnds[polygon - 1]; }
    std::span<const P> ring(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ringEnds[index - 1];
        return std::span<const P>(points).subspan(begin, ringEnds[index] - begin);
    }
    void closeRing() { ringEnds.push_back(static_cast<std::uint32_t>(points.size())); }
    void closePolygon() { polygonEnds.push_back(static_cast<std::uint32_t>(ringEnds.size())); }
    /// Adds the polygons of another shape after its own.
    void append(const Shape& other) {
        const auto pointOffset = static_cast<std::uint32_t>(points.size());
        const auto ringOffset = static_cast<std::uint32_t>(ringEnds.size());
        points.insert(points.end(), other.points.begin(), other.points.end());
        for (const std::uint32_t end : other.ringEnds) ringEnds.push_back(end + pointOffset);
        for (const std::uint32_t end : other.polygonEnds) polygonEnds.push_back(end + ringOffset);
    }
    bool operator==(const Shape&) const = default;
};

using GeoShape = Shape<LonLat>;
using PlaneShape = Shape<PlanePoint>;

}  // namespace raquette::geometry
