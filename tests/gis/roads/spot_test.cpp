#include "gis/roads/spot.h"

#include "tests/gis/roads/brute_drives.h"
#include "tests/gis/roads/drawn_roads.h"

#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <random>

namespace raquette::roads {
namespace {

using testing::DrawnRoads;
using testing::drive;

TEST(Spot, IsTheNearestPointOfTheNearestRoad) {
    DrawnRoads world({"A---------B",  //
                      "",             //
                      "",             //
                      "C---------D"});
    world.road("AB");
    world.road("CD");
    const RoadGraph graph = world.graph();
    const Spot spot = spotAt(graph, world.at(2, 1), {1000});
    EXPECT_NEAR(spot.metres, 100, 0.1);
    EXPECT_NEAR(spot.along, 0.2, 1e-4);
    const geometry::LonLat on = positionOf(graph, spot);
    EXPECT_NEAR(on.lon, world.at(2, 0).lon, 1e-6);
    EXPECT_NEAR(on.lat, world.at(2, 0).lat, 1e-6);
    EXPECT_FALSE(spotAt(graph, world.at(2, 1), {99}).onRoad());
}

TEST(Spot, OfRoadsEquallyNearIsTheFirst) {
    DrawnRoads world({"A--B--C"});
    world.road("AB");
    world.road("BC");
    world.road("AB");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(spotAt(graph, toLonLat(world.at('B')), {100}).edge, 0U);
    const std::uint32_t twice = spotAt(graph, world.at(1, 1), {500}).edge;
    EXPECT_TRUE(std::ranges::equal(graph.shape(twice), graph.shape(twice + 1)));
}

TEST(Spot, IsNeverWhereOneMayNotStop) {
    DrawnRoads world({"A---------B",  //
                      "C---------D",  //
                      "",             //
                      "",             //
                      "E---------F"});
    world.motorway("AB", 130);
    world.motorway("BA", 130);
    world.ferry("CD", 60);
    world.road("EF");
    for (const char* ramp : {"AC", "CE", "BD", "DF"}) world.ferry(ramp, 10);
    const Spot spot = spotAt(world.graph(), world.at(5, 0), {1000});
    EXPECT_NEAR(spot.metres, 400, 0.1);
    DrawnRoads onlyMotorways({"A---------B"});
    onlyMotorways.motorway("AB", 130);
    onlyMotorways.motorway("BA", 130);
    EXPECT_FALSE(spotAt(onlyMotorways.graph(), world.at(5, 0), {std::numeric_limits<double>::infinity()}).onRoad());
}

TEST(Spot, IsFoundFromTheOtherSideOfTheEarthAndNotByNonsense) {
    DrawnRoads world({"A---------B"});
    world.road("AB");
    const RoadGraph graph = world.graph();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(spotAt(graph, {3.1, -45.8}, {infinite}).onRoad());
    EXPECT_TRUE(spotAt(graph, {55.5, -21.1}, {infinite}).onRoad());
    EXPECT_FALSE(spotAt(graph, {55.5, -21.1}, {10000}).onRoad());
    EXPECT_FALSE(spotAt(graph, {none, 45}, {infinite}).onRoad());
    EXPECT_FALSE(spotAt(graph, {3.1, infinite}, {infinite}).onRoad());
    EXPECT_FALSE(spotAt(graph, world.at(1, 0), {none}).onRoad());
    EXPECT_FALSE(spotAt(graph, world.at(1, 0), {-1}).onRoad());
}

/// Every edge's every piece, on a plane through the place.
Spot byTryingAll(const RoadGraph& graph, geometry::LonLat place) {
    const MetresPerDegree metres(place.lat);
    double best = std::numeric_limits<double>::infinity();
    Spot spot;
    for (std::uint32_t edge = 0; edge < graph.arrays().edges.size(); ++edge) {
        if (graph.arrays().edges[edge].stopping == 0) continue;
        const auto shape = graph.shape(edge);
        for (std::size_t i = 0; i + 1 < shape.size(); ++i) {
            const double ax = (toLonLat(shape[i]).lon - place.lon) * metres.lon;
            const double ay = (toLonLat(shape[i]).lat - place.lat) * metres.lat;
            const double dx = (toLonLat(shape[i + 1]).lon - place.lon) * metres.lon - ax;
            const double dy = (toLonLat(shape[i + 1]).lat - place.lat) * metres.lat - ay;
            const double t = dx == 0 && dy == 0 ? 0 : std::clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            const double distance = std::hypot(ax + t * dx, ay + t * dy);
            if (distance < best) {
                best = distance;
                spot.edge = edge;
            }
        }
    }
    spot.metres = static_cast<float>(best);
    return spot;
}

TEST(Spot, IsWhatTryingEveryRoadFinds) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> lon(3.05, 3.14);
    std::uniform_real_distribution<double> lat(45.76, 45.82);
    for (int i = 0; i < 200; ++i) {
        const RoadGraph graph = makeGraph(testing::randomRoads(random, 0, 0), {0});
        for (int p = 0; p < 20; ++p) {
            const geometry::LonLat place{lon(random), lat(random)};
            const Spot expected = byTryingAll(graph, place);
            const Spot found = spotAt(graph, place, {1e7});
            ASSERT_EQ(found.onRoad(), expected.onRoad());
            if (!found.onRoad()) continue;
            ASSERT_NEAR(found.metres, expected.metres, 1e-3) << "world " << i << ", place " << p;
            const geometry::LonLat on = positionOf(graph, found);
            ASSERT_NEAR(shortDistance(toPosition(place), toPosition(on)), static_cast<double>(found.metres),
                        0.001 * static_cast<double>(found.metres) + 0.05);
        }
    }
}

TEST(Spot, OnTheSameRoadOneDrivesStraight) {
    DrawnRoads world({"A---------B"});
    world.road("AB");
    const RoadGraph graph = world.graph();
    const Spot west = spotAt(graph, world.at(2, 0), {10});
    const Spot east = spotAt(graph, world.at(7, 0), {10});
    EXPECT_EQ(drive(graph, west, east), 50);
    EXPECT_EQ(drive(graph, east, west), 50);
    EXPECT_EQ(drive(graph, east, east), 0);
}

TEST(Spot, BehindOnAOnewayOneGoesRoundTheBlock) {
    DrawnRoads world({"A---------B",  //
                      "|         |",  //
                      "D---------C"});
    world.oneway("AB");
    world.road("BCDA");
    const RoadGraph graph = world.graph();
    const Spot west = spotAt(graph, world.at(2, 0), {10});
    const Spot east = spotAt(graph, world.at(7, 0), {10});
    EXPECT_EQ(drive(graph, west, east), 50);
    EXPECT_EQ(drive(graph, east, west), 30 + 20 + 100 + 20 + 20);
}

TEST(Spot, TheLongWayRoundMayBeTheQuicker) {
    DrawnRoads world({"A----B",  //
                      "c    d"});
    world.road("AB", 3.6F);
    world.road("AcdB", 72);
    const RoadGraph graph = world.graph();
    const Spot nearA = spotAt(graph, world.at(0.1, 0), {10});
    const Spot nearB = spotAt(graph, world.at(4.9, 0), {10});
    EXPECT_EQ(testing::inSeconds(straightAlong(graph, nearA, nearB)), 480);
    EXPECT_EQ(drive(graph, nearA, nearB), 10 + 35 + 10);
}

}  // namespace
}  // namespace raquette::roads
