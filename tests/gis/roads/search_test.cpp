#include "gis/roads/search.h"

#include "tests/bench/road_generator.h"
#include "tests/gis/roads/boost_dijkstra.h"
#include "tests/gis/roads/brute_drives.h"
#include "tests/gis/roads/drawn_roads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace raquette::roads {
namespace {

using testing::DrawnRoads;
using testing::nodeAt;

TEST(Search, OfPlacesEquallyNearTheSmallerLabelWins) {
    DrawnRoads world({"A--B--C"});
    world.road("AB");
    world.road("BC");
    const RoadGraph graph = world.graph();
    const std::uint32_t a = nodeAt(graph, world.at('A'));
    const std::uint32_t b = nodeAt(graph, world.at('B'));
    const std::uint32_t c = nodeAt(graph, world.at('C'));
    const Millis ab = graph.out(a)[0].time;
    const Millis cb = graph.out(c)[0].time;
    // Whatever the difference of the two stretches, the seeds make up for it.
    for (const auto& [first, second] : {std::pair(7U, 3U), std::pair(3U, 7U)}) {
        const std::vector<Seed> seeds{{a, 1000 + cb, first}, {c, 1000 + ab, second}, {a, 1000 + cb, 9}};
        const NearestSeeds found = nearestSeeds(graph, Heading::ToSeeds, seeds);
        EXPECT_EQ(found.labels[b], 3U);
        EXPECT_EQ(found.times[b], 1000 + ab + cb);
    }
}

TEST(Search, LooksNoFurtherThanItsLimit) {
    DrawnRoads world({"A--B--C"});
    world.road("AB");
    world.road("BC");
    const RoadGraph graph = world.graph();
    const std::uint32_t a = nodeAt(graph, world.at('A'));
    const std::uint32_t b = nodeAt(graph, world.at('B'));
    const Millis ab = graph.out(a)[0].time;
    const auto reach = [&](Millis limit) {
        const NearestSeeds found = nearestSeeds(graph, Heading::FromSeeds, std::vector<Seed>{{a, 0, 0}}, limit);
        EXPECT_EQ(found.times[b] == unreached, found.labels[b] == noLabel);
        return std::ranges::count_if(found.times, [](Millis time) { return time != unreached; });
    };
    EXPECT_EQ(reach(ab - 1), 1);
    EXPECT_EQ(reach(ab), 2);
    EXPECT_EQ(reach(unreached), 3);
    EXPECT_EQ(nearestSeeds(graph, Heading::FromSeeds, std::vector<Seed>{{a, 2000, 0}}, 1999).times[a], unreached);
}

TEST(Search, TimesTooLongToCountAreNeverReached) {
    DrawnRoads world({"A--B"});
    world.road("AB");
    const RoadGraph graph = world.graph();
    const std::vector<Seed> seeds{{0, unreached - 5, 1}};
    EXPECT_THAT(nearestSeeds(graph, Heading::FromSeeds, seeds).times, ::testing::ElementsAre(unreached - 5, unreached));
    EXPECT_EQ(BoundedSearch(graph).around(Heading::FromSeeds, seeds, unreached).size(), 1U);
}

class OnGeneratedRoads : public ::testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Seeds, OnGeneratedRoads, ::testing::Values(1U, 2U, 3U));

RoadGraph generated(unsigned seed) {
    return makeGraph(bench::generateRoads({.nodes = 4000, .seed = seed}));
}

TEST_P(OnGeneratedRoads, TimesAreThoseOfBoost) {
    testing::expectTimesOfBoost(generated(GetParam()), 40, GetParam());
}

std::vector<Seed> someSeeds(const RoadGraph& graph, std::mt19937& random, std::uint32_t count) {
    std::vector<Seed> seeds;
    for (std::uint32_t label = 0; label < count; ++label) {
        seeds.push_back({static_cast<std::uint32_t>(random() % graph.nodeCount()), static_cast<Millis>(random() % 60000), label});
    }
    return seeds;
}

TEST_P(OnGeneratedRoads, TheNearestOfAllIsTheNearestOfEachAlone) {
    const RoadGraph graph = generated(GetParam());
    std::mt19937 random(GetParam());
    BoundedSearch search(graph);
    for (const Heading heading : {Heading::ToSeeds, Heading::FromSeeds}) {
        for (const auto& [limit, count] : {std::pair(toMillis(600.0), 30U), {unreached, 30U}, {unreached, 200U}}) {  // 200: two at once
            const std::vector<Seed> seeds = someSeeds(graph, random, count);
            NearestSeeds expected{std::vector<Millis>(graph.nodeCount(), unreached),
                                  std::vector<std::uint32_t>(graph.nodeCount(), noLabel)};
            for (const Seed& seed : seeds) {
                for (const auto& [node, time] : search.around(heading, std::span(&seed, 1), limit)) {
                    if (time >= expected.times[node]) continue;  // labels ascend
                    expected.times[node] = time;
                    expected.labels[node] = seed.label;
                }
            }
            const NearestSeeds found = nearestSeeds(graph, heading, seeds, limit);
            ASSERT_EQ(found.times, expected.times);
            ASSERT_EQ(found.labels, expected.labels);
        }
    }
}

TEST_P(OnGeneratedRoads, ABoundedSearchGivesEachNodeOnceNearestFirst) {
    const RoadGraph graph = generated(GetParam());
    std::mt19937 random(GetParam());
    BoundedSearch search(graph);
    for (std::uint32_t i = 0; i < 50; ++i) {
        const std::vector<Seed> seeds = someSeeds(graph, random, 1 + i % 3);
        const auto limit = static_cast<Millis>(random() % 3'000'000);
        const NearestSeeds expected = nearestSeeds(graph, Heading::ToSeeds, seeds, limit);
        const std::span<const Reached> reached = search.around(Heading::ToSeeds, seeds, limit);
        ASSERT_TRUE(std::ranges::is_sorted(reached, {}, &Reached::time));
        std::vector<Millis> times(graph.nodeCount(), unreached);
        for (const auto& [node, time] : reached) {
            ASSERT_EQ(times[node], unreached) << "given twice";
            times[node] = time;
        }
        ASSERT_EQ(times, expected.times);
        for (std::uint32_t node = 0; node < graph.nodeCount(); ++node) ASSERT_EQ(search.timeOf(node), times[node]);
    }
}

TEST(Search, OfRoadsWithoutLengthStillEnds) {
    RawRoads raw;
    raw.points.assign(50, {30800000, 457800000});
    for (std::uint32_t i = 0; i < 50; ++i) {
        raw.roads.push_back({static_cast<std::uint32_t>(raw.vertices.size()), 50, 50, 0, true});
        raw.vertices.insert(raw.vertices.end(), {i, (i * 7 + 3) % 50});
    }
    const RoadGraph graph = makeGraph(raw, {0});
    const NearestSeeds found = nearestSeeds(graph, Heading::ToSeeds, std::vector<Seed>{{0, 5, 4}, {1, 5, 2}, {0, 5, 3}});
    EXPECT_LE(found.times[0], 5U);
    EXPECT_NE(found.labels[0], 4U) << "of the two that begin there the smaller label";
    BoundedSearch search(graph);
    EXPECT_FALSE(search.around(Heading::FromSeeds, std::vector<Seed>{{0, 5, 0}}, 5).empty());
}

}  // namespace
}  // namespace raquette::roads
