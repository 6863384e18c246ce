#include "gis/roads/graph_file.h"

#include "gis/model/error.h"
#include "gis/roads/spot.h"
#include "tests/bench/road_generator.h"
#include "tests/gis/roads/drawn_roads.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>
#include <random>

namespace raquette::roads {
namespace {

constexpr GraphKey key{12345, 67890};

bool sameArrays(const RoadGraph& a, const RoadGraph& b) {
    const RoadGraph::Arrays& x = a.arrays();
    const RoadGraph::Arrays& y = b.arrays();
    return std::ranges::equal(x.nodes, y.nodes) && std::ranges::equal(x.stands, y.stands) && std::ranges::equal(x.outEnds, y.outEnds) &&
           std::ranges::equal(x.inEnds, y.inEnds) && std::ranges::equal(x.out, y.out) && std::ranges::equal(x.in, y.in) &&
           std::ranges::equal(x.outEdges, y.outEdges) && std::ranges::equal(x.edges, y.edges) && std::ranges::equal(x.points, y.points) &&
           std::ranges::equal(x.parts, y.parts) && x.grid == y.grid && std::ranges::equal(x.cellEnds, y.cellEnds) &&
           std::ranges::equal(x.cellEdges, y.cellEdges) && std::ranges::equal(x.remarks, y.remarks);
}

class GraphFile : public ::testing::Test {
protected:
    TemporaryFolder folder;
    std::filesystem::path file = folder / "roads.graph";
    RoadGraph graph = makeGraph(bench::generateRoads({.nodes = 300, .seed = 7}));

    std::string kept() const {
        keepGraph(graph, key, file);
        return bytesOf(file);
    }
    bool isRead(const std::string& bytes) const {
        folder.write("roads.graph", bytes);
        return keptGraph(key, file).has_value();
    }
};

TEST_F(GraphFile, GivesBackWhatWasKept) {
    keepGraph(graph, key, file);
    const std::optional<RoadGraph> again = keptGraph(key, file);
    ASSERT_TRUE(again);
    EXPECT_TRUE(sameArrays(*again, graph));
    EXPECT_EQ(folder.names(), std::vector<std::string>{"roads.graph"});
}

TEST_F(GraphFile, KeepsAGraphOfNothing) {
    keepGraph(makeGraph({}), key, file);
    const std::optional<RoadGraph> again = keptGraph(key, file);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->nodeCount(), 0U);
}

TEST_F(GraphFile, IsReadWhileAnotherTakesItsPlace) {
    keepGraph(graph, key, file);
    const std::optional<RoadGraph> first = keptGraph(key, file);
    keepGraph(makeGraph({}), key, file);
    EXPECT_TRUE(sameArrays(*first, graph));
    EXPECT_EQ(keptGraph(key, file)->nodeCount(), 0U);
}

TEST_F(GraphFile, OfAnotherExtractOrProfileIsNotTaken) {
    keepGraph(graph, key, file);
    EXPECT_FALSE(keptGraph({key.extract + 1, key.profile}, file));
    EXPECT_FALSE(keptGraph({key.extract, key.profile + 1}, file));
    EXPECT_FALSE(keptGraph(key, folder / "no-such.graph"));
    EXPECT_FALSE(keptGraph(key, folder.path()));
}

TEST_F(GraphFile, ThatCannotBeWrittenIsAnErrorAndLeavesNothing) {
    EXPECT_THROW(keepGraph(graph, key, folder / "no-such-folder" / "roads.graph"), model::Error);
    std::filesystem::create_directory(folder / "taken");
    EXPECT_THROW(keepGraph(graph, key, folder / "taken"), model::Error);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"taken"});
}

TEST_F(GraphFile, CutShortOrGrownIsRefused) {
    const std::string bytes = kept();
    for (std::size_t size = 0; size < bytes.size(); size += size < 200 ? 1 : 2999) EXPECT_FALSE(isRead(bytes.substr(0, size))) << size;
    EXPECT_FALSE(isRead(bytes.substr(0, bytes.size() - 1)));
    EXPECT_FALSE(isRead(bytes + '\0'));
}

/// What is done with a graph, all of it: whatever its numbers, it must end and stay inside its arrays.
void useAll(const RoadGraph& graph) {
    std::vector<Seed> seeds;
    const Position somewhere = graph.nodeCount() > 0 ? graph.arrays().nodes[graph.nodeCount() / 2] : Position{};
    for (const double farthest : {100.0, 5000.0}) {
        const Spot spot = spotAt(graph, toLonLat(somewhere), {farthest});
        if (!spot.onRoad()) continue;
        positionOf(graph, spot);
        for (const Heading heading : {Heading::ToSeeds, Heading::FromSeeds}) seedsOf(graph, heading, spot, seeds);
    }
    for (std::uint32_t edge = 0; edge < graph.arrays().edges.size(); edge += 7) {
        for (const Heading heading : {Heading::ToSeeds, Heading::FromSeeds}) seedsOf(graph, heading, {edge, 0.3F, 0}, seeds);
        positionOf(graph, {edge, 0.3F, 0});
    }
    if (seeds.size() > 40) seeds.resize(40);
    for (const Heading heading : {Heading::ToSeeds, Heading::FromSeeds}) {
        nearestSeeds(graph, heading, seeds);
        BoundedSearch(graph).around(heading, seeds, toMillis(1800.0));
    }
}

TEST_F(GraphFile, WithBytesFlippedIsRefusedOrAGraph) {
    const std::string bytes = kept();
    std::mt19937 random(1);
    int refused = 0;
    constexpr int tries = 600;
    for (int i = 0; i < tries; ++i) {
        std::string broken = bytes;
        // Half of them in the header and the first array; runs of one to a hundred bytes.
        const std::size_t at = i % 2 == 0 ? random() % 400 : random() % bytes.size();
        for (std::size_t b = at; b < std::min(bytes.size(), at + 1 + random() % (i % 3 == 0 ? 100 : 4)); ++b) {
            broken[b] = static_cast<char>(random());
        }
        folder.write("roads.graph", broken);
        const std::optional<RoadGraph> found = keptGraph(key, file);
        if (!found) {
            ++refused;
        } else {
            useAll(*found);
        }
    }
    EXPECT_GT(refused, tries / 4);
}

}  // namespace
}  // namespace raquette::roads
