#pragma once

#include "gis/roads/road_graph.h"

#include <vector>

namespace raquette::roads::testing {

/// The same graph in the Boost Graph Library, its arcs made from the edges and from what leaves each node, times in seconds.
class BoostRoads {
public:
    explicit BoostRoads(const RoadGraph& graph);
    ~BoostRoads();
    BoostRoads(const BoostRoads&) = delete;
    BoostRoads& operator=(const BoostRoads&) = delete;
    BoostRoads(BoostRoads&&) = delete;
    BoostRoads& operator=(BoostRoads&&) = delete;

    /// Seconds to every node, infinite where nothing leads.
    std::vector<double> from(std::uint32_t node) const;

private:
    struct Network;
    std::unique_ptr<Network> network_;
};

/// Times from random nodes to all others, by nearestSeeds in both headings and by a bounded search, are Boost's to a millionth.
void expectTimesOfBoost(const RoadGraph& graph, int starts, unsigned seed);

}  // namespace raquette::roads::testing
