#include "gis/roads/way_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::roads {
namespace {

Profile car() {
    Profile profile;
    profile.id = "car";
    profile.speeds = {{"motorway", 115}, {"primary", 68}, {"residential", 27}};
    profile.caps = {{"surface=gravel", 35}};
    profile.maxspeedShare = 0.9;
    profile.access = {"access", "vehicle", "motor_vehicle", "motorcar"};
    profile.closed = {"no", "private"};
    profile.barriers = {"bollard"};
    profile.ferry = 15;
    profile.turnExceptions = {"motorcar"};
    profile.noStopping = {"highway=motorway", "tunnel=yes"};
    return profile;
}

WayUse use(const std::vector<Tag>& tags, const Profile& profile = car()) {
    return useOf(tags, profile);
}

TEST(WayRules, OnlyNamedKindsOfWayAreRoads) {
    EXPECT_TRUE(use({{"highway", "residential"}}).open());
    EXPECT_FALSE(use({{"highway", "footway"}}).open());
    EXPECT_FALSE(use({{"building", "yes"}}).open());
    EXPECT_FALSE(use({}).open());
}

TEST(WayRules, ThePostedSpeedCountsWhereItCanBe) {
    EXPECT_FLOAT_EQ(use({{"highway", "primary"}}).forward, 68);
    EXPECT_FLOAT_EQ(use({{"highway", "primary"}, {"maxspeed", "50"}}).forward, 45);
    EXPECT_FLOAT_EQ(use({{"highway", "primary"}, {"maxspeed", "30 mph"}}).forward, 0.9F * 48.28032F);
    const WayUse directed = use({{"highway", "primary"}, {"maxspeed", "80"}, {"maxspeed:backward", "50"}});
    EXPECT_FLOAT_EQ(directed.forward, 72);
    EXPECT_FLOAT_EQ(directed.backward, 45);
}

TEST(WayRules, APostedSpeedThatCannotBeIsLeftAsideAndTold) {
    for (const char* wrong : {"0", "999", "1"}) {
        const WayUse kept = use({{"highway", "primary"}, {"maxspeed", wrong}});
        EXPECT_FLOAT_EQ(kept.forward, 68) << wrong;
        EXPECT_TRUE(kept.wrongSpeed) << wrong;
    }
    EXPECT_FALSE(use({{"highway", "primary"}, {"maxspeed", "signals"}}).wrongSpeed) << "no number, no mistake";
}

TEST(WayRules, ACapHoldsOverAnything) {
    EXPECT_FLOAT_EQ(use({{"highway", "primary"}, {"maxspeed", "80"}, {"surface", "gravel"}}).forward, 35);
    EXPECT_FLOAT_EQ(use({{"highway", "residential"}, {"surface", "gravel"}}).forward, 27) << "a cap makes nothing faster";
}

TEST(WayRules, TheMostSpecialAccessKeyDecides) {
    EXPECT_FALSE(use({{"highway", "residential"}, {"access", "private"}}).open());
    EXPECT_TRUE(use({{"highway", "residential"}, {"access", "no"}, {"motorcar", "yes"}}).open());
    EXPECT_FALSE(use({{"highway", "residential"}, {"access", "yes"}, {"motor_vehicle", "no"}}).open());
    EXPECT_TRUE(use({{"highway", "residential"}, {"access", "destination"}}).open());
}

TEST(WayRules, OnewaysAreReadInAllTheirSpellings) {
    const auto ways = [](const std::vector<Tag>& tags) {
        const WayUse one = use(tags);
        return std::pair(one.forward > 0, one.backward > 0);
    };
    EXPECT_EQ(ways({{"highway", "primary"}, {"oneway", "yes"}}), std::pair(true, false));
    EXPECT_EQ(ways({{"highway", "primary"}, {"oneway", "-1"}}), std::pair(false, true));
    EXPECT_EQ(ways({{"highway", "primary"}, {"oneway", "no"}, {"junction", "roundabout"}}), std::pair(true, true));
    EXPECT_EQ(ways({{"highway", "primary"}, {"junction", "roundabout"}}), std::pair(true, false));
    EXPECT_EQ(ways({{"highway", "motorway"}}), std::pair(true, false));
    EXPECT_EQ(ways({{"highway", "primary"}, {"oneway", "reversible"}}), std::pair(false, false));
}

TEST(WayRules, WhoIgnoresOnewaysGoesBothWays) {
    Profile foot = car();
    foot.oneways = false;
    EXPECT_GT(use({{"highway", "primary"}, {"oneway", "yes"}}, foot).backward, 0);
    Profile bicycle = car();
    bicycle.onewayExceptions = {"oneway:bicycle=no"};
    EXPECT_GT(use({{"highway", "primary"}, {"oneway", "yes"}, {"oneway:bicycle", "no"}}, bicycle).backward, 0);
    EXPECT_EQ(use({{"highway", "primary"}, {"oneway", "yes"}}, bicycle).backward, 0);
}

TEST(WayRules, NobodyStopsOnAMotorwayOrInATunnel) {
    EXPECT_FALSE(use({{"highway", "motorway"}}).stopping);
    EXPECT_FALSE(use({{"highway", "primary"}, {"tunnel", "yes"}}).stopping);
    EXPECT_TRUE(use({{"highway", "primary"}, {"tunnel", "no"}}).stopping);
}

TEST(WayRules, AFerryTakesTheTimeItStates) {
    const WayUse ferry = use({{"route", "ferry"}, {"duration", "00:45"}});
    EXPECT_FLOAT_EQ(ferry.seconds, 2700);
    EXPECT_FALSE(ferry.stopping);
    EXPECT_FLOAT_EQ(use({{"route", "ferry"}}).forward, 15);
    EXPECT_FALSE(use({{"route", "ferry"}, {"motor_vehicle", "no"}}).open());
    Profile bicycle = car();
    bicycle.ferry = 0;
    EXPECT_FALSE(use({{"route", "ferry"}}, bicycle).open());
}

TEST(WayRules, ABarrierBarsUnlessAccessOpensIt) {
    const Profile profile = car();
    const auto barred = [&](const std::vector<Tag>& tags) { return bars(tags, profile); };
    EXPECT_TRUE(barred({{"barrier", "bollard"}}));
    EXPECT_FALSE(barred({{"barrier", "bollard"}, {"motor_vehicle", "yes"}}));
    EXPECT_FALSE(barred({{"barrier", "gate"}}));
    EXPECT_TRUE(barred({{"barrier", "gate"}, {"access", "private"}}));
    EXPECT_FALSE(barred({{"highway", "traffic_signals"}}));
}

TEST(WayRules, ATurnRuleMeansThoseItDoesNotExcept) {
    const Profile profile = car();
    const auto turn = [&](std::vector<Tag> tags) {
        tags.push_back({"type", "restriction"});
        return turnOf(tags, profile);
    };
    ASSERT_TRUE(turn({{"restriction", "no_left_turn"}}));
    EXPECT_FALSE(turn({{"restriction", "no_left_turn"}})->only);
    EXPECT_TRUE(turn({{"restriction", "only_straight_on"}})->only);
    EXPECT_FALSE(turn({{"restriction", "no_left_turn"}, {"except", "psv; motorcar"}}));
    EXPECT_TRUE(turn({{"restriction", "no_left_turn"}, {"except", "psv;bicycle"}}));
    EXPECT_TRUE(turn({{"restriction:motorcar", "no_u_turn"}}));
    EXPECT_FALSE(turn({{"restriction:hgv", "no_u_turn"}}));
    EXPECT_FALSE(turnOf(std::vector<Tag>{{"type", "multipolygon"}, {"restriction", "no_left_turn"}}, profile));
}

TEST(WayRules, SpeedsAndTimesInWordsAreRead) {
    EXPECT_EQ(postedSpeed("FR:rural"), 80);
    EXPECT_EQ(postedSpeed("none"), 130);
    EXPECT_EQ(postedSpeed("50 km/h"), 50);
    EXPECT_EQ(postedSpeed("50;30"), std::nullopt);
    EXPECT_EQ(postedSpeed("fast"), std::nullopt);
    EXPECT_EQ(postedSpeed(""), std::nullopt);
    EXPECT_EQ(duration("01:30"), 5400);
    EXPECT_EQ(duration("00:20:30"), 1230);
    EXPECT_EQ(duration("45"), 2700);
    EXPECT_EQ(duration("PT45M"), std::nullopt);
    EXPECT_EQ(duration("1:2:3:4"), std::nullopt);
    EXPECT_EQ(duration("1e30"), std::nullopt);
    EXPECT_EQ(duration(""), std::nullopt);
}

}  // namespace
}  // namespace raquette::roads
