#include "gis/analysis/scenario/scenario.h"

#include "gis/analysis/people.h"
#include "gis/model/error.h"
#include "tests/gis/drawn_world.h"

#include <numeric>
#include <random>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;

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

}  // namespace
}  // namespace raquette::analysis
