#pragma once

#include "gis/roads/road_graph.h"

#include <span>
#include <vector>

namespace raquette::roads {

/// The cells of a grid over roads, and the edges that pass each.
struct LaidGrid {
    EdgeGrid grid;
    std::vector<std::uint32_t> cellEnds;
    std::vector<std::uint32_t> cellEdges;
};

/// Lays cells of about 500 m over all points, for the edges on which journeys may begin and end. `points` are the shapes of the edges, one
/// after another.
LaidGrid layGrid(std::span<const Edge> edges, std::span<const Position> points);

}  // namespace raquette::roads
