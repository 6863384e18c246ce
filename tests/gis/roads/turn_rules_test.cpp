#include "gis/roads/road_graph.h"
#include "tests/gis/roads/drawn_roads.h"

#include <gtest/gtest.h>

namespace raquette::roads {
namespace {

using testing::DrawnRoads;
using testing::drive;

/// A crossing X with four arms of 200 m.
DrawnRoads crossing() {
    DrawnRoads world({"  N  ",  //
                      "  |  ",  //
                      "W-X-E",  //
                      "  |  ",  //
                      "  S  "});
    for (const char* arm : {"NX", "EX", "SX", "WX"}) world.road(arm);
    return world;
}

TEST(TurnRules, ARuleHoldsForTheRoadItNamesOnly) {
    DrawnRoads world = crossing();
    world.mayNot("WX", 'X', "NX");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 40);
    EXPECT_EQ(drive(graph, world.at('S'), world.at('N')), 40);
    EXPECT_EQ(drive(graph, world.at('N'), world.at('W')), 40);
    // On to the end of an arm, and back: nothing says one may not turn there.
    EXPECT_EQ(drive(graph, world.at('W'), world.at('N')), 80);
}

TEST(TurnRules, OnlyLeavesOneWayOn) {
    DrawnRoads world = crossing();
    world.mustGo("WX", 'X', "EX");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 40);
    EXPECT_EQ(drive(graph, world.at('W'), world.at('S')), 80);
    EXPECT_EQ(drive(graph, world.at('S'), world.at('W')), 40);
}

TEST(TurnRules, SeveralAtOneJunctionAddUp) {
    DrawnRoads world = crossing();
    world.mayNot("WX", 'X', "NX");
    world.mayNot("WX", 'X', "EX");
    world.mayNot("SX", 'X', "WX");
    world.mustGo("NX", 'X', "SX");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('S')), 40);
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 80);
    EXPECT_EQ(drive(graph, world.at('S'), world.at('W')), 80);
    EXPECT_EQ(drive(graph, world.at('N'), world.at('S')), 40);
    EXPECT_EQ(drive(graph, world.at('N'), world.at('E')), 80);
}

TEST(TurnRules, RoadsWithTheSameRuleShareAStand) {
    DrawnRoads world = crossing();
    world.mayNot("WX", 'X', "NX");
    world.mayNot("EX", 'X', "NX");
    EXPECT_EQ(world.graph().nodeCount(), 5U + 1U);
}

TEST(TurnRules, ARuleOfAClosedRoadIsNone) {
    DrawnRoads world = crossing();
    world.add("NX", 0, 0);
    world.mustGo("WX", 'X', "NX");  // else nobody could leave W
    EXPECT_EQ(drive(world.graph(), world.at('W'), world.at('E')), 40);
}

TEST(TurnRules, SeveralThatLeaveOnlyOneWayOnLeaveThoseWays) {
    DrawnRoads world = crossing();
    world.mustGo("WX", 'X', "EX");
    world.mustGo("WX", 'X', "SX");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 40);
    EXPECT_EQ(drive(graph, world.at('W'), world.at('S')), 40);
    EXPECT_EQ(drive(graph, world.at('W'), world.at('N')), 80);
}

TEST(TurnRules, WhoMayNotTurnBackGoesRoundTheBlock) {
    DrawnRoads world({"   G      ",  //
                      "   |      ",  //
                      "Y--A--X--B",  //
                      "      |  |",  //
                      "      D--C"});
    for (const char* letters : {"YA", "AG", "AX", "XBCDX"}) world.road(letters);
    world.mayNot("YA", 'A', "AG");
    world.mayNot("YA", 'A', "YA");
    EXPECT_EQ(drive(world.graph(), world.at('Y'), world.at('G')), 30 + 30 + 30 + 20);
    world.mayNot("AX", 'X', "AX");
    EXPECT_EQ(drive(world.graph(), world.at('Y'), world.at('G')), 30 + 30 + 100 + 30 + 20);
}

TEST(TurnRules, HoldForJourneysFromAndToTheMiddleOfARoad) {
    DrawnRoads world = crossing();
    world.mayNot("WX", 'X', "NX");
    const RoadGraph graph = world.graph();
    const Spot west = spotAt(graph, world.at(1, 2), {10});
    const Spot north = spotAt(graph, world.at(2, 1), {10});
    const Spot east = spotAt(graph, world.at(3, 2), {10});
    EXPECT_EQ(drive(graph, west, east), 20);
    EXPECT_EQ(drive(graph, north, west), 20);
    // Back over W: arrives by the same road, so the rule holds again; by S or E is 40 s more.
    EXPECT_EQ(drive(graph, west, north), 60);
}

TEST(TurnRules, WhoMustGoOnMayStillBeginAtTheJunction) {
    DrawnRoads world = crossing();
    world.mustGo("WX", 'X', "EX");
    EXPECT_EQ(drive(world.graph(), world.at('X'), world.at('N')), 20);
}

TEST(TurnRules, AtABarrierOneTurnsBack) {
    DrawnRoads world({"A--X--B"});
    world.road("AX");
    world.road("XB");
    world.barrier('X');
    world.mustGo("AX", 'X', "XB");  // nobody can: the rule is none
    const RoadGraph graph = world.graph();
    EXPECT_EQ(graph.nodeCount(), 4U);
    for (const Edge& edge : graph.arrays().edges) EXPECT_EQ(edge.stopping, graph.arrays().parts[edge.part].stopping);
}

}  // namespace
}  // namespace raquette::roads
