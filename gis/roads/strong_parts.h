#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gis/roads/road_graph.h"

namespace raquette::roads {

/// For each node the number of the part it belongs to: from each node of a part one can go to every other (strongly connected components;
/// Tarjan 1972). `ends` tells where each node's arcs end in `arcs`.
std::vector<std::uint32_t> strongParts(std::span<const std::uint32_t> ends, std::span<const Arc> arcs);

}  // namespace raquette::roads
