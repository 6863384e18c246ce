#include "gis/analysis/scenario/scenario.h"

#include "gis/analysis/people.h"
#include "gis/model/error.h"
#include "tests/gis/analysis/travel/road_world.h"
#include "tests/gis/drawn_world.h"

#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;
using raquette::testing::RoadWorld;

/// A world analysed once, and what a change gives.
struct Prepared {
    explicit Prepared(const DrawnWorld& world)
        : analysis(analyse(world.study, world.reference, world.dataset)),
          area(studyArea(world.study, world.reference)),
          scenario(world.study, world.reference, area, analysis.services.front()) {}
    Analysis analysis;
    StudyArea area;
    Scenario scenario;
};

double uncovered(const ServiceResult& result) {
    double area = result.slivers.area.value + result.fewPeople.area.value;
    for (const Gap& gap : result.gaps) area += gap.area.value;
    return area;
}

TEST(Scenario, ANewPlaceClosesAHole) {
    DrawnWorld world({"1 2"});
    world.addVenue("à gauche", 0.5, 0.5);
    world.addService("lieux", 9);
    const Prepared ready(world);
    const ScenarioAnswer answer = ready.scenario.answer({{}, {world.at(2.5, 0.5)}});
    EXPECT_EQ(answer.gained.value, 2000);
    EXPECT_EQ(answer.lost.value, 0);
    EXPECT_EQ(answer.coveredAfter.value, 3000);
    ASSERT_EQ(answer.holes.size(), 1u);
    EXPECT_EQ(answer.holes[0].name, "A3");
    EXPECT_EQ(answer.holes[0].after.value, 0);
    EXPECT_EQ(answer.holes[0].parts, 0);
    EXPECT_TRUE(answer.opened.empty());
}

TEST(Scenario, AClosingOpensAHoleBesideAnother) {
    DrawnWorld world({"123456789"});
    world.addVenue("fermera", 4.5, 0.5);
    world.addVenue("reste", 0.5, 0.5);
    world.addService("lieux", 12);
    const Prepared ready(world);
    const ScenarioAnswer answer = ready.scenario.answer({{"fermera"}, {}});
    EXPECT_EQ(answer.lost.value, 4000 + 5000 + 6000);
    ASSERT_EQ(answer.opened.size(), 1u);
    EXPECT_EQ(answer.opened[0].population.value, 15000);
    EXPECT_EQ(answer.opened[0].name, "A6, A5, A4");
    EXPECT_EQ(answer.opened[0].joins.size(), 2u);  // the holes on either side
    EXPECT_TRUE(answer.holes.empty());
}

TEST(Scenario, ANarrowerReachBetweenOthersStandsAlone) {
    DrawnWorld world({"11111"});
    for (const double at : {0.5, 2.5, 4.5}) world.addVenue("v" + std::to_string(at).substr(0, 1), at, 0.5);
    world.addService("lieux", 13);
    const Prepared ready(world);
    const ScenarioAnswer answer = ready.scenario.answer({{"v2"}, {}});
    ASSERT_EQ(answer.opened.size(), 1u);
    EXPECT_TRUE(answer.opened[0].joins.empty());
    EXPECT_EQ(answer.lost.value, 1000);
}

TEST(Scenario, AnUnknownProviderIsRefusedByName) {
    DrawnWorld world({"1"});
    world.addVenue("là", 0.5, 0.5);
    world.addService("lieux", 3);
    const Prepared ready(world);
    EXPECT_THROW((void)ready.scenario.answer({{"ailleurs"}, {}}), model::Error);
}

/// Closing and opening at random gives the people and the area of a whole new analysis.
TEST(Scenario, IsTheDifferenceOfTwoWholeAnalyses) {
    std::mt19937 random(42);
    const auto anywhere = [&] { return static_cast<double>(random() % 80) / 10 - 1; };
    for (int round = 0; round < 25; ++round) {
        DrawnWorld world({"123456", "789123", "45 .78", "912345"});
        const int venues = 4 + static_cast<int>(random() % 6);
        for (int v = 0; v < venues; ++v) world.addVenue("v" + std::to_string(v), anywhere(), anywhere());
        world.addService("lieux", 8 + static_cast<double>(random() % 8));
        const Prepared ready(world);

        ScenarioChange change;
        DrawnWorld after = world;
        for (int v = venues - 1; v >= 0; --v) {
            if (random() % 3 != 0) continue;
            change.closed.push_back("v" + std::to_string(v));
            after.dataset.venues.erase(after.dataset.venues.begin() + v);
        }
        for (int n = 0; n < static_cast<int>(random() % 3); ++n) {
            const double column = anywhere();
            const double row = anywhere();
            change.opened.push_back(world.at(column, row));
            after.addVenue("n" + std::to_string(n), column, row);
        }
        const ScenarioAnswer answer = ready.scenario.answer(change);
        const ServiceResult whole = analyse(after.study, after.reference, after.dataset).services.front();
        EXPECT_EQ(answer.coveredAfter.value, whole.coverages[1].population.value);
        const double before = uncovered(ready.analysis.services.front());
        EXPECT_NEAR(before - answer.areaGained.value + answer.areaLost.value, uncovered(whole), 2400e6 * 1e-6);
        std::int64_t opened = 0;
        for (const HoleOpened& hole : answer.opened) opened += hole.population.value;
        EXPECT_EQ(opened, answer.lost.value);
        std::int64_t closed = 0;
        for (const HoleLeft& hole : answer.holes) closed += (hole.before - hole.after).value;
        EXPECT_EQ(closed, answer.gained.value);
    }
}

/// A street through four communes, ten minutes from one middle to the next; a venue in the first.
RoadWorld street() {
    RoadWorld world({"1234"});
    world.road({{0.5, 0.5}, {1.5, 0.5}, {2.5, 0.5}, {3.5, 0.5}});
    world.addVenue("Le Fil", 0.5, 0.5);
    world.addTimedService("lieux", 12);
    world.lay();
    return world;
}

TEST(Scenario, ByTravelTimeFollowsTheRoad) {
    const RoadWorld world = street();
    const Prepared ready(world);
    const ScenarioAnswer opened = ready.scenario.answer({{}, {world.at(3.5, 0.5)}});
    EXPECT_EQ(opened.gained.value, 7000);
    EXPECT_FALSE(opened.reached.empty());
    EXPECT_GT(opened.areaGained.value, 0);
    const ScenarioAnswer closed = ready.scenario.answer({{"Le Fil"}, {}});
    EXPECT_EQ(closed.lost.value, 3000);
    EXPECT_EQ(closed.coveredAfter.value, 0);
    EXPECT_TRUE(closed.reached.empty());
    const ScenarioAnswer moved = ready.scenario.answer({{"Le Fil"}, {world.at(1.5, 0.5)}});
    EXPECT_EQ(moved.lost.value, 0);
    EXPECT_EQ(moved.gained.value, 3000);
}

TEST(Scenario, OfATravelTimeNeedsItsRoads) {
    RoadWorld world = street();
    EXPECT_TRUE(canChange(world.study.services[0], world.reference));
    world.reference.roads = nullptr;
    EXPECT_FALSE(canChange(world.study.services[0], world.reference));
    world.study.services[0].reach = model::Level::Departement;
    EXPECT_FALSE(canChange(world.study.services[0], world.reference));
}

/// By travel time the people are those of a whole new analysis; the land is, as far as a grid draws it.
TEST(Scenario, ByTravelTimeIsTheDifferenceOfTwoWholeAnalyses) {
    std::mt19937 random(4);
    const auto corner = [&] { return std::pair(0.5 + static_cast<double>(random() % 6), 0.5 + static_cast<double>(random() % 4)); };
    for (int round = 0; round < 12; ++round) {
        RoadWorld world({"123456", "789123", "457178", "912345"});
        for (int column = 0; column < 6; ++column) {
            for (int row = 0; row < 4; ++row) {
                const std::pair here(0.5 + column, 0.5 + row);
                if (column < 5 && random() % 4 != 0)
                    world.road({here, {here.first + 1, here.second}}, static_cast<float>(30 + random() % 60));
                if (row < 3 && random() % 4 != 0) world.road({here, {here.first, here.second + 1}}, static_cast<float>(30 + random() % 60));
            }
        }
        const int venues = 3 + static_cast<int>(random() % 4);
        const auto add = [&](RoadWorld& to, const std::string& id) {
            const auto [column, row] = corner();
            to.addVenue(id, column, row);
            return to.at(column, row);
        };
        for (int v = 0; v < venues; ++v) add(world, "v" + std::to_string(v));
        world.addTimedService("lieux", 8 + static_cast<double>(random() % 15));
        world.lay({.trip = round % 3 == 0 ? model::Trip::Both : model::Trip::There});
        const Prepared ready(world);

        ScenarioChange change;
        RoadWorld after = world;
        for (int v = venues - 1; v >= 0; --v) {
            if (random() % 3 != 0) continue;
            change.closed.push_back("v" + std::to_string(v));
            after.dataset.venues.erase(after.dataset.venues.begin() + v);
        }
        for (int n = 0; n < static_cast<int>(random() % 3); ++n) change.opened.push_back(add(after, "n" + std::to_string(n)));
        const ScenarioAnswer answer = ready.scenario.answer(change);
        const ServiceResult whole = analyse(after.study, after.reference, after.dataset).services.front();
        EXPECT_EQ(answer.coveredAfter.value, whole.coverages[1].population.value) << round;
        const double before = uncovered(ready.analysis.services.front());
        EXPECT_NEAR(before - answer.areaGained.value + answer.areaLost.value, uncovered(whole), 2400e6 * 0.005) << round;
    }
}

}  // namespace
}  // namespace raquette::analysis
