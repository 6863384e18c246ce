#include "gis/analysis/cooperation/hypergraph.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace raquette::analysis {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using Edges = std::vector<std::vector<std::uint32_t>>;

TEST(Connections, AChainSplitsAtItsMiddleAndAtEachLink) {
    const Connections chain = connectionsOf(4, {{0, 1}, {1, 2}});  // 3 is alone
    EXPECT_THAT(chain.groupOf, ElementsAre(0, 0, 0, 1));
    EXPECT_THAT(chain.groupSizes, ElementsAre(3, 1));
    EXPECT_THAT(chain.withoutNode, ElementsAre(Removal{1, 0}, Removal{2, 1}, Removal{1, 0}, Removal{0, 0}));
    EXPECT_THAT(chain.withoutEdge, Each(Removal{2, 1}));
}

TEST(Connections, ALinkOfManyStillJoinsThoseWhoStay) {
    const Connections one = connectionsOf(4, {{0, 1, 2, 3}});
    EXPECT_THAT(one.withoutNode, Each(Removal{1, 0})) << "nobody is the middle of a link of four";
    EXPECT_THAT(one.withoutEdge, ElementsAre(Removal{4, 3}));
}

TEST(Connections, ARoundSplitsNowhere) {
    const Connections round = connectionsOf(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}});
    EXPECT_THAT(round.withoutNode, Each(Removal{1, 0}));
    EXPECT_THAT(round.withoutEdge, Each(Removal{1, 0}));
}

TEST(Connections, TwoLinksOfTheSamePartiesReplaceEachOther) {
    EXPECT_THAT(connectionsOf(2, {{0, 1}, {0, 1}}).withoutEdge, Each(Removal{1, 0}));
}

TEST(Connections, ALinkOfOneOrOfNobodySplitsNothing) {
    const Connections odd = connectionsOf(2, {{0}, {}, {0, 1}});
    EXPECT_THAT(odd.withoutEdge, ElementsAre(Removal{1, 0}, Removal{0, 0}, Removal{2, 1}));
    EXPECT_THAT(odd.withoutNode, Each(Removal{1, 0}));
}

TEST(Connections, AChainOfAHundredThousandIsWalked) {
    Edges chain;
    for (std::uint32_t i = 0; i + 1 < 100001; ++i) chain.push_back({i, i + 1});
    const Connections connections = connectionsOf(100001, chain);
    EXPECT_EQ(connections.withoutNode[50000], (Removal{2, 50000}));
}

/// Groups by spreading labels until nothing changes: slow, and nothing like a depth-first walk.
std::vector<std::uint32_t> spread(std::size_t nodes, const Edges& edges) {
    std::vector<std::uint32_t> labels(nodes);
    for (std::uint32_t i = 0; i < nodes; ++i) labels[i] = i;
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& edge : edges) {
            if (edge.empty()) continue;
            std::uint32_t least = labels[edge.front()];
            for (const std::uint32_t node : edge) least = std::min(least, labels[node]);
            for (const std::uint32_t node : edge) changed = std::exchange(labels[node], least) != least || changed;
        }
    }
    return labels;
}

/// Pieces of a group once a node (or none: `nodes`) has gone.
Removal counted(std::size_t nodes, const Edges& edges, const std::set<std::uint32_t>& group, std::uint32_t gone) {
    const std::vector<std::uint32_t> labels = spread(nodes, edges);
    std::map<std::uint32_t, int> pieces;
    for (const std::uint32_t node : group) {
        if (node != gone) ++pieces[labels[node]];
    }
    int all = 0;
    int largest = 0;
    for (const auto& [label, size] : pieces) {
        all += size;
        largest = std::max(largest, size);
    }
    return {static_cast<int>(pieces.size()), all - largest};
}

class RandomLinks : public ::testing::TestWithParam<unsigned> {};

TEST_P(RandomLinks, SplitWhereTakingEachOutAndCountingAgainSaysSo) {
    std::mt19937 random(GetParam());
    int splits = 0;
    for (int round = 0; round < 60; ++round) {
        const std::uint32_t nodes = 2 + static_cast<std::uint32_t>(random() % 14);
        Edges edges(random() % 12);
        for (auto& edge : edges) {
            std::set<std::uint32_t> parties;
            for (unsigned i = 0; i < 1 + random() % 5; ++i) parties.insert(static_cast<std::uint32_t>(random() % nodes));
            edge.assign(parties.begin(), parties.end());
        }
        const Connections connections = connectionsOf(nodes, edges);
        const std::vector<std::uint32_t> labels = spread(nodes, edges);
        std::map<std::uint32_t, std::set<std::uint32_t>> groups;
        for (std::uint32_t node = 0; node < nodes; ++node) groups[labels[node]].insert(node);
        ASSERT_EQ(connections.groupSizes.size(), groups.size());
        for (std::uint32_t node = 0; node < nodes; ++node) {
            ASSERT_EQ(connections.groupOf[node], std::distance(groups.begin(), groups.find(labels[node])));
            Edges without = edges;
            for (auto& edge : without) std::erase(edge, node);
            ASSERT_EQ(connections.withoutNode[node], counted(nodes, without, groups[labels[node]], node)) << "node " << node;
            splits += connections.withoutNode[node].splits() ? 1 : 0;
        }
        for (std::size_t e = 0; e < edges.size(); ++e) {
            Edges without = edges;
            without[e].clear();
            ASSERT_EQ(connections.withoutEdge[e], counted(nodes, without, groups[labels[edges[e].front()]], nodes)) << "edge " << e;
            splits += connections.withoutEdge[e].splits() ? 1 : 0;
        }
    }
    EXPECT_GT(splits, 50) << "the links drawn must have something to split";
}

INSTANTIATE_TEST_SUITE_P(Drawn, RandomLinks, ::testing::Range(1U, 9U));

}  // namespace
}  // namespace raquette::analysis
