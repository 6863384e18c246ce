#include "gis/roads/path_rules.h"

#include "tests/gis/roads/drawn_roads.h"

#include <gtest/gtest.h>

namespace raquette::roads {
namespace {

using testing::DrawnRoads;
using testing::drive;
using testing::never;

/// A dual carriageway, D to F and C to A, with a link between its sides and one far beyond; from A one comes to D.
DrawnRoads dualCarriageway() {
    DrawnRoads world({"A----B----C------G",  //
                      "|    |           |",  //
                      "|    |           |",  //
                      "D----E----F------H"});
    for (const char* letters : {"CB", "BA", "DE", "EF", "FH", "GC", "AD"}) world.oneway(letters);
    for (const char* letters : {"EB", "HG"}) world.road(letters);
    return world;
}

TEST(PathRules, WhoMayNotTurnOverALinkGoesOnToTheNext) {
    DrawnRoads world = dualCarriageway();
    EXPECT_EQ(drive(world.graph(), world.at('D'), world.at('A')), 50 + 30 + 50);
    ASSERT_TRUE(world.mayNot({"DE", "EB", "BA"}));
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('D'), world.at('A')), 50 + 50 + 70 + 30 + 70 + 50 + 50);
    EXPECT_EQ(drive(graph, world.at('D'), world.at('B')), 50 + 30) << "onto the link one may";
    EXPECT_EQ(drive(graph, world.at('C'), world.at('F')), 50 + 30 + 50) << "the other way round nothing is said";
}

TEST(PathRules, WhoBeginsOnTheLinkDoesNotComeFromTheRoad) {
    DrawnRoads world = dualCarriageway();
    ASSERT_TRUE(world.mayNot({"DE", "EB", "BA"}));
    const RoadGraph graph = world.graph();
    const Spot onLink = spotAt(graph, world.at(5, 2), {10});
    EXPECT_EQ(drive(graph, onLink, spotAt(graph, world.at(1, 0), {10})), 20 + 40);
    EXPECT_EQ(drive(graph, spotAt(graph, world.at(1, 3), {10}), onLink), 40 + 10);
    EXPECT_EQ(drive(graph, world.at('E'), world.at('A')), 30 + 50);
}

/// A road from W to E that passes three side streets, which hang together in the north: a lane from there leads back to it.
DrawnRoads highStreet() {
    DrawnRoads world({"   N--O--P   ",  //
                      "   |  |  |   ",  //
                      "W--A--B--C--E",  //
                      "         |   ",  //
                      "         S   "});
    for (const char* letters : {"WA", "ABC", "CE", "CS", "NOP"}) world.road(letters);
    for (const char* letters : {"NA", "OB", "PC"}) world.road(letters);
    return world;
}

TEST(PathRules, ARuleHoldsOverAStretchThatSideStreetsCut) {
    DrawnRoads world = highStreet();
    ASSERT_TRUE(world.mayNot({"WA", "ABC", "CE"}));
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('C')), 90);
    EXPECT_EQ(drive(graph, world.at('W'), world.at('S')), 90 + 20);
    // By a side street and the lane, whichever: who has left the stretch and comes back to it is free.
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 30 + 20 + 60 + 20 + 30);
    EXPECT_EQ(drive(graph, world.at('A'), world.at('E')), 60 + 30);
    EXPECT_EQ(drive(graph, world.at('N'), world.at('E')), 20 + 60 + 30);
    EXPECT_EQ(drive(graph, world.at('E'), world.at('W')), 120);
}

TEST(PathRules, OnlyLeavesNoSideStreetAndNoTurningBack) {
    DrawnRoads world = highStreet();
    ASSERT_TRUE(world.mustGo({"WA", "ABC", "CE"}));
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 120);
    EXPECT_EQ(drive(graph, world.at('W'), world.at('C')), 90) << "one may end a journey on the stretch";
    // To the end, and back from there.
    EXPECT_EQ(drive(graph, world.at('W'), world.at('S')), 120 + 30 + 20);
    EXPECT_EQ(drive(graph, world.at('W'), world.at('O')), 120 + 30 + 20 + 30);
    EXPECT_EQ(drive(graph, world.at('W'), world.at('N')), 120 + 30 + 60 + 20);
    // Others are free.
    EXPECT_EQ(drive(graph, world.at('N'), world.at('S')), 20 + 60 + 20);
    const Spot onStretch = spotAt(graph, world.at(5, 2), {10});
    EXPECT_EQ(drive(graph, onStretch, spotAt(graph, world.at(9, 3), {10})), 40 + 10);
    EXPECT_EQ(drive(graph, spotAt(graph, world.at(1, 2), {10}), onStretch), 40);
}

TEST(PathRules, SeveralRoadsMayLieBetween) {
    DrawnRoads world({"W--A--B--C--E",  //
                      "      |  |   ",  //
                      "      T  S   "});
    for (const char* letters : {"WA", "AB", "BC", "CE", "BT", "CS"}) world.road(letters);
    ASSERT_TRUE(world.mayNot({"WA", "AB", "BC", "CS"}));
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 120);
    // Into the nearest dead end and out again: nothing says one may not.
    EXPECT_EQ(drive(graph, world.at('W'), world.at('S')), 60 + 40 + 30 + 20);
    EXPECT_EQ(drive(graph, world.at('A'), world.at('S')), 80);
    EXPECT_EQ(drive(graph, world.at('T'), world.at('S')), 20 + 30 + 20);
}

TEST(PathRules, TheRoadsThatJoinMayBeDrawnEitherWay) {
    for (const bool turned : {false, true}) {
        DrawnRoads world({"W--A--B--E"});
        world.road("WA");
        world.road(turned ? "BA" : "AB");
        world.road("BE");
        ASSERT_TRUE(world.mayNot({"WA", turned ? "BA" : "AB", "BE"}));
        // On to B, back to the end of W, and so again: never.
        EXPECT_EQ(drive(world.graph(), world.at('W'), world.at('E')), never);
        EXPECT_EQ(drive(world.graph(), world.at('E'), world.at('W')), 90);
    }
}

TEST(PathRules, OverARingTheyHoldTheWayItIsDriven) {
    DrawnRoads world({"      N      ",  //
                      "      |      ",  //
                      "   p--Q--r   ",  //
                      "   |     |   ",  //
                      "W--A     B--E",  //
                      "   |     |   ",  //
                      "   u--S--v   ",  //
                      "      |      ",  //
                      "      T      "});
    world.oneway("QpAuSvBrQ");
    for (const char* letters : {"WA", "BE", "NQ", "ST"}) world.road(letters);
    EXPECT_EQ(drive(world.graph(), world.at('W'), world.at('N')), 30 + 100 + 50 + 20);
    ASSERT_TRUE(world.mayNot({"WA", "QpAuSvBrQ", "NQ"}));
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 30 + 100 + 30);
    // Once more around is not what is forbidden; into E or T and out again is nearer than that.
    EXPECT_EQ(drive(graph, world.at('W'), world.at('N')), 30 + 50 + 40 + 50 + 50 + 20);
    EXPECT_EQ(drive(graph, world.at('E'), world.at('N')), 30 + 50 + 20);
}

TEST(PathRules, ARingMayBeLeftWhereItWasEntered) {
    DrawnRoads world({"   b--c",  //
                      "   |  |",  //
                      "W--A--d"});
    world.road("WA");
    world.oneway("AbcdA");
    EXPECT_EQ(drive(world.graph(), world.at('W'), world.at('W')), 0);
    ASSERT_TRUE(world.mayNot({"WA", "AbcdA", "WA"}));
    const RoadGraph graph = world.graph();
    const Spot home = spotAt(graph, world.at(1, 2), {10});
    const Spot beyond = spotAt(graph, world.at(3, 1), {10});
    EXPECT_EQ(drive(graph, home, beyond), 20 + 10);
    EXPECT_EQ(drive(graph, beyond, home), 10 + 30 + 20 + 30 + 20);
    EXPECT_EQ(drive(graph, spotAt(graph, world.at(5, 2), {10}), spotAt(graph, world.at(6, 1), {10})), 20 + 20 + 30 + 10);
}

TEST(PathRules, ARuleOverAClosedRoadClosesNothing) {
    DrawnRoads world = highStreet();
    world.add("CE", 0, 0);
    world.road("PE");
    ASSERT_TRUE(world.mustGo({"WA", "ABC", "CE"}));
    EXPECT_EQ(drive(world.graph(), world.at('W'), world.at('S')), 90 + 20);
}

TEST(PathRules, ARuleAgainstAOnewayRoadClosesNothing) {
    DrawnRoads world({"W--A--B--E",  //
                      "   |  |   ",  //
                      "   C--D   "});
    for (const char* letters : {"WA", "BE", "ACDB"}) world.road(letters);
    world.oneway("BA");
    ASSERT_TRUE(world.mustGo({"WA", "BA", "BE"}));
    EXPECT_EQ(drive(world.graph(), world.at('W'), world.at('E')), 30 + 70 + 30);
}

TEST(PathRules, NothingIsDrivenPastABarrierInBetween) {
    DrawnRoads world = highStreet();
    world.barrier('B');
    ASSERT_TRUE(world.mustGo({"WA", "ABC", "CE"}));
    EXPECT_EQ(drive(world.graph(), world.at('W'), world.at('N')), 50);
}

TEST(PathRules, AddUpWithRulesAtTheJunctionsTheyPass) {
    DrawnRoads world = highStreet();
    ASSERT_TRUE(world.mayNot({"WA", "ABC", "CE"}));
    world.mayNot("ABC", 'C', "CS");
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('S')), 30 + 20 + 60 + 20 + 20);
    EXPECT_EQ(drive(graph, world.at('A'), world.at('E')), 90);
}

TEST(PathRules, TwoMayOverlap) {
    DrawnRoads world({"W--A--B--C--E",  //
                      "   |  |  |   ",  //
                      "   S  T  U   "});
    for (const char* letters : {"WA", "AB", "BC", "CE", "AS", "BT", "CU"}) world.road(letters);
    ASSERT_TRUE(world.mayNot({"WA", "AB", "BC", "CE"}));
    ASSERT_TRUE(world.mayNot({"AB", "BC", "CU"}));
    const RoadGraph graph = world.graph();
    EXPECT_EQ(drive(graph, world.at('W'), world.at('E')), 120 + 40) << "by S, T or U and back";
    EXPECT_EQ(drive(graph, world.at('S'), world.at('U')), 20 + 30 + 40 + 30 + 20) << "by T and back";
    EXPECT_EQ(drive(graph, world.at('T'), world.at('U')), 20 + 30 + 20);
}

TEST(PathRules, OnlyJunctionsTheyTouchGetStandsAndLikeOnesShareThem) {
    DrawnRoads world = highStreet();
    const std::size_t without = world.graph().nodeCount();
    ASSERT_TRUE(world.mayNot({"WA", "ABC", "CE"}));
    EXPECT_EQ(world.graph().nodeCount(), without + 3) << "at A, B and C";
    ASSERT_TRUE(world.mayNot({"NA", "ABC", "CE"}));
    EXPECT_EQ(world.graph().nodeCount(), without + 3) << "who comes from N is in the same case";
    ASSERT_TRUE(world.mayNot({"WA", "ABC", "CE"}));
    EXPECT_EQ(world.graph().nodeCount(), without + 3) << "what is said twice is said once";
}

TEST(PathRules, HoldForEveryStandOfAJourneysEnd) {
    DrawnRoads world = highStreet();
    ASSERT_TRUE(world.mustGo({"WA", "ABC", "CE"}));
    const RoadGraph graph = world.graph();
    const Spot last = spotAt(graph, world.at(11, 2), {10});
    EXPECT_EQ(drive(graph, spotAt(graph, world.at(1, 2), {10}), last), 20 + 60 + 20);
    EXPECT_EQ(drive(graph, last, spotAt(graph, world.at(1, 2), {10})), 20 + 60 + 20);
}

TEST(PathRules, OfRoadsThatDoNotJoinAreNone) {
    DrawnRoads world = highStreet();
    EXPECT_FALSE(world.mayNot({"WA", "OB", "CE"}));
    EXPECT_FALSE(world.mayNot({"WA", "CE", "ABC"}));
    EXPECT_FALSE(world.mayNot({"WA", "ABC", "ABC"}));
    EXPECT_FALSE(world.mayNot({"WA", "ABC", "NA"})) << "nobody turns back in the middle of a rule";
    EXPECT_FALSE(world.mayNot({"WA", "ABC"}));
    EXPECT_TRUE(world.raw.paths.empty());
}

TEST(PathRules, JoinPiecesOfAWayThatWasCut) {
    DrawnRoads world({"W--A--B--E", "   |  |   ", "   C  D   "});
    for (const char* letters : {"WA", "AC", "BD", "AB", "BE"}) world.road(letters);
    // The way in between is AC, BD and AB: what is left of a longer one.
    const std::vector<std::vector<std::uint32_t>> ways{{0}, {1, 2, 3}, {4}};
    const std::vector<PathRule> rules = pathRules(world.raw, ways, true);
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0].via, std::vector<std::uint32_t>{3});
    EXPECT_EQ(rules[0].points.size(), 2U);
    EXPECT_TRUE(rules[0].only);
}

TEST(PathRules, OfRoadsThatShareManyPointsNobodyKnowsWhichWayIsMeant) {
    DrawnRoads world({"W-a-b-c-d-e-f-g-h-i-j-E"});
    world.road("Wabcdefghij");
    world.road("abcdefghijE");
    world.road("EjihgfedcbaW");
    EXPECT_FALSE(world.mayNot({"Wabcdefghij", "abcdefghijE", "EjihgfedcbaW"}));
}

}  // namespace
}  // namespace raquette::roads
