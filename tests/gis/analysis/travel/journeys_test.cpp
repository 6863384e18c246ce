#include "gis/analysis/travel/journeys.h"

#include "gis/analysis/provider.h"
#include "gis/geometry/geodesic.h"
#include "gis/model/error.h"
#include "tests/gis/analysis/travel/road_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cmath>
#include <random>

namespace raquette::analysis {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Optional;
using testing::RoadWorld;

Analysis analysed(const RoadWorld& world) {
    return analyse(world.study, world.reference, world.dataset);
}

const Indicator& study(const ServiceResult& result) {
    return result.indicators.front();
}

/// A valley of four communes, 10 km from one middle to the next at 60 km/h: ten minutes. A venue in the first.
RoadWorld valley(double minutes) {
    RoadWorld world({"1234"});
    world.road({{0.5, 0.5}, {1.5, 0.5}, {2.5, 0.5}, {3.5, 0.5}});
    world.addVenue("Le Fil", 0.5, 0.5);
    world.addTimedService("lieux", minutes);
    world.lay();
    return world;
}

TEST(Journeys, PeopleAreCountedByTheTimeOnTheRoad) {
    EXPECT_EQ(study(analysed(valley(9)).services[0]).coveredPopulation.value, 1000);
    EXPECT_EQ(study(analysed(valley(11)).services[0]).coveredPopulation.value, 3000);
    EXPECT_EQ(study(analysed(valley(31)).services[0]).coveredPopulation.value, 10000);
}

TEST(Journeys, AMountainBetweenTwoCommunesIsNotCrossed) {
    RoadWorld world({"11",  //
                     "11"});
    world.road({{0.5, 0.5}, {0.5, 1.5}, {1.5, 1.5}, {1.5, 0.5}});  // A1 and A2 only meet round the south
    world.addVenue("Le Fil", 0.5, 0.5);
    world.addTimedService("route", 15);
    world.addService("oiseau", 12);
    world.lay();
    const Analysis analysis = analysed(world);
    EXPECT_EQ(study(analysis.services[0]).coveredPopulation.value, 2000);
    EXPECT_EQ(study(analysis.services[1]).coveredPopulation.value, 3000) << "A2 too, as the crow flies";
}

TEST(Journeys, TheWalkToTheRoadCountsAndEndsSomewhere) {
    RoadWorld near({"1"});
    near.road({{0, 0.6}, {1, 0.6}});  // one kilometre south of the people: ten minutes on foot
    near.addVenue("Le Fil", 0, 0.6);
    near.addTimedService("lieux", 16);
    near.lay();
    const Analysis by16 = analysed(near);
    EXPECT_THAT(study(by16.services[0]).nearestTime->value, DoubleNear(15, 0.1));
    EXPECT_EQ(study(by16.services[0]).coveredPopulation.value, 1000);
    EXPECT_EQ(by16.services[0].roads->farFromRoad.value, 0);

    RoadWorld far({"1"});
    far.road({{0, 0.9}, {1, 0.9}});  // four kilometres
    far.road({{0, 0.1}, {1, 0.1}});
    far.addVenue("Le Fil", 0, 0.9);
    far.addTimedService("lieux", 500);
    far.lay();
    const Analysis never = analysed(far);
    EXPECT_EQ(study(never.services[0]).coveredPopulation.value, 0);
    EXPECT_FALSE(study(never.services[0]).nearestTime) << "no road leads them there";
    EXPECT_EQ(never.services[0].roads->farFromRoad.value, 1000);
}

TEST(Journeys, NobodyIsInNoTimeOfAVenueOfTheirCommune) {
    RoadWorld world({"1"});
    world.road({{0.4, 0.5}, {0.6, 0.5}});
    world.addVenue("Le Fil", 0.55, 0.5);
    world.addTimedService("lieux", 30);
    world.lay();
    EXPECT_THAT(study(analysed(world).services[0]).nearestTime->value, DoubleNear(0.5, 0.01)) << "along the same stretch of road";
}

TEST(Journeys, AOnewayIsLongerHome) {
    RoadWorld world({"11"});
    world.road({{0.5, 0.5}, {1.5, 0.5}}, 60, true);
    world.road({{1.5, 0.5}, {1.5, 0.9}, {0.5, 0.9}, {0.5, 0.5}}, 60, true);
    world.addVenue("Le Fil", 1.5, 0.5);
    world.addTimedService("lieux", 12);
    const auto covered = [&](model::Trip trip) {
        world.lay({.trip = trip});
        return study(analysed(world).services[0]).coveredPopulation.value;
    };
    EXPECT_EQ(covered(model::Trip::There), 2000);
    EXPECT_EQ(covered(model::Trip::Back), 1000) << "eighteen minutes home";
    EXPECT_EQ(covered(model::Trip::Both), 1000);
}

TEST(Journeys, ParkingAndEntryAreEachProvidersOwn) {
    RoadWorld world = valley(13);
    EXPECT_EQ(study(analysed(world).services[0]).coveredPopulation.value, 3000);
    world.lay({.delay = {{2}, {0.5}}});
    EXPECT_EQ(study(analysed(world).services[0]).coveredPopulation.value, 3000);
    const std::string id = analysed(world).services[0].providers[0].id;
    world.lay({.delay = {{2}, {0.5}}, .delays = {{id, {{2}, {5}}}}});
    EXPECT_EQ(study(analysed(world).services[0]).coveredPopulation.value, 1000);
}

TEST(Journeys, WithoutRoadsTimesAreEstimatedAndSaidToBe) {
    RoadWorld world({"1234"});
    world.addVenue("Le Fil", 0.5, 0.5);
    world.addTimedService("lieux", 30);
    world.profile.detour = 1.5;
    world.profile.elsewhere = 45;  // 15 km straight in half an hour
    world.lay();
    const Analysis analysis = analysed(world);
    EXPECT_EQ(study(analysis.services[0]).coveredPopulation.value, 3000);
    EXPECT_THAT(study(analysis.services[0]).estimatedShare, Optional(model::Share{1}));
    EXPECT_EQ(analysis.services[0].roads->estimated.value, 10000);
    ASSERT_EQ(analysis.services[0].roads->offRoad.size(), 1U);
    EXPECT_FALSE(analysis.services[0].roads->offRoad[0].nearest);
    // Drawn as it is counted: a disc of 15 km, cut by the land.
    EXPECT_NEAR(analysis.services[0].coverages[1].area.value, 20e3 * 10e3, 8e6);
}

TEST(Journeys, AVenueFarFromAnyRoadIsKeptListedAndWalkedTo) {
    RoadWorld world({"1..",  //
                     "...",  //
                     "..."});
    world.road({{0.5, 0.5}, {2.5, 0.5}, {2.5, 2.5}, {0.5, 2.5}, {0.5, 0.5}});
    world.addVenue("Le refuge", 1.5, 0.95);  // 4.5 km: three quarters of an hour on foot, ten minutes on the road
    world.addTimedService("lieux", 54);
    world.lay();
    const ServiceResult by54 = analysed(world).services[0];
    ASSERT_EQ(by54.roads->offRoad.size(), 1U);
    ASSERT_TRUE(by54.roads->offRoad[0].nearest);
    EXPECT_THAT(by54.roads->offRoad[0].nearest->value, DoubleNear(4500, 20));
    EXPECT_EQ(study(by54).coveredPopulation.value, 0);
    world.study.services[0].reach = model::Minutes{56};
    EXPECT_EQ(study(analysed(world).services[0]).coveredPopulation.value, 1000);
}

TEST(Journeys, DoubtAboutAPlaceIsDoubtAboutTime) {
    RoadWorld world = valley(15);
    world.dataset.venues[0].place.uncertainty = {3000};  // 5.4 minutes, estimated
    world.profile.detour = 1.35;
    world.profile.elsewhere = 45;
    world.lay();
    const ServiceResult result = analysed(world).services[0];
    EXPECT_EQ(result.coverages[0].population.value, 1000) << "surely within 9.6 minutes";
    EXPECT_EQ(result.coverages[1].population.value, 3000);
    EXPECT_EQ(result.coverages[2].population.value, 6000) << "possibly within 20.4";
}

TEST(Journeys, AServiceByTimeHasHolesFiguresAndSoleProviders) {
    RoadWorld world = valley(11);
    world.addVenue("La Tannerie", 3.5, 0.5);
    const ServiceResult result = analysed(world).services[0];
    EXPECT_EQ(study(result).coveredPopulation.value, 10000);
    EXPECT_THAT(result.onlyReached, ElementsAre(model::Inhabitants{3000}, model::Inhabitants{7000}));
    world = valley(11);
    const ServiceResult alone = analysed(world).services[0];
    ASSERT_FALSE(alone.gaps.empty());
    EXPECT_EQ(alone.gaps[0].population.value, 7000) << "the others are land that nobody lives on";
    EXPECT_EQ(alone.gaps[0].nearestName, "Le Fil");
    EXPECT_THAT(alone.gaps[0].nearestTime->value, DoubleNear(30, 0.1)) << "from A4, where most are unserved";
    EXPECT_GT(alone.gaps[0].deepestTime->value, 30);
    EXPECT_FALSE(alone.gaps[0].deepest);
    EXPECT_TRUE(alone.access.computed);
    EXPECT_EQ(alone.coveredAtShorter->value, 1000);
    EXPECT_EQ(alone.coveredAtLonger->value, 3000);
}

TEST(Journeys, WhatIsDrawnKeepsNearTheRoad) {
    // A venue at the end of a road: what it reaches lies along the road, not in a disc.
    const ServiceResult result = analysed(valley(11)).services[0];
    const geometry::GeoShape& drawn = result.coverages[1].shape;
    const RoadWorld world = valley(11);
    EXPECT_TRUE(contains(drawn, world.at(0.5, 0.5)));
    EXPECT_TRUE(contains(drawn, world.at(1.5, 0.505)));
    EXPECT_FALSE(contains(drawn, world.at(1.6, 0.505))) << "eleven minutes end there";
    EXPECT_FALSE(contains(drawn, world.at(0.5, 0.78))) << "half an hour on foot";
}

/// Roads in a net over the country, each with a speed of its own, some one-way, some missing.
RoadWorld randomWorld(std::mt19937& random) {
    RoadWorld world({"123.", "4567", ".891", "2345"});
    std::uniform_real_distribution<double> anywhere(0.1, 3.9);
    std::uniform_real_distribution<float> speed(20, 110);
    for (int row = 0; row <= 8; ++row) {
        for (int column = 0; column < 8; ++column) {
            const double i = row / 2.0;
            const double k = column / 2.0;
            if (random() % 5 != 0) world.road({{k, i}, {k + 0.5, i}}, speed(random), random() % 4 == 0);
            if (random() % 5 != 0) world.road({{i, k}, {i, k + 0.5}}, speed(random), random() % 4 == 0);
        }
    }
    for (int venue = 0; venue < 4; ++venue) {
        world.addVenue("V" + std::to_string(venue), anywhere(random), anywhere(random), static_cast<double>(random() % 3) * 700);
    }
    world.addTimedService("lieux", 20);
    world.profile.walkLimit = 4000;
    return world;
}

TEST(Journeys, SearchesForAllAndForEachAgreeAndWhatIsDrawnIsWhatIsCounted) {
    std::mt19937 random(7);
    int agree = 0;
    int looked = 0;
    for (int turn = 0; turn < 12; ++turn) {
        RoadWorld world = randomWorld(random);
        world.lay();
        const StudyArea area = studyArea(world.study, world.reference);
        const std::vector<Provider> providers = select(world.study.services[0], world.dataset, world.study.date).providers;
        const Journeys journeys(world.reference, area, providers, {20});
        const PeopleReach people = journeys.people();
        std::vector<double> best(world.reference.people.size(), std::numeric_limits<double>::infinity());
        journeys.visit([&](std::uint32_t point, std::uint32_t, model::Minutes time) {
            best[point] = std::min(best[point], time.value);
            return true;
        });
        for (std::size_t i = 0; i < best.size(); ++i) {
            const auto nearest = static_cast<double>(people.nearestMinutes[i]);
            ASSERT_EQ(best[i] <= 20, people.reach[i] >= NominallyReached);
            ASSERT_EQ(nearest <= 20, people.reach[i] >= NominallyReached) << turn << ", " << i;
            ASSERT_TRUE(best[i] > 20 || std::abs(best[i] - nearest) < 1e-4) << best[i] << ", " << nearest;
        }
        const Land& land = area.lands.front();
        const Catchments nominal = journeys.on(land, Certainty::Nominal);
        const Catchments sure = journeys.on(land, Certainty::Sure);
        const Catchments possible = journeys.on(land, Certainty::Possible);
        ASSERT_LE(areaOf(sure.together).value, areaOf(nominal.together).value + 1);
        ASSERT_LE(areaOf(nominal.together).value, areaOf(possible.together).value + 1);
        std::uniform_real_distribution<double> anywhere(0.01, 3.99);
        for (int i = 0; i < 400; ++i) {
            const geometry::LonLat place = world.at(anywhere(random), anywhere(random));
            const bool inside = contains(nominal.together, toPlane(land.frame, place));
            agree += inside == (roads::toMinutes(journeys.nearest(place).time).value <= 20) ? 1 : 0;
            ++looked;
        }
    }
    EXPECT_GE(agree, looked * 98 / 100) << agree << " of " << looked;
}

TEST(Journeys, OfAStoreWithoutItsRoadsAreRefused) {
    RoadWorld world({"1"});
    world.addVenue("Le Fil", 0.5, 0.5);
    world.addTimedService("lieux", 30);
    EXPECT_THAT([&] { analysed(world); }, ::testing::ThrowsMessage<model::Error>(HasSubstr("[reference] roads")));
}

TEST(Journeys, OfNobodyReachNothing) {
    RoadWorld world({"12"});
    world.road({{0.5, 0.5}, {1.5, 0.5}});
    world.addTimedService("lieux", 30);
    world.lay();
    const ServiceResult result = analysed(world).services[0];
    EXPECT_EQ(study(result).coveredPopulation.value, 0);
    EXPECT_TRUE(result.coverages[1].shape.empty());
    ASSERT_FALSE(result.gaps.empty());
    EXPECT_FALSE(result.gaps[0].deepestTime);
}

}  // namespace
}  // namespace raquette::analysis
