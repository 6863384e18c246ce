#include "viewer/what_if/plan.h"
#include "gis/model/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Plan someChanges() {
    Plan plan;
    plan.open({4.39, 45.43});
    plan.open({4.5, 45.5});
    plan.move("le-fil", {4.4, 45.4});
    plan.close("ciel");
    return plan;
}

TEST(Plan, AMoveClosesHereAndOpensThere) {
    Plan plan;
    plan.move("le-fil", {4.4, 45.4});
    const analysis::ScenarioChange change = changeOf(plan);
    EXPECT_THAT(change.closed, ElementsAre("le-fil"));
    EXPECT_THAT(change.opened, ElementsAre(geometry::LonLat{4.4, 45.4}));
}

TEST(Plan, OpenedPlacesHaveTheirOwnNumbersAndFollowTheHand) {
    Plan plan = someChanges();
    plan.remove("+1");
    plan.open({1, 2});
    EXPECT_EQ(plan.opened.back().id, "+1");
    plan.move("+2", {3, 4});
    EXPECT_EQ(plan.opened.front().at, (geometry::LonLat{3, 4}));
    EXPECT_EQ(plan.moved.size(), 1U);
}

TEST(Plan, ARecordIsClosedOrMovedNeverBoth) {
    Plan plan = someChanges();
    plan.close("le-fil");
    EXPECT_TRUE(plan.moved.empty());
    plan.move("ciel", {1, 2});
    EXPECT_THAT(plan.closed, ElementsAre("le-fil"));
}

TEST(Plan, IsReadAsItWasWritten) {
    const NamedPlan named{"Un lieu à « Feurs »", "lieux", someChanges()};
    EXPECT_EQ(planFrom(text(named)), named);
}

TEST(Plan, AFileThatIsNoScenarioIsRefusedWithAReason) {
    const auto refusal = [](const std::string& text) { return [text] { planFrom(text); }; };
    EXPECT_THAT(refusal("{"), testing::ThrowsMessage<model::Error>(HasSubstr("no scenario that can be read")));
    EXPECT_THAT(refusal("{}"), testing::ThrowsMessage<model::Error>(HasSubstr("no scenario of Raquette")));
    EXPECT_THAT(refusal(R"({"format": "raquette-scenario", "version": 99})"),
                testing::ThrowsMessage<model::Error>(HasSubstr("newer version")));
    EXPECT_THAT(refusal(R"({"format": "raquette-scenario", "version": 1, "name": "", "service": "", "opened": [{"lon": 999, "lat": 0}]})"),
                testing::ThrowsMessage<model::Error>(HasSubstr("no place on Earth")));
}

TEST(PlanHistory, StepsAreTakenBackAndAgain) {
    PlanHistory history;
    EXPECT_FALSE(history.canUndo());
    Plan one;
    one.open({1, 1});
    history.put(one);
    history.put(one);  // no step
    Plan two = one;
    two.open({2, 2});
    history.put(two);
    history.undo();
    EXPECT_EQ(history.now(), one);
    history.undo();
    EXPECT_TRUE(history.now().empty());
    EXPECT_FALSE(history.canUndo());
    history.redo();
    EXPECT_EQ(history.now(), one);
    history.put({});
    EXPECT_FALSE(history.canRedo()) << "what was taken back is forgotten";
}

}  // namespace
}  // namespace raquette::viewer
