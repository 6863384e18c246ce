#include "gis/analysis/travel/junctions.h"

#include "gis/analysis/travel/journeys.h"
#include "tests/gis/analysis/travel/road_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

namespace raquette::analysis {
namespace {

using testing::RoadWorld;

Junctions junctions(const RoadWorld& world) {
    return analyse(world.study, world.reference, world.dataset).services[0].roads->junctions.value_or(Junctions{});
}

/// A road from west to east with junctions at 2, 8, 14 and 19 km, and on beyond the border; at 60 km/h a minute is a kilometre.
RoadWorld street(double minutes) {
    RoadWorld world({"11"});
    world.road({{0.2, 0.5}, {0.8, 0.5}});
    world.road({{0.8, 0.5}, {1.4, 0.5}});
    world.road({{1.4, 0.5}, {1.9, 0.5}});
    world.road({{1.9, 0.5}, {2.5, 0.5}});
    world.addVenue("Le Fil", 0.2, 0.5);
    world.addTimedService("lieux", minutes);
    return world;
}

TEST(Junctions, AreBeyondReachWhereTheRoadToTheNearestIsLonger) {
    RoadWorld near = street(7);
    near.lay();
    EXPECT_EQ(junctions(near), (Junctions{4, 2, 0})) << "12 and 17 minutes; the one beyond the border is not of the study";
    RoadWorld far = street(20);
    far.lay();
    EXPECT_EQ(junctions(far), (Junctions{4, 0, 0}));
}

TEST(Junctions, OfAnIsletAreCutOffHoweverLongTheReach) {
    RoadWorld world = street(20);
    world.road({{1.5, 0.1}, {1.6, 0.1}});
    world.lay();
    EXPECT_EQ(junctions(world), (Junctions{6, 2, 2}));
}

TEST(Junctions, OfAOnewayEndAreCutOffOnlyTheWayThatIsClosed) {
    RoadWorld world = street(60);
    world.road({{0.8, 0.5}, {0.8, 0.9}}, 60, true);  // down, and never back
    world.lay({.trip = model::Trip::Back});
    EXPECT_EQ(junctions(world), (Junctions{5, 0, 0}));
    world.lay({.trip = model::Trip::There});
    EXPECT_EQ(junctions(world), (Junctions{5, 1, 1}));
    world.lay({.trip = model::Trip::Both});
    EXPECT_EQ(junctions(world), (Junctions{5, 1, 1}));
}

TEST(Junctions, WithoutAProviderAreAllCutOff) {
    RoadWorld world({"1"});
    world.road({{0.2, 0.5}, {0.8, 0.5}});
    world.addTimedService("lieux", 30);
    world.lay();
    EXPECT_EQ(junctions(world), (Junctions{2, 2, 2}));
}

/// Property: as many as a journey from each of them says.
TEST(Junctions, AreCountedAsJourneysFromThemAre) {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        RoadWorld world({"111", "111"});
        std::vector<RoadWorld::Place> corners;
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 6; ++column) corners.emplace_back(0.25 + column * 0.5, 0.25 + row * 0.5);
        }
        std::vector<std::uint8_t> used(corners.size(), 0);
        const auto join = [&](std::size_t a, std::size_t b) {
            if (random() % 3 == 0) return;
            world.road({corners[a], corners[b]}, static_cast<float>(20 + random() % 70));
            used[a] = used[b] = 1;
        };
        for (std::size_t i = 0; i < corners.size(); ++i) {
            if (i % 6 < 5) join(i, i + 1);
            if (i + 6 < corners.size()) join(i, i + 6);
        }
        world.addVenue("Le Fil", 0.3, 0.3);
        world.addVenue("L’Usine", 2.2, 1.3);
        world.addTimedService("lieux", 12);
        world.lay();
        const Analysis analysis = analyse(world.study, world.reference, world.dataset);
        const StudyArea area = studyArea(world.study, world.reference);
        const Journeys journeys(world.reference, area, analysis.services[0].providers, model::Minutes{12});
        Junctions expected;
        for (std::size_t i = 0; i < corners.size(); ++i) {
            if (used[i] == 0) continue;
            const roads::Millis time = journeys.nearest(world.at(corners[i].first, corners[i].second)).time;
            ++expected.all;
            if (time > roads::toMillis(model::Minutes{12})) ++expected.beyondReach;
            if (time == roads::unreached) ++expected.cutOff;
        }
        EXPECT_EQ(analysis.services[0].roads->junctions, expected) << round;
    }
}

}  // namespace
}  // namespace raquette::analysis
