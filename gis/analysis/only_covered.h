#pragma once

#include "gis/analysis/catchment.h"

namespace raquette::analysis {

/// The area of a land that each provider alone covers, by its index: the part of its catchment that no other touches, inside the land's
/// outline. Plane area, exact to rounding. Zero for providers that share their place with another.
///
/// No shape is made: by Green's theorem an area is a sum over its border, which is made of pieces of rims and of the outline. Each piece
/// is looked at once: of a rim, what no other catchment covers borders its own part, what one other covers borders that one's; of the
/// outline, what one catchment covers borders its part. The rest borders nobody's.
std::vector<model::SquareMetres> onlyCovered(const Land& land, const Catchments& catchments, std::size_t providers);

}  // namespace raquette::analysis
