#pragma once

#include "gis/model/dataset.h"
#include "gis/model/units.h"

#include <optional>
#include <vector>

namespace raquette::analysis {

/// How far apart the parties of each link of the dataset stand, in the links' order: between the two farthest whose place is known. None
/// with fewer than two such.
std::vector<std::optional<model::Metres>> linkSpans(const model::Dataset& dataset);

}  // namespace raquette::analysis
