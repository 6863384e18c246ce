#include "tests/gis/drawn_world.h"

#include "gis/analysis/analysis.h"

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;

const AccessFigures& of(const ServiceResult& result, const std::string& territory) {
    for (const Indicator& indicator : result.indicators) {
        if (indicator.territory.text() == territory) return indicator.access;
    }
    throw std::runtime_error("no indicator of " + territory);
}

ServiceResult analysed(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset).services.front();
}

/// A1 to A4 of 1,000, 2,000, 3,000 and 4,000 people, 10 km apart; a venue of 100 seats in A1, one in A3.
DrawnWorld world(model::Supply supply) {
    DrawnWorld world({"1234"});
    world.addVenue("ouest", 0.5, 0.5);
    world.addVenue("est", 2.5, 0.5);
    world.dataset.venues[0].capacity = 100;
    world.addService("lieux", 15);
    world.study.services[0].access = {model::Decay::None, supply, {}};
    return world;
}

TEST(Accessibility, IsTheMeanOverThePeopleOfEachTerritory) {
    // West reaches A1 and A2, 3,000 people; east A2, A3 and A4, 9,000.
    const ServiceResult result = analysed(world(model::Supply::Count));
    EXPECT_NEAR(of(result, "commune:23001").accessibility->value, 100000 / 3000.0, 1e-9);
    EXPECT_NEAR(of(result, "commune:23002").accessibility->value, 100000 / 3000.0 + 100000 / 9000.0, 1e-9);
    EXPECT_NEAR(of(result, "study").accessibility->value, 100000 * 2 / 10000.0, 1e-9) << "two venues for 10,000 people";
    EXPECT_NEAR(*of(result, "study").opportunities, (1 + 2 * 2 + 3 + 4) / 10.0, 1e-12);
    EXPECT_NEAR(of(result, "dep:23").accessibility->value, of(result, "epci:200000001").accessibility->value, 1e-9);
    EXPECT_TRUE(result.access.computed);
    EXPECT_EQ(result.access.shared, 2);
}

TEST(Accessibility, SeatsAreThoseKnownAndTheOthersCountApart) {
    const ServiceResult result = analysed(world(model::Supply::Capacity));
    EXPECT_NEAR(of(result, "commune:23002").accessibility->value, 100.0 * 100000 / 3000, 1e-9);
    EXPECT_NEAR(of(result, "commune:23004").accessibility->value, 0, 1e-12);
    EXPECT_EQ(of(result, "commune:23004").unknown, 1) << "its zero hangs on a venue whose seats are not known";
    EXPECT_EQ(of(result, "commune:23001").seats, 100);
    EXPECT_EQ(result.access.capacityUnknown, 1);
}

TEST(Accessibility, WithoutAnySeatsKnownIsNoFigure) {
    DrawnWorld unknown = world(model::Supply::Capacity);
    unknown.dataset.venues[0].capacity.reset();
    const ServiceResult result = analysed(unknown);
    EXPECT_FALSE(of(result, "study").accessibility.has_value());
    EXPECT_FALSE(of(result, "study").seats.has_value());
    EXPECT_EQ(of(result, "commune:23001").opportunities, 1);
    unknown.study.services[0].access.supply = model::Supply::Count;
    EXPECT_TRUE(of(analysed(unknown), "study").accessibility.has_value());
}

TEST(Accessibility, WhereNobodyLivesIsNoFigure) {
    DrawnWorld world({"1."});
    world.addVenue("là", 0.5, 0.5);
    world.addService("lieux", 15);
    EXPECT_FALSE(of(analysed(world), "commune:23002").accessibility.has_value());
    EXPECT_FALSE(of(analysed(world), "commune:23002").opportunities.has_value());
}

TEST(Accessibility, DoesNotHangOnWhereTheStudyStops) {
    DrawnWorld narrow = world(model::Supply::Count);
    const ServiceResult whole = analysed(narrow);
    narrow.study.area = {{model::Level::Commune, "23001"}, {model::Level::Commune, "23002"}};
    narrow.study.areas = {{"ouest", {"Ouest", "West"}, {{model::Level::Commune, "23001"}, {model::Level::Commune, "23002"}}, {}}};
    const ServiceResult part = analysed(narrow);
    EXPECT_EQ(of(part, "commune:23002").accessibility, of(whole, "commune:23002").accessibility)
        << "people of A3 and A4 take their share of the seats, and so does the venue in A3 serve";
    EXPECT_EQ(of(part, "study").accessibility, of(part, "area:ouest").accessibility);
    EXPECT_NEAR(of(part, "study").accessibility->value, (100000 + 2 * (100000 + 100000 / 3.0)) / 3000 / 3, 1e-9);
}

}  // namespace
}  // namespace raquette::analysis
