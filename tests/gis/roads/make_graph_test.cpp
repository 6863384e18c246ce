#include "gis/roads/road_graph.h"
#include "tests/gis/roads/drawn_roads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::roads {
namespace {

using testing::DrawnRoads;
using testing::drive;
using testing::never;

TEST(MakeGraph, OfNoRoadsIsEmpty) {
    const RoadGraph graph = makeGraph({});
    EXPECT_EQ(graph.nodeCount(), 0U);
    EXPECT_EQ(graph.arcCount(), 0U);
    EXPECT_FALSE(spotAt(graph, {3, 45}, {1e9}).onRoad());
    EXPECT_TRUE(nearestSeeds(graph, Heading::ToSeeds, {}).times.empty());
    EXPECT_TRUE(BoundedSearch(graph).around(Heading::FromSeeds, {}, 1000).empty());
}

TEST(MakeGraph, CutsRoadsWhereTheyMeetAndNowhereElse) {
    DrawnRoads world({"A-b-C-d-E",  //
                      "    |    ",  //
                      "    F    "});
    world.road("AbCdE");
    world.road("CF");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(graph.nodeCount(), 4U);
    EXPECT_EQ(graph.arrays().edges.size(), 3U);
    EXPECT_EQ(graph.arcCount(), 6U);
    EXPECT_EQ(drive(graph, world.at('A'), world.at('F')), 60);
}

TEST(MakeGraph, RoadsThatCrossWithoutACommonPointDoNotMeet) {
    DrawnRoads bridge({"  C  ",  //
                       "A-+-B",  //
                       "  D  "});
    bridge.road("AB");
    bridge.road("CD");
    EXPECT_EQ(drive(bridge.graph(), bridge.at('A'), bridge.at('C')), never);
}

TEST(MakeGraph, AOnewayIsDrivenOneWay) {
    DrawnRoads world({"A--B",  //
                      "|  |",  //
                      "D--C"});
    world.oneway("AB");
    world.road("BCDA");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('A'), world.at('B')), 30);
    EXPECT_EQ(drive(graph, world.at('B'), world.at('A')), 70);
}

TEST(MakeGraph, SpeedsMayDifferByDirection) {
    DrawnRoads world({"A---B"});
    world.add("AB", 72, 36);
    EXPECT_EQ(drive(world.graph(), world.at('A'), world.at('B')), 20);
    EXPECT_EQ(drive(world.graph(), world.at('B'), world.at('A')), 40);
}

TEST(MakeGraph, ARoadClosedBothWaysIsNone) {
    DrawnRoads world({"A--B--C"});
    world.road("AB");
    world.add("BC", 0, 0);
    EXPECT_EQ(world.graph().nodeCount(), 2U);
    EXPECT_EQ(drive(world.graph(), world.at('A'), world.at('B')), 30);
}

TEST(MakeGraph, OfParallelRoadsTheQuickerIsTaken) {
    DrawnRoads world({"A----B",  //
                      " c  d "});
    world.road("AB", 18);
    world.road("AcdB", 72);
    const RoadGraph graph = world.graph();
    EXPECT_EQ(graph.arrays().edges.size(), 2U);
    EXPECT_EQ(drive(graph, world.at('A'), world.at('B')), 29);
}

TEST(MakeGraph, NothingPassesABarrierAndBothSidesStayRoads) {
    DrawnRoads world({"A--X--B"});
    world.road("AXB");
    world.barrier('X');
    const RoadGraph graph = world.graph();
    EXPECT_EQ(graph.nodeCount(), 4U);
    EXPECT_EQ(drive(graph, world.at('A'), world.at('B')), never);
    const Spot west = spotAt(graph, world.at(2, 0), {50});
    const Spot east = spotAt(graph, world.at(4, 0), {50});
    EXPECT_EQ(drive(graph, spotAt(graph, world.at(0, 0), {50}), west), 20);
    EXPECT_EQ(drive(graph, spotAt(graph, world.at(6, 0), {50}), east), 20);
    EXPECT_EQ(drive(graph, west, east), never);
}

TEST(MakeGraph, ABarrierWhereThreeRoadsMeetClosesAllThree) {
    DrawnRoads world({"A-X-B",  //
                      "  |  ",  //
                      "  C  "});
    world.road("AX");
    world.road("XB");
    world.road("CX");
    world.barrier('X');
    for (const char to : {'B', 'C'}) EXPECT_EQ(drive(world.graph(), world.at('A'), world.at(to)), never) << to;
}

TEST(MakeGraph, AFerryTakesTheTimeItsOperatorSays) {
    DrawnRoads world({"A-B~~~m~C-D"});
    world.road("AB");
    world.ferry("BmC", 600);
    world.road("CD");
    EXPECT_EQ(drive(world.graph(), world.at('A'), world.at('D')), 20 + 600 + 20);
    EXPECT_EQ(drive(world.graph(), world.at('D'), world.at('A')), 20 + 600 + 20);
}

TEST(MakeGraph, AFerryThatCallsOnTheWaySharesItsTimeByLength) {
    DrawnRoads world({"B~~~m~C",  //
                      "    |  ",  //
                      "    E  "});
    world.ferry("BmC", 600);
    world.road("mE");
    EXPECT_EQ(drive(world.graph(), world.at('B'), world.at('m')), 400);
    EXPECT_EQ(drive(world.graph(), world.at('m'), world.at('C')), 200);
}

TEST(MakeGraph, ALoopLeadsBackToItsBeginning) {
    DrawnRoads world({"A--B--c",  //
                      "   |  |",  //
                      "   e--d"});
    world.road("AB");
    world.oneway("BcdeB");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(graph.nodeCount(), 2U);
    const Spot onLoop = spotAt(graph, world.at(6, 1), {10});
    const Spot home = spotAt(graph, world.at(0, 0), {10});
    EXPECT_EQ(drive(graph, home, onLoop), 30 + 40);
    EXPECT_EQ(drive(graph, onLoop, home), 60 + 30);
}

TEST(MakeGraph, APointGivenTwiceRunningChangesNothing) {
    DrawnRoads world({"A--b--C"});
    world.road("AbbC");
    EXPECT_EQ(drive(world.graph(), world.at('A'), world.at('C')), 60);
}

TEST(MakeGraph, ARoadOfOnePointOrNoneIsNone) {
    DrawnRoads world({"A--B"});
    world.road("");
    world.road("A");
    world.road("AB");
    world.road("");
    EXPECT_EQ(world.graph().arrays().edges.size(), 1U);
    EXPECT_EQ(drive(world.graph(), world.at('A'), world.at('B')), 30);
}

TEST(MakeGraph, NeighboursOnTheGroundAreNeighboursInTheArrays) {
    DrawnRoads world({"Ab", "cd", "", "", "", "", "", "", "            Ef"});
    for (const char* letters : {"Ab", "AE", "cd", "Ef", "bE"}) world.road(letters);
    const RoadGraph graph = world.graph();
    std::string order;
    for (const Position& node : graph.arrays().nodes) {
        for (const char letter : {'A', 'b', 'c', 'd', 'E', 'f'}) {
            if (world.at(letter) == node) order += letter;
        }
    }
    EXPECT_THAT(order, ::testing::MatchesRegex("([Abcd]+[Ef]+|[Ef]+[Abcd]+)"));
}

}  // namespace
}  // namespace raquette::roads
