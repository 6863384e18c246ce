#include "gis/analysis/analysis.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/geodesic.h"
#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"
#include "tests/gis/drawn_world.h"

#include <cmath>
#include <map>
#include <random>
#include <set>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;

Analysis analysed(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset);
}

const Indicator& indicatorOf(const ServiceResult& result, const std::string& territory) {
    for (const Indicator& indicator : result.indicators) {
        if (indicator.territory.text() == territory) return indicator;
    }
    throw std::runtime_error("no indicator of " + territory);
}

double planeArea(const geometry::GeoShape& shape) {
    return areaOf(toPlane(geometry::lambert93, shape)).value;
}

TEST(Analysis, PeopleAreCountedByTheDistanceTest) {
    DrawnWorld world({"1234"});
    world.addVenue("Le Fil", 0.5, 0.5);
    world.addService("lieux", 20.5);
    const ServiceResult result = analysed(world).services.front();
    EXPECT_EQ(result.coverages[1].population.value, 1000 + 2000 + 3000);
    EXPECT_EQ(indicatorOf(result, "study").coveredShare->value, 0.6);
    EXPECT_EQ(indicatorOf(result, "commune:23004").coveredPopulation.value, 0);
    EXPECT_NEAR(indicatorOf(result, "commune:23003").nearest->value, 20000, 50);  // Lambert-93 stretches by 0.2 % at the most
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.gaps[0].name, "A4");
    EXPECT_EQ(result.gaps[0].population.value, 4000);
    EXPECT_EQ(result.gaps[0].nearestName, "Le Fil");
    EXPECT_EQ(result.gaps[0].id, "lieux:23004");
}

TEST(Analysis, CertaintyFollowsTheUncertaintyOfThePosition) {
    DrawnWorld world({"111111"});
    world.addVenue("vague", 0.5, 0.5, 10000);
    world.addService("lieux", 30.5);
    const ServiceResult result = analysed(world).services.front();
    EXPECT_EQ(result.coverages[0].population.value, 3000);  // 20.5 km
    EXPECT_EQ(result.coverages[1].population.value, 4000);  // 30.5 km
    EXPECT_EQ(result.coverages[2].population.value, 5000);  // 40.5 km
    EXPECT_LT(result.coverages[0].area, result.coverages[1].area);
    EXPECT_LT(result.coverages[1].area, result.coverages[2].area);
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.gaps[0].population.value, 2000);
    EXPECT_EQ(result.gaps[0].certainPopulation.value, 1000);
    EXPECT_FALSE(result.gaps[0].certain);
    EXPECT_EQ(result.gaps[0].cause, Cause::Uncertain);
}

TEST(Analysis, APositionVaguerThanTheReachIsNeverSure) {
    DrawnWorld world({"1"});
    world.addVenue("vague", 0.5, 0.5, 30000);
    world.addService("lieux", 20);
    const ServiceResult result = analysed(world).services.front();
    EXPECT_EQ(result.coverages[0].population.value, 0);
    EXPECT_EQ(result.coverages[0].area.value, 0);
    EXPECT_EQ(result.coverages[1].population.value, 1000);
}

TEST(Analysis, TheUncoveredAreaIsCutWhereItNarrows) {
    // Two countries of people joined by a corridor that a venue nearly closes.
    DrawnWorld world({"99999    ", "99999    ", "99999    ", "    .    ", "    99999", "    99999", "    99999"});
    world.addVenue("au milieu", 4.5, 3.5);
    world.addService("lieux", 4);
    world.study.gaps.depth = 1;
    const ServiceResult result = analysed(world).services.front();
    ASSERT_EQ(result.gaps.size(), 2u);
    EXPECT_EQ(result.gaps[0].population.value, 15 * 9000);
    EXPECT_EQ(result.gaps[1].population.value, 15 * 9000);
    EXPECT_EQ(*result.gaps[0].communes + *result.gaps[1].communes, 31);  // the corridor goes whole to one of them
}

TEST(Analysis, ACommuneCutByCoverageGivesEachPartToItsHole) {
    DrawnWorld world({"5.5"});
    world.addVenue("au milieu", 1.5, 0.5);
    world.addService("lieux", 6);
    const ServiceResult result = analysed(world).services.front();
    ASSERT_EQ(result.gaps.size(), 2u);
    EXPECT_EQ(result.gaps[0].communes, 2);  // A1 and the left corners of A2
    EXPECT_EQ(result.gaps[1].communes, 2);
    EXPECT_NEAR(result.gaps[0].area.value, result.gaps[1].area.value, 0.01e6);
}

TEST(Analysis, PiecesThatDoNotTouchAreNeverJoined) {
    DrawnWorld world({"1 1", "   ", "1 1"});
    world.addVenue("loin", 30, 1);
    world.addService("lieux", 10);
    EXPECT_EQ(analysed(world).services.front().gaps.size(), 4u);
    world.study.gaps.split = model::Split::Departement;
    const ServiceResult result = analysed(world).services.front();
    ASSERT_EQ(result.gaps.size(), 1u);  // one multipolygon per unit
    EXPECT_EQ(result.gaps[0].population.value, 4000);
    EXPECT_EQ(result.gaps[0].shape.polygonCount(), 4u);
}

TEST(Analysis, WithoutAProviderEverythingIsUncoveredAndNothingIsNear) {
    DrawnWorld world({"12"});
    world.addService("lieux", 10);
    const ServiceResult result = analysed(world).services.front();
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.gaps[0].population.value, 3000);
    EXPECT_FALSE(result.gaps[0].nearest);
    EXPECT_FALSE(result.gaps[0].deepest);
    EXPECT_EQ(result.gaps[0].cause, Cause::Absent);
    EXPECT_TRUE(result.gaps[0].certain);
}

TEST(Analysis, EverythingCoveredLeavesNoHole) {
    DrawnWorld world({"12"});
    world.addVenue("partout", 1, 0.5);
    world.addService("lieux", 50);
    const ServiceResult result = analysed(world).services.front();
    EXPECT_TRUE(result.gaps.empty());
    EXPECT_DOUBLE_EQ(indicatorOf(result, "study").coveredAreaShare->value, 1);
    EXPECT_FALSE(indicatorOf(result, "commune:23001").coveredShare == std::nullopt);
}

TEST(Analysis, WhereNobodyLivesTheShareIsUnknown) {
    DrawnWorld world({".1"});
    world.addVenue("là", 0.5, 0.5);
    world.addService("lieux", 3);
    const ServiceResult result = analysed(world).services.front();
    EXPECT_FALSE(indicatorOf(result, "commune:23001").coveredShare);
    EXPECT_GT(indicatorOf(result, "commune:23001").coveredAreaShare->value, 0.2);
}

TEST(Analysis, OnlyTheStudyAreaCountsAndProvidersOutsideServe) {
    DrawnWorld world({"1234"});
    world.addVenue("dehors", 0.5, 0.5);
    world.addService("lieux", 15);
    world.study.area = {{model::Level::Commune, "23002"}, {model::Level::Commune, "23003"}};
    const ServiceResult result = analysed(world).services.front();
    const Indicator& study = indicatorOf(result, "study");
    EXPECT_EQ(study.population.value, 5000);
    EXPECT_EQ(study.coveredPopulation.value, 2000);
    EXPECT_EQ(study.providers, 0);
    EXPECT_NEAR(indicatorOf(result, "dep:23").insideShare.value, 0.5, 1e-6);
    EXPECT_EQ(result.reach[0], OutsideStudy);
}

TEST(Analysis, ADrawnAreaCountsTheParts) {
    DrawnWorld world({"1234"});
    world.addVenue("dedans", 0.5, 0.5);
    world.addService("lieux", 4);
    model::AreaDeclaration area;
    area.id = "gauche";
    area.path = "gauche.geojson";
    world.study.areas = {area};
    world.study.area = {{model::Level::Area, "gauche"}};
    geometry::GeoShape& drawn =
        world.reference.areaShapes["gauche"];  // A1 and the left half of A2, whose people stand on its edge or beyond
    drawn.points = {world.at(-1, 2), world.at(1.4, 2), world.at(1.4, -1), world.at(-1, -1), world.at(-1, 2)};
    drawn.closeRing();
    drawn.closePolygon();
    const ServiceResult result = analysed(world).services.front();
    const Indicator& study = indicatorOf(result, "study");
    EXPECT_EQ(study.population.value, 1000);
    EXPECT_NEAR(indicatorOf(result, "commune:23001").insideShare.value, 1, 1e-9);
    EXPECT_NEAR(indicatorOf(result, "commune:23002").insideShare.value, 0.4, 1e-3);
    EXPECT_EQ(result.reach[1], OutsideStudy);
    double uncovered = 0;
    for (const Gap& gap : result.gaps) uncovered += gap.area.value;
    EXPECT_NEAR(uncovered, 140e6 - 3.14159 * 16e6 * 1.001, 0.5e6);
}

TEST(Analysis, WhereNobodyLookedTheHoleIsABlankInTheSurvey) {
    DrawnWorld world({"1 2"});
    world.addVenue("loin", 30, 0.5);
    world.addService("lieux", 5);
    model::SourceDeclaration source;
    source.id = "dessin";
    source.kind = model::SourceKind::Venues;
    source.surveyed = {{model::Level::Commune, "23002"}};
    world.study.sources = {source};
    const Analysis analysis = analysed(world);
    EXPECT_TRUE(analysis.completenessStated);
    ASSERT_EQ(analysis.services[0].gaps.size(), 2u);
    EXPECT_EQ(analysis.services[0].gaps[0].cause, Cause::Absent);       // 23002: they looked
    EXPECT_EQ(analysis.services[0].gaps[1].cause, Cause::NotSurveyed);  // 23001
    world.study.sources[0].kind = model::SourceKind::Contracts;         // says nothing about venues
    EXPECT_EQ(analysed(world).services[0].gaps[1].cause, Cause::Absent);
}

TEST(Analysis, WhatIsTooSmallIsCountedNotListed) {
    DrawnWorld world({"1 9"});
    world.addVenue("loin", 30, 0.5);
    world.addService("lieux", 5);
    world.study.gaps.minPopulation.value = 2000;
    ServiceResult result = analysed(world).services.front();
    ASSERT_EQ(result.gaps.size(), 1u);
    EXPECT_EQ(result.fewPeople.count, 1);
    EXPECT_EQ(result.fewPeople.population.value, 1000);
    world.study.gaps.minArea.value = 200e6;
    result = analysed(world).services.front();
    EXPECT_TRUE(result.gaps.empty());
    EXPECT_EQ(result.slivers.count, 2);
    EXPECT_EQ(result.slivers.population.value, 10000);
}

TEST(Analysis, AnUnknownTerritoryIsRefusedByName) {
    DrawnWorld world({"1"});
    world.addService("lieux", 30);
    world.study.area = {{model::Level::Departement, "99"}};
    EXPECT_THAT([&] { analysed(world); }, ::testing::ThrowsMessage<model::Error>(::testing::HasSubstr("dep:99")));
}

/// A country drawn at random, with venues anywhere.
DrawnWorld randomWorld(std::mt19937& random) {
    std::vector<std::string> rows(12, std::string(14, ' '));
    for (std::string& row : rows) {
        for (char& cell : row) cell = random() % 6 == 0 ? ' ' : static_cast<char>('0' + random() % 10);
    }
    DrawnWorld world(rows);
    std::uniform_real_distribution<double> column(0, 14);
    std::uniform_real_distribution<double> row(0, 12);
    std::uniform_real_distribution<double> doubt(0, 6000);
    for (int i = 0; i < 7; ++i) world.addVenue("v" + std::to_string(i), column(random), row(random), doubt(random));
    world.addService("lieux", 18);
    return world;
}

TEST(Analysis, OnAnyWorldHolesSumToWhatIsUncoveredAndCoverageIsTheDistanceTest) {
    std::mt19937 random(4);
    for (int i = 0; i < 25; ++i) {
        DrawnWorld world = randomWorld(random);
        for (const model::Split split : {model::Split::Basin, model::Split::Connected, model::Split::Departement, model::Split::Epci}) {
            world.study.gaps.split = split;
            const Analysis analysis = analysed(world);
            const ServiceResult& result = analysis.services.front();

            std::int64_t covered = 0;
            for (const model::PopulationPoint& point : world.reference.people) {
                double nearest = INFINITY;
                for (const Provider& provider : result.providers)
                    nearest = std::min(nearest, geodesicDistance(point.at, provider.at).value);
                if (nearest <= 18000) covered += point.people;
            }
            ASSERT_EQ(result.coverages[1].population.value, covered);

            std::int64_t people = result.slivers.population.value;
            double area = result.slivers.area.value;
            for (const Gap& gap : result.gaps) {
                people += gap.population.value;
                area += gap.area.value;
                ASSERT_NEAR(planeArea(gap.shape), gap.area.value, 1e-6 * gap.area.value + 1);
                ASSERT_FALSE(geometry::invalidity(gap.shape)) << *geometry::invalidity(gap.shape);
                ASSERT_LE(gap.certainPopulation, gap.population);
                ASSERT_GE(*gap.deepest, model::kilometres(17.9));
            }
            const Indicator& study = result.indicators.front();
            ASSERT_EQ(people, study.population.value - study.coveredPopulation.value);
            const double whole = planeArea(analysis.studyArea);
            ASSERT_NEAR(area / whole, 1 - study.coveredAreaShare->value, 1e-6);
            ASSERT_NEAR(result.coverages[1].area.value / whole, study.coveredAreaShare->value, 1e-6);
            ASSERT_LE(result.coverages[0].population, result.coverages[1].population);
            ASSERT_LE(result.coverages[1].population, result.coverages[2].population);
        }
    }
}

TEST(Analysis, EachCommuneOfABasinSplitIsInOneHoleUnlessCoverageCutsIt) {
    std::mt19937 random(8);
    for (int i = 0; i < 10; ++i) {
        const DrawnWorld world = randomWorld(random);
        const ServiceResult result = analysed(world).services.front();
        for (std::size_t c = 0; c < world.reference.communes.size(); ++c) {
            const geometry::GeoShape& commune = world.reference.communeShapes[c];
            double uncovered = 0;
            std::vector<double> parts;
            for (const Gap& gap : result.gaps) {
                const double part = planeArea(geometry::intersection(commune, gap.shape));
                if (part > 1000) parts.push_back(part);
                uncovered += part;
            }
            if (uncovered < 0.999 * planeArea(commune)) continue;
            ASSERT_EQ(parts.size(), 1u) << world.reference.communes[c].name;
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
