#include "tests/gis/roads/drawn_roads.h"

#include <gtest/gtest.h>

namespace raquette::roads {
namespace {

using testing::DrawnRoads;
using testing::drive;

/// The mainland is 900 m of road; the islet, beside it, 300 m.
DrawnRoads withIslet() {
    DrawnRoads world({"A-----B",  //
                      "      |",  //
                      "      |",  //
                      "      C",  //
                      "",         //
                      "I--J   "});
    world.road("ABC");
    world.road("IJ");
    return world;
}

TEST(Parts, JourneysDoNotBeginOnAnIsletSmallerThanAsked) {
    const DrawnRoads world = withIslet();
    const geometry::LonLat onIslet = world.at(1, 5);
    const RoadGraph all = world.graph(0.2);
    EXPECT_NEAR(spotAt(all, onIslet, {1000}).metres, 0, 1);
    const RoadGraph large = world.graph(0.5);
    EXPECT_NEAR(spotAt(large, onIslet, {1000}).metres, 500, 1);
    EXPECT_EQ(large.arrays().parts.size(), 2U);
}

TEST(Parts, OfATinyCountryTheLargestWillDo) {
    const RoadGraph graph = withIslet().graph(100);
    EXPECT_NEAR(spotAt(graph, withIslet().at(1, 5), {1000}).metres, 500, 1);
    EXPECT_NEAR(spotAt(graph, withIslet().at(6, 3), {1000}).metres, 0, 1);
}

TEST(Parts, KnowTheirLength) {
    const RoadGraph graph = withIslet().graph();
    std::vector<long> metres;
    for (const Part& part : graph.arrays().parts) metres.push_back(std::lround(static_cast<double>(part.kilometres) * 1000));
    std::ranges::sort(metres);
    EXPECT_EQ(metres, (std::vector<long>{300, 900}));
}

TEST(Parts, NoJourneyBeginsWhereOneCannotComeBackFrom) {
    DrawnRoads world({"A--B--C",  //
                      "   |   ",  //
                      "   D   "});
    world.road("AB");
    world.oneway("BC");  // in, and never out
    world.oneway("DB");  // out, and never in
    const RoadGraph graph = world.graph();
    EXPECT_NEAR(spotAt(graph, world.at(6, 0), {1000}).metres, 300, 1);
    EXPECT_NEAR(spotAt(graph, world.at(3, 2), {1000}).metres, 200, 1);
}

TEST(Parts, ACulDeSacIsPartOfItsTown) {
    DrawnRoads world({"A--B--C"});
    world.road("AB");
    world.road("BC");
    EXPECT_NEAR(spotAt(world.graph(), world.at(6, 0), {1000}).metres, 0, 1);
}

TEST(Parts, ARuleThatClosesTheOnlyWayOnMakesAnEndOfARoad) {
    DrawnRoads world({"A--B--C",  //
                      "|     |",  //
                      "E-----D"});
    world.oneway("AB");
    world.road("BC");
    world.road("CDEA");
    world.mayNot("AB", 'B', "BC");
    const RoadGraph graph = world.graph();
    EXPECT_NEAR(spotAt(graph, world.at(1, 0.1), {1000}).metres, std::hypot(100, 10), 1) << "the one-way road leads nowhere";
    EXPECT_EQ(drive(graph, world.at('B'), world.at('A')), 30 + 20 + 60 + 20);
}

TEST(Parts, RoadsThatAFerryJoinsHangTogether) {
    DrawnRoads world({"A--B~~~C--D"});
    world.road("AB");
    world.road("CD");
    world.ferry("BC", 900);
    const RoadGraph graph = world.graph();
    EXPECT_EQ(graph.arrays().parts.size(), 1U);
    EXPECT_EQ(drive(graph, spotAt(graph, world.at(0, 0), {10}), spotAt(graph, world.at(10, 0), {10})), 30 + 900 + 30);
}

}  // namespace
}  // namespace raquette::roads
