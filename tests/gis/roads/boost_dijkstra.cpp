#include "tests/gis/roads/boost_dijkstra.h"

#include "gis/roads/search.h"

#include <gtest/gtest.h>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <random>

namespace raquette::roads::testing {

struct BoostRoads::Network
    : boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, boost::property<boost::edge_weight_t, double>> {
    using adjacency_list::adjacency_list;
};

BoostRoads::BoostRoads(const RoadGraph& graph) : network_(std::make_unique<Network>(graph.nodeCount())) {
    for (std::uint32_t node = 0; node < graph.nodeCount(); ++node) {
        for (const Arc& arc : graph.out(node)) boost::add_edge(node, arc.node, arc.time / 1000.0, *network_);
    }
}

BoostRoads::~BoostRoads() = default;

std::vector<double> BoostRoads::from(std::uint32_t node) const {
    std::vector<double> seconds(num_vertices(*network_));
    boost::dijkstra_shortest_paths(*network_, node,
                                   boost::distance_map(seconds.data()).distance_inf(std::numeric_limits<double>::infinity()));
    return seconds;
}

void expectTimesOfBoost(const RoadGraph& graph, int starts, unsigned seed) {
    const BoostRoads boostRoads(graph);
    std::mt19937 random(seed);
    BoundedSearch search(graph);
    for (int i = 0; i < starts; ++i) {
        const auto start = static_cast<std::uint32_t>(random() % graph.nodeCount());
        const std::vector<double> expected = boostRoads.from(start);
        const std::vector<Seed> seeds{{start, 0, 0}};
        const NearestSeeds found = nearestSeeds(graph, Heading::FromSeeds, seeds);
        search.around(Heading::FromSeeds, seeds, unreached);
        for (std::uint32_t node = 0; node < graph.nodeCount(); ++node) {
            ASSERT_EQ(found.times[node] == unreached, std::isinf(expected[node])) << "from " << start << " to " << node;
            ASSERT_EQ(search.timeOf(node), found.times[node]) << "from " << start << " to " << node;
            if (found.times[node] == unreached) continue;
            ASSERT_NEAR(found.times[node] / 1000.0, expected[node], 1e-6 * std::max(1.0, expected[node]))
                << "from " << start << " to " << node;
        }
        const auto end = static_cast<std::uint32_t>(random() % graph.nodeCount());
        const NearestSeeds back = nearestSeeds(graph, Heading::ToSeeds, std::vector<Seed>{{end, 0, 0}});
        ASSERT_EQ(back.times[start], found.times[end]) << "from " << start << " to " << end;
    }
}

}  // namespace raquette::roads::testing
