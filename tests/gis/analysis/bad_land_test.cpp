#include "gis/analysis/analysis.h"
#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"
#include "tests/gis/drawn_world.h"

#include <algorithm>

// Lands and services that are not as they should be: measured, said, and the study runs.

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;
using ::testing::Contains;
using ::testing::Not;

Analysis analysed(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset);
}

/// A commune's outline, in cells.
void draw(DrawnWorld& world, std::size_t commune, double west, double north, double east, double south) {
    geometry::GeoShape shape;
    shape.points = {world.at(west, south), world.at(east, south), world.at(east, north), world.at(west, north), world.at(west, south)};
    shape.closeRing();
    shape.closePolygon();
    world.reference.communeShapes[commune] = shape;
}

double wholeOf(const ServiceResult& result) {
    double area = result.coverages[1].area.value + result.slivers.area.value;
    for (const Gap& gap : result.gaps) area += gap.area.value;
    return area;
}

DrawnWorld row(const std::string& cells) {
    DrawnWorld world({cells});
    world.addVenue("là", 0.5, 0.5);
    world.addService("lieux", 12);
    return world;
}

TEST(Misfit, OfBordersThatMatchIsNone) {
    const Analysis analysis = analysed(row("1234"));
    EXPECT_EQ(analysis.misfit, Misfit{});
    EXPECT_THAT(analysis.notes, Not(Contains("note.territories-overlap")));
}

TEST(Misfit, OverlappingTerritoriesAreMeasuredAndSaid) {
    DrawnWorld world = row("1234");
    draw(world, 1, 0.8, 0, 2, 1);  // 2 km into its western neighbour
    const Analysis analysis = analysed(world);
    EXPECT_NEAR(analysis.misfit.overlap.value, 20e6, 1e3);
    EXPECT_EQ(analysis.misfit.blanks, 0);
    EXPECT_THAT(analysis.notes, Contains("note.territories-overlap"));
    const ServiceResult& result = analysis.services.front();
    EXPECT_NEAR(wholeOf(result), 400e6, 400) << "what two hold counts once in the area studied";
    EXPECT_EQ(result.indicators.front().population.value, 10000) << "and nobody twice";
}

TEST(Misfit, ATerritoryDrawnWithinAnotherCrossesNoBorderAndIsMeasured) {
    DrawnWorld world = row("1234");
    draw(world, 1, 0.2, 0.2, 0.4, 0.4);
    const Analysis analysis = analysed(world);
    EXPECT_NEAR(analysis.misfit.overlap.value, 4e6, 1e3);
    EXPECT_NEAR(wholeOf(analysis.services.front()), 300e6, 300);
}

TEST(Misfit, TheSameTerritoryTwiceIsMeasured) {
    DrawnWorld world = row("1234");
    draw(world, 1, 0, 0, 1, 1);
    EXPECT_NEAR(analysed(world).misfit.overlap.value, 100e6, 1e3);
    EXPECT_NEAR(wholeOf(analysed(world).services.front()), 300e6, 300);
}

TEST(Misfit, BlanksBetweenTerritoriesAreMeasuredAndAreNoHole) {
    DrawnWorld world({"111", "1 1", "111"});
    world.addVenue("là", 0.5, 0.5);
    world.addService("lieux", 12);
    draw(world, 0, 0, 0, 1, 0.9);  // a kilometre short of the one below, open to the sea
    const Analysis analysis = analysed(world);
    EXPECT_EQ(analysis.misfit.blanks, 1);
    EXPECT_NEAR(analysis.misfit.blank.value, 100e6, 1e3);
    EXPECT_THAT(analysis.notes, Contains("note.territories-blanks"));
    EXPECT_NEAR(wholeOf(analysis.services.front()), 790e6, 790);
}

TEST(Misfit, ATerritoryThatTheStudyLeavesOutIsNoBlank) {
    DrawnWorld world({"111", "151", "111"});
    world.addVenue("là", 0.5, 0.5);
    world.addService("lieux", 12);
    for (const model::Commune& commune : world.reference.communes) {
        if (commune.name != "B2") world.study.area.push_back({model::Level::Commune, commune.code});
    }
    EXPECT_EQ(analysed(world).misfit, Misfit{});
}

TEST(AServiceThatMatchesNobody, LeavesTheWholeAreaAsHolesOfCauseAbsentWhateverTheCut) {
    DrawnWorld world({"12", " 3"});
    world.addVenue("de musique", 0.5, 0.5);
    world.addService("cirque", 10);
    world.study.services.front().match.functions = {"cirque"};
    for (const model::Reach reach : {model::Reach{model::kilometres(10)}, model::Reach{model::Level::Departement}}) {
        world.study.services.front().reach = reach;
        for (const model::Split split : {model::Split::Basin, model::Split::Connected, model::Split::Departement, model::Split::Epci}) {
            world.study.gaps.split = split;
            const ServiceResult result = analysed(world).services.front();
            ASSERT_EQ(result.gaps.size(), 1u) << name(split);
            EXPECT_EQ(result.gaps[0].cause, Cause::Absent);
            EXPECT_TRUE(result.gaps[0].certain);
            EXPECT_EQ(result.gaps[0].population.value, 6000);
            EXPECT_NEAR(result.gaps[0].area.value, 300e6, 300);
            EXPECT_TRUE(result.providers.empty());
            EXPECT_EQ(result.indicators.front().coveredShare->value, 0);
        }
    }
}

TEST(AProviderAtSeaOrAbroad, IsKeptAndServesTheLandItReaches) {
    DrawnWorld world({"1 2"});
    world.addVenue("en mer", 1.5, 0.5);
    world.addVenue("Genève", 0, 0);
    world.dataset.venues.back().place.position = geometry::LonLat{6.14, 46.2};
    world.addVenue("Montréal", 0, 0);
    world.dataset.venues.back().place.position = geometry::LonLat{-73.6, 45.5};
    world.addVenue("Paramaribo", 0, 0);
    world.dataset.venues.back().place.position = geometry::LonLat{-55.2, 5.85};
    world.addService("lieux", 11);
    const ServiceResult result = analysed(world).services.front();
    EXPECT_EQ(result.providers.size(), 4u);
    EXPECT_EQ(result.indicators.front().coveredPopulation.value, 3000) << "from the sea, both shores";
    EXPECT_EQ(result.indicators.front().providers, 0) << "none stands in the study";
    EXPECT_GT(result.coverages[1].area.value, 0);
}

TEST(ATerritoryWithoutPeople, HasHolesNamedByItsLandAndNoShare) {
    DrawnWorld world({"...."});
    world.addVenue("là", 0.5, 0.5);
    world.addService("lieux", 12);
    const ServiceResult result = analysed(world).services.front();
    EXPECT_FALSE(result.indicators.front().coveredShare);
    EXPECT_FALSE(result.indicators.front().nearest);
    EXPECT_FALSE(result.indicators.front().access.accessibility);
    EXPECT_GT(result.indicators.front().coveredAreaShare->value, 0.2);
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.gaps[0].population.value, 0);
    EXPECT_FALSE(result.gaps[0].name.empty());
    EXPECT_EQ(result.gaps[0].cause, Cause::Absent);
    world.reference.people.clear();
    EXPECT_EQ(analysed(world).services.front().gaps.size(), 1u) << "nor any point to count at";
}

TEST(ADateWithoutData, FindsNobodyAndTheRestOfTheStudyStands) {
    DrawnWorld world({"12"});
    world.addVenue("là", 0.5, 0.5);
    world.dataset.venues.back().opened = model::PartialDate::parse("2015");
    world.addService("lieux", 12);
    world.study.date = *model::parseDay("1900-01-01");
    const Analysis analysis = analysed(world);
    const ServiceResult& result = analysis.services.front();
    EXPECT_TRUE(result.providers.empty());
    EXPECT_EQ(result.coverages[2].population.value, 0);
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.gaps[0].cause, Cause::Absent);
    EXPECT_EQ(result.gaps[0].population.value, 3000);
    EXPECT_TRUE(std::ranges::all_of(result.timeline.rows, [](const TimelineRow& row) { return row.coveredPopulation.value == 0; }));
    EXPECT_EQ(analysis.filiere.structures, 0);
}

}  // namespace
}  // namespace raquette::analysis
