#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/units.h"

#include <cstdint>
#include <span>
#include <vector>

namespace raquette::report {

/// Outlines that share their borders, for drawing: each stretch of border between two meeting places is kept once and simplified once, so
/// that neighbours never part.
struct Mesh {
    using Ring = std::vector<std::int32_t>;  ///< arcs in their order; `~i` walks arc i backwards
    using Polygon = std::vector<Ring>;

    std::vector<std::vector<geometry::LonLat>> arcs;
    std::vector<std::vector<Polygon>> shapes;  ///< one per shape, in the order given
};

/// Points closer than a decimetre are one place. No point left out lies further than `tolerance` from what is left (Douglas and Peucker
/// 1973), measured on a plane about each stretch; islands smaller than the tolerance are left out.
Mesh meshOf(std::span<const geometry::GeoShape> shapes, model::Metres tolerance);

/// The polygons of a shape as far as they lie in a rectangle of degrees (Sutherland and Hodgman 1974): for filling and for outlines whose
/// cut edges are out of sight, not for measuring.
geometry::GeoShape clipped(const geometry::GeoShape& shape, double west, double south, double east, double north);

}  // namespace raquette::report
