#pragma once

#include "gis/roads/road_graph.h"

#include <span>
#include <vector>

namespace raquette::roads {

/// What is looked at to find which roads hang together.
struct RoadNet {
    std::span<const Position> nodes;
    std::span<const std::uint32_t> outEnds;
    std::span<const Arc> out;
    std::span<const std::uint32_t> outEdges;
};

/// Which roads hang together, and on which journeys may begin and end: not on one-way ends that one never comes back from, nor on islets (a
/// car park's lanes, a track that is joined to nothing). Each edge is told its part, and whether it is one of those.
std::vector<Part> findParts(const RoadNet& net, std::span<Edge> edges, const GraphRules& rules);

}  // namespace raquette::roads
