#pragma once

#include "gis/analysis/catchment.h"

#include <span>
#include <vector>

namespace raquette::analysis {

/// Gives each catchment its cell: cells together cover exactly what the shapes do, around any place that the catchments of it are all
/// there, and overlap by little. Where many overlap, a cell is a few corners and most of them do not meet at a given place.
void cutToCells(std::vector<Catchment>& catchments);

/// All these catchments together, which have their cells. Where providers are many, most rims lie within other catchments and draw no
/// border: only those in sight are joined, and what they leave out in the middle is filled.
geometry::PlaneShape catchmentUnion(std::span<const Catchment> catchments);

}  // namespace raquette::analysis
