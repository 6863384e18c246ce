#include "viewer/study/restudy.h"
#include "gis/model/progress.h"
#include "gis/roads/roads.h"
#include "tests/support/files.h"
#include "tests/viewer/world.h"
#include "viewer/panels/time_bar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::viewer {
namespace {

std::int64_t coveredOf(const store::StudyState& state) {
    return state.analysis.services.front().indicators.front().coveredPopulation.value;
}

TEST(Restudy, AStoreReadBackAnswersTheSameWhenAskedTheSame) {
    store::StudyState state = test::twoSquares();
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    const TemporaryFolder folder;
    store::writeStore(state, folder / "essai.gpkg");
    const store::StudyState read = store::readStore(folder / "essai.gpkg");
    const auto again = answeredAnew(read, askedBy(read, 0));
    ASSERT_EQ(again->analysis.services.size(), 1U);
    const analysis::ServiceResult& before = state.analysis.services.front();
    const analysis::ServiceResult& after = again->analysis.services.front();
    ASSERT_EQ(after.indicators.size(), before.indicators.size());
    for (std::size_t i = 0; i < before.indicators.size(); ++i) {
        EXPECT_EQ(after.indicators[i].territory, before.indicators[i].territory);
        EXPECT_EQ(after.indicators[i].coveredPopulation, before.indicators[i].coveredPopulation);
        EXPECT_EQ(after.indicators[i].population, before.indicators[i].population);
    }
    ASSERT_EQ(after.gaps.size(), before.gaps.size());
    EXPECT_EQ(after.gaps.front().population, before.gaps.front().population);
    EXPECT_EQ(after.gaps.front().cause, before.gaps.front().cause);
    EXPECT_NEAR(after.gaps.front().area.value, before.gaps.front().area.value, 1e-6 * before.gaps.front().area.value);
}

TEST(Restudy, AreasDrawnAndListedComeBackFromTheStore) {
    store::StudyState state = test::twoSquares();
    state.study.areas = {{"dessin", {"Dessin", "Drawing"}, {}, "zone.geojson"},
                         {"liste", {"Liste", "List"}, {{model::Level::Departement, state.reference.departements.front().code}}, {}}};
    state.reference.areaShapes["dessin"] = test::square(3, 46, 3.6, 47);
    state.study.area = {{model::Level::Area, "dessin"}};
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    const TemporaryFolder folder;
    store::writeStore(state, folder / "essai.gpkg");
    const store::StudyState read = store::readStore(folder / "essai.gpkg");
    ASSERT_EQ(read.study.areas.size(), 2U);
    EXPECT_EQ(read.study.areas[1].territories, state.study.areas[1].territories);
    const auto again = answeredAnew(read, askedBy(read, 0));
    EXPECT_EQ(coveredOf(*again), coveredOf(state));
    ASSERT_EQ(again->analysis.services.front().indicators.size(), state.analysis.services.front().indicators.size());
    for (std::size_t i = 0; i < state.analysis.services.front().indicators.size(); ++i) {
        const analysis::Indicator& before = state.analysis.services.front().indicators[i];
        EXPECT_EQ(again->analysis.services.front().indicators[i].population, before.population) << before.territory.text();
    }
}

TEST(Restudy, AnotherReachAndAnotherDayAnswerAnew) {
    store::StudyState state = test::twoSquares();
    state.dataset.venues.front().opened = model::PartialDate::parse("2020");
    Asked asked = askedBy(state, 0);
    EXPECT_EQ(coveredOf(*answeredAnew(state, asked)), 6000);
    asked.reach = model::kilometres(90);
    EXPECT_EQ(coveredOf(*answeredAnew(state, asked)), 9000);
    asked.day = model::inYear(asked.day, 2015);
    EXPECT_EQ(coveredOf(*answeredAnew(state, asked)), 0) << "the venue is not there yet";
}

TEST(Restudy, ATravelTimeIsChosenWhereItsRoadsAre) {
    store::StudyState state = test::twoSquares();
    state.study.services.front().reach = model::Minutes{30};
    EXPECT_FALSE(askedBy(state, 0).reach) << "a store read back alone has no roads";
    roads::RawRoads raw;
    raw.points = {roads::toPosition({2.4, 46.5}), roads::toPosition({3.6, 46.5})};
    raw.vertices = {0, 1};
    raw.roads = {{0, 90, 90, 0, true}};
    state.reference.roads = std::make_shared<const roads::Roads>(roads::Profile(), model::TravelRules(), roads::makeGraph(raw));
    Asked asked = askedBy(state, 0);
    EXPECT_EQ(asked.reach, model::Reach(model::Minutes{30}));
    EXPECT_EQ(coveredOf(*answeredAnew(state, asked)), 6000);
    asked.reach = model::Minutes{60};
    EXPECT_EQ(coveredOf(*answeredAnew(state, asked)), 9000);
}

TEST(Restudy, StopsWhenNobodyWaitsForIt) {
    const store::StudyState state = test::twoSquares();
    const std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(answeredAnew(state, askedBy(state, 0), stop.get_token()), model::Cancelled);
}

TEST(Years, GoFromTheFirstToTheLastThatSomethingChangesIn) {
    store::StudyState state = test::twoSquares();
    EXPECT_EQ(yearsOf(state), (Years{2026, 2026}));
    state.dataset.venues.front().opened = model::PartialDate::parse("2007-02");
    model::Contract contract;
    contract.period.end = model::PartialDate::parse("2028-12-31");
    state.dataset.contracts.push_back(contract);
    EXPECT_EQ(yearsOf(state), (Years{2007, 2028}));
    state.dataset.venues.front().opened = model::PartialDate::parse("1850");
    EXPECT_EQ(yearsOf(state), (Years{2026, 2028})) << "too long ago for a slider";
}

}  // namespace
}  // namespace raquette::viewer
