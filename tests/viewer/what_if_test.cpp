#include "gis/geometry/frame.h"
#include "gis/roads/roads.h"
#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/cards/cards.h"
#include "viewer/panels/card_panel.h"
#include "viewer/what_if/plan_marks.h"
#include "viewer/what_if/what_if_panel.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <memory>

namespace raquette::viewer {
namespace {

using test::settle;

std::shared_ptr<const store::StudyState> shared(store::StudyState state) {
    return std::make_shared<const store::StudyState>(std::move(state));
}

store::StudyState analysed() {
    store::StudyState state = test::twoSquares();
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    return state;
}

/// The same by half an hour on a road from one venue's square into the other.
store::StudyState onARoad() {
    store::StudyState state = test::twoSquares();
    state.study.services.front().reach = model::Minutes{30};
    roads::RawRoads raw;
    for (const double lon : {2.4, 3.0, 3.6}) {
        raw.vertices.push_back(static_cast<std::uint32_t>(raw.points.size()));
        raw.points.push_back(roads::toPosition({lon, 46.5}));
    }
    raw.roads.push_back({0, 90, 90, 0, true});
    roads::Profile car;
    car.label = {"en voiture", "by car"};
    state.reference.roads = std::make_shared<const roads::Roads>(car, model::TravelRules{}, roads::makeGraph(raw));
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    return state;
}

class WhatIfInTheWindow : public testing::Test {
protected:
    explicit WhatIfInTheWindow(store::StudyState state = analysed()) : window_(shared(std::move(state))) {
        window_.show();
        EXPECT_TRUE(settle(window_));
        window_.goToGap(0);
        EXPECT_TRUE(settle(window_));
    }
    /// As if a line or button of the card were clicked.
    bool follow(const char* words) {
        const bool found = window_.findChild<CardPanel*>()->follow(QString::fromUtf8(words));
        EXPECT_TRUE(settle(window_));
        return found;
    }
    QString answer() { return window_.findChild<WhatIfPanel*>()->shownText(); }

    MainWindow window_;
};

TEST_F(WhatIfInTheWindow, APlaceThatOpensInAHoleServesItsPeople) {
    ASSERT_TRUE(follow("Et si un lieu ouvrait ici\u00a0?"));
    EXPECT_TRUE(answer().contains(QStringLiteral("6\u202f000 → 9\u202f000"))) << answer().toStdString();
}

TEST_F(WhatIfInTheWindow, PeopleFollowThePlaceUnderTheHand) {
    ASSERT_TRUE(follow("Et si un lieu ouvrait ici\u00a0?"));
    auto* map = window_.findChild<MapWidget*>(QStringLiteral("map"));
    const geometry::PlanePoint away = geometry::toPlane(geometry::lambert93, {2.05, 46.05});
    emit map->placeDragged(QStringLiteral("+1"), away.x, away.y, false);
    ASSERT_TRUE(settle(window_));
    EXPECT_TRUE(answer().contains(QStringLiteral("6\u202f000 → 6\u202f000"))) << answer().toStdString();
    emit map->placeDragged(QStringLiteral("+1"), away.x, away.y, true);
    ASSERT_TRUE(settle(window_));
    auto* panel = window_.findChild<WhatIfPanel*>();
    emit panel->undoAsked();
    ASSERT_TRUE(settle(window_));
    EXPECT_TRUE(answer().contains(QStringLiteral("6\u202f000 → 9\u202f000"))) << answer().toStdString();
}

TEST_F(WhatIfInTheWindow, TheBestPlaceIsWhereMostPeopleWouldBeServed) {
    ASSERT_TRUE(follow("Et si un lieu ouvrait ici\u00a0?"));
    auto* panel = window_.findChild<WhatIfPanel*>();
    emit panel->removeAsked(QStringLiteral("+1"));
    emit panel->bestPlacesAsked();
    ASSERT_TRUE(settle(window_));
    EXPECT_TRUE(answer().contains(QStringLiteral("6\u202f000 → 9\u202f000"))) << answer().toStdString();
}

TEST_F(WhatIfInTheWindow, AVenueThatClosesLeavesItsPeople) {
    const geometry::PlanePoint venue = geometry::toPlane(geometry::lambert93, {3.5, 46.5});
    emit window_.findChild<MapWidget*>(QStringLiteral("map"))->clicked(venue.x, venue.y, 2000);
    ASSERT_TRUE(follow("Et s’il fermait\u00a0?"));
    EXPECT_TRUE(answer().contains(QStringLiteral("6\u202f000 → 0"))) << answer().toStdString();
}

class WhatIfOnARoad : public WhatIfInTheWindow {
protected:
    WhatIfOnARoad() : WhatIfInTheWindow(onARoad()) {}
};

TEST_F(WhatIfOnARoad, APlaceThatOpensServesThoseWhoComeInTime) {
    ASSERT_TRUE(follow("Et si un lieu ouvrait ici\u00a0?"));
    EXPECT_TRUE(answer().contains(QStringLiteral("6\u202f000 → 9\u202f000"))) << answer().toStdString();
    auto* panel = window_.findChild<WhatIfPanel*>();
    emit panel->removeAsked(QStringLiteral("+1"));
    emit panel->bestPlacesAsked();
    ASSERT_TRUE(settle(window_));
    EXPECT_TRUE(answer().contains(QStringLiteral("6\u202f000 → 9\u202f000"))) << answer().toStdString();
}

TEST_F(WhatIfOnARoad, AVenueThatClosesLeavesItsPeople) {
    const geometry::PlanePoint venue = geometry::toPlane(geometry::lambert93, {3.5, 46.5});
    emit window_.findChild<MapWidget*>(QStringLiteral("map"))->clicked(venue.x, venue.y, 2000);
    ASSERT_TRUE(follow("Et s’il fermait\u00a0?"));
    EXPECT_TRUE(answer().contains(QStringLiteral("6\u202f000 → 0"))) << answer().toStdString();
}

TEST(WhatIfByTime, DrawsAsFarAsTheRoadGoesOnceTheAnswerIsThere) {
    const store::StudyState state = onARoad();
    const analysis::StudyArea area = analysis::studyArea(state.study, state.reference);
    Plan plan;
    plan.open({2.5, 46.5});
    const analysis::ScenarioAnswer answer =
        analysis::Scenario(state.study, state.reference, area, state.analysis.services.front()).answer(changeOf(plan));
    const auto gained = [&](const analysis::ScenarioAnswer* answered) {
        return std::ranges::count(marksOf(state, 0, plan, answered, Land::Mainland).areas, MapMarks::AreaKind::Gained,
                                  &MapMarks::Area::kind);
    };
    EXPECT_EQ(gained(nullptr), 0);
    EXPECT_EQ(gained(&answer), 1);
}

TEST(WhatIfByTime, IsNotOfferedWithoutTheRoadsOfTheStudy) {
    store::StudyState state = onARoad();
    const auto offers = [&] {
        const Card card =
            gapCard(state, state.analysis.services.front(), state.analysis.services.front().gaps.front(), model::Language::English);
        return std::ranges::find(card.actions, CardLink::Act::OpenHere, &CardLink::act) != card.actions.end();
    };
    EXPECT_TRUE(offers());
    state.reference.roads = nullptr;
    EXPECT_FALSE(offers()) << "as in a store read back alone";
}

TEST_F(WhatIfInTheWindow, ATrialCutShortCanBeTakenUpAgain) {
    ASSERT_TRUE(follow("Et si un lieu ouvrait ici\u00a0?"));
    auto* map = window_.findChild<MapWidget*>(QStringLiteral("map"));
    const geometry::PlanePoint away = geometry::toPlane(geometry::lambert93, {2.05, 46.05});
    emit map->placeDragged(QStringLiteral("+1"), away.x, away.y, true);
    ASSERT_TRUE(settle(window_));
    MainWindow again(shared(analysed()));  // as after a crash
    again.show();
    ASSERT_TRUE(settle(again));
    again.goToGap(0);
    ASSERT_TRUE(again.findChild<CardPanel*>()->follow(QStringLiteral("Et si un lieu ouvrait ici\u00a0?")));
    ASSERT_TRUE(settle(again));
    auto* panel = again.findChild<WhatIfPanel*>();
    EXPECT_TRUE(panel->shownText().contains(QStringLiteral("→ 9\u202f000"))) << "a new trial has begun";
    emit panel->resumeAsked();
    ASSERT_TRUE(settle(again));
    EXPECT_TRUE(panel->shownText().contains(QStringLiteral("→ 6\u202f000"))) << panel->shownText().toStdString();
}

TEST_F(WhatIfInTheWindow, WhatATrialChangesLeavesForOtherPrograms) {
    ASSERT_TRUE(follow("Et si un lieu ouvrait ici\u00a0?"));
    const TemporaryFolder folder;
    window_.exportPlan(QString::fromStdString((folder / "essai.gpkg").string()));
    ASSERT_TRUE(settle(window_));
    window_.exportPlan(QString::fromStdString((folder / "essai.xlsx").string()));
    ASSERT_TRUE(settle(window_));
    EXPECT_FALSE(bytesOf(folder / "essai.gpkg").empty());
    EXPECT_TRUE(bytesOf(folder / "essai.xlsx").starts_with("PK"));
}

TEST_F(WhatIfInTheWindow, ACardTellsTheWholeReckoningAndComesBack) {
    ASSERT_TRUE(follow("Tout le calcul"));
    EXPECT_TRUE(window_.findChild<CardPanel*>()->shownText().contains(QStringLiteral("Le Fil")));
    ASSERT_TRUE(follow("Retour"));
    EXPECT_TRUE(window_.findChild<CardPanel*>()->shownText().contains(QStringLiteral("Ouestville")));
}

}  // namespace
}  // namespace raquette::viewer
