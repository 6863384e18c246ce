#pragma once

#include "gis/geometry/measure.h"
#include "gis/geometry/shape.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace raquette::geometry {

/// Tells which of many shapes that do not overlap holds a point. Edges lie in horizontal slabs; a look-up follows one ray.
/// Safe to share between threads once made.
class Locator {
public:
    explicit Locator(std::span<const PlaneShape> shapes);

    /// Index of the shape that holds the point; on a border, of either neighbour or none.
    std::optional<std::uint32_t> at(PlanePoint point) const;

private:
    struct Edge {
        PlanePoint from;
        PlanePoint to;
        std::uint32_t shape;
    };

    std::size_t slabOf(double y) const;

    Box box_;
    double height_ = 1;
    std::vector<std::uint32_t> slabEnds_;
    std::vector<Edge> edges_;  ///< by slab, then by shape
};

}  // namespace raquette::geometry
