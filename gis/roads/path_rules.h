#pragma once

#include "gis/roads/raw_roads.h"

#include <span>
#include <vector>

namespace raquette::roads {

/// What a source says of ways, one after another, as rules over roads that meet. `ways` are the first, those in between in the order they
/// are driven, and the last: of each its roads, which are several where it was cut. Nothing where they do not meet so, where one of them
/// is followed by itself, or where they meet in so many places that it is not told which way is meant; several where they meet in a few.
std::vector<PathRule> pathRules(const RawRoads& roads, std::span<const std::vector<std::uint32_t>> ways, bool only);

}  // namespace raquette::roads
