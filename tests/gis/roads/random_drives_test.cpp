#include "tests/gis/roads/brute_drives.h"
#include "tests/gis/roads/drawn_roads.h"

#include <gtest/gtest.h>
#include <cmath>

namespace raquette::roads {
namespace {

/// A journey between two places with rules asked at each turn takes what the graph says, or is impossible on both; to a twentieth of a
/// second, for a graph keeps whole milliseconds and a place on it in single precision.
void compareAll(const RawRoads& raw, const std::string& which) {
    const testing::BruteDrives brute(raw);
    const RoadGraph graph = makeGraph(raw, {0});
    std::vector<std::pair<testing::RawPlace, Spot>> places;
    for (const testing::RawPlace& place : brute.places(0.37)) {
        const Spot spot = brute.spot(graph, place);
        if (spot.onRoad()) places.emplace_back(place, spot);
    }
    for (const auto& [from, start] : places) {
        for (const auto& [to, end] : places) {
            const double seconds = brute.seconds(from, to);
            const long expected = std::isinf(seconds) ? testing::never : std::lround(seconds);
            const long found = testing::drive(graph, start, end);
            ASSERT_NEAR(static_cast<double>(found), static_cast<double>(expected),
                        std::abs(seconds - std::floor(seconds) - 0.5) < 0.05 ? 1 : 0)
                << which << ", " << seconds << " s from the piece at vertex " << from.vertex << " to that at " << to.vertex;
            if (graph.arrays().edges[start.edge].part == graph.arrays().edges[end.edge].part) {
                ASSERT_NE(found, testing::never) << which << ": roads of one part that do not hang together";
            }
        }
    }
}

TEST(RandomDrives, AreThoseOfEveryStateOnRoadsWithoutRules) {
    std::mt19937 random(1);
    for (int i = 0; i < 200; ++i) compareAll(testing::randomRoads(random, 0, 0), "world " + std::to_string(i));
}

TEST(RandomDrives, AreThoseOfEveryStateWithRules) {
    std::mt19937 random(2);
    for (unsigned i = 0; i < 600; ++i) compareAll(testing::randomRoads(random, 1 + i % 6, 0), "world " + std::to_string(i));
}

TEST(RandomDrives, AreThoseOfEveryStateWithRulesAndBarriers) {
    std::mt19937 random(3);
    for (unsigned i = 0; i < 300; ++i) compareAll(testing::randomRoads(random, 1 + i % 4, 1 + i % 2), "world " + std::to_string(i));
}

TEST(RandomDrives, AreThoseOfEveryStateWithRulesOverRoads) {
    std::mt19937 random(5);
    for (unsigned i = 0; i < 1000; ++i) compareAll(testing::randomRoads(random, i % 3, 0, 1 + i % 6), "world " + std::to_string(i));
}

TEST(RandomDrives, AreThoseOfEveryStateWithRulesOfBothKindsAndBarriers) {
    std::mt19937 random(6);
    for (unsigned i = 0; i < 400; ++i) compareAll(testing::randomRoads(random, i % 5, 1 + i % 2, 1 + i % 8), "world " + std::to_string(i));
}

/// Without rules the roads of a part are exactly those from which one can drive to each other.
TEST(RandomDrives, PartsAreWhoCanGoAndComeBack) {
    std::mt19937 random(4);
    for (int i = 0; i < 200; ++i) {
        const RawRoads raw = testing::randomRoads(random, 0, i % 3 == 0 ? 1 : 0);
        const testing::BruteDrives brute(raw);
        const RoadGraph graph = makeGraph(raw, {0});
        const auto places = brute.places(0.37);
        for (const testing::RawPlace& a : places) {
            const Spot spotA = brute.spot(graph, a);
            if (!spotA.onRoad()) continue;
            for (const testing::RawPlace& b : places) {
                const Spot spotB = brute.spot(graph, b);
                if (!spotB.onRoad()) continue;
                const bool together = !std::isinf(brute.seconds(a, b)) && !std::isinf(brute.seconds(b, a));
                ASSERT_EQ(graph.arrays().edges[spotA.edge].part == graph.arrays().edges[spotB.edge].part, together) << "world " << i;
            }
        }
    }
}

}  // namespace
}  // namespace raquette::roads
