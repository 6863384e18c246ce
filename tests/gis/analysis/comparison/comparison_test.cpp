#include "gis/analysis/comparison/comparison.h"

#include "tests/gis/drawn_world.h"

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;

Analysis analysed(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset);
}

TEST(Comparison, SaysWhoCameWhoLeftAndWhoGains) {
    DrawnWorld before({"1234"});
    before.addVenue("reste", 0.5, 0.5);
    before.addVenue("part", 1.5, 0.5);
    before.addService("lieux", 4);
    DrawnWorld after({"1234"});
    after.addVenue("reste", 0.5, 0.5);
    after.addVenue("arrive", 3.5, 0.5);
    after.addService("lieux", 4);
    const Analysis first = analysed(before);
    const Analysis second = analysed(after);
    const StatesComparison comparison = compare(first, second);
    ASSERT_EQ(comparison.services.size(), 1u);
    const ServiceComparison& lieux = comparison.services.front();
    ASSERT_EQ(lieux.arrived.size(), 1u);
    EXPECT_EQ(second.services.front().providers[lieux.arrived.front()].name, "arrive");
    ASSERT_EQ(lieux.left.size(), 1u);
    EXPECT_EQ(first.services.front().providers[lieux.left.front()].name, "part");
    ASSERT_FALSE(lieux.territories.empty());
    EXPECT_EQ(lieux.territories.front().territory.text(), "commune:23004");  // 4,000 people change side, most of all
    EXPECT_EQ(lieux.territories.front().coveredAfter.value, 4000);
    EXPECT_TRUE(lieux.sameReach);
}

TEST(Comparison, TerritoriesWhosePeopleDifferAreNotCompared) {
    DrawnWorld before({"12"});
    before.addVenue("là", 0.5, 0.5);
    before.addService("lieux", 4);
    DrawnWorld after({"92"});
    after.addService("lieux", 4);
    const ServiceComparison lieux = compare(analysed(before), analysed(after)).services.front();
    EXPECT_TRUE(lieux.territories.empty());
    EXPECT_THAT(lieux.notComparable, ::testing::Contains(model::TerritoryId{model::Level::Commune, "23001"}));
    EXPECT_THAT(lieux.notComparable, ::testing::Not(::testing::Contains(model::TerritoryId{model::Level::Commune, "23002"})));
}

TEST(Comparison, ServicesOfOneStateAloneAreNamed) {
    DrawnWorld before({"1"});
    before.addService("a", 4);
    DrawnWorld after({"1"});
    after.addService("b", 4);
    const StatesComparison comparison = compare(analysed(before), analysed(after));
    EXPECT_TRUE(comparison.services.empty());
    EXPECT_THAT(comparison.onlyBefore, ::testing::ElementsAre("a"));
    EXPECT_THAT(comparison.onlyAfter, ::testing::ElementsAre("b"));
}

TEST(Comparison, AnotherReachIsTold) {
    DrawnWorld before({"1"});
    before.addService("a", 4);
    DrawnWorld after({"1"});
    after.addService("a", 5);
    EXPECT_FALSE(compare(analysed(before), analysed(after)).services.front().sameReach);
}

}  // namespace
}  // namespace raquette::analysis
