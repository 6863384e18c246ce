#pragma once

#include "gis/analysis/catchment.h"

#include <span>

namespace raquette::analysis {

/// All these catchments together. Where providers are many, most rims lie within other catchments and draw no border: only those in sight
/// are joined, and what they leave out in the middle is filled.
geometry::PlaneShape catchmentUnion(std::span<const Catchment* const> catchments);

}  // namespace raquette::analysis
