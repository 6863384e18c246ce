#pragma once

#include "gis/geometry/shape.h"

#include <cstdint>
#include <span>
#include <vector>

namespace raquette::geometry {

/// Joins neighbours whose borders match point for point (an edge-matched coverage: a border edge is in one unit as a→b and in its
/// neighbour as b→a, or in one only): edges that two members share cancel, what is left is linked into rings. One pass over the edges;
/// the coordinates stay exactly those of the units.
///
/// `members` are indexes into `units`, which must be valid and not overlap. Where borders do not match (slivers, overlaps, a vertex that
/// only one side has) what is left is no valid polygon: check the whole layer's outline once with isValid() (overlay.h) and use
/// unaryUnion() when it is not.
PlaneShape dissolve(std::span<const PlaneShape> units, std::span<const std::uint32_t> members);

}  // namespace raquette::geometry
