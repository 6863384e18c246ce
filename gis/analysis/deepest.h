#pragma once

#include "gis/analysis/basin.h"

namespace raquette::analysis {

/// Distance of the farthest place of a hole to its nearest provider, on the plane: at a corner of its border, or inside where three
/// providers are equally far (found near the highest lattice cell of `side` metres). Negative where the hole holds no place to measure
/// from.
double deepestOf(const geometry::PlaneShape& hole, const NearestProvider& nearest, double side);

/// The same by any height: at the middle of a lattice cell or a corner of the border.
double deepestOf(const geometry::PlaneShape& hole, const Height& height, double side);

}  // namespace raquette::analysis
