#include "viewer/app/kept_styles.h"

#include "gis/store/saved_styles.h"
#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/drawing.h"
#include "viewer/panels/look_panel.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/style_panel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QComboBox>
#include <QSettings>
#include <QStatusBar>
#include <fstream>

namespace raquette::viewer {
namespace {

using test::settle;

using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class KeptStyles : public testing::Test {
protected:
    void SetUp() override { QSettings().clear(); }
    void TearDown() override { QSettings().clear(); }

    model::Study study_ = test::twoSquares().study;
};

TEST_F(KeptStyles, ComeBackToTheLastDigitByColumnAndStudy) {
    const MapStyle thirds{{1.0 / 3, 2.0 / 3}, Ramp::Warm};
    const MapStyle blue{{}, Ramp::Blue};
    keepStyle(study_, "covered_share", thirds);
    keepStyle(study_, "nearest_km", blue);
    EXPECT_THAT(keptStyles(study_), UnorderedElementsAre(Pair("covered_share", thirds), Pair("nearest_km", blue)));
    model::Study other = study_;
    other.title = {"Autre étude", "Another study"};
    EXPECT_THAT(keptStyles(other), IsEmpty());
    keepStyle(study_, "covered_share", {});
    EXPECT_THAT(keptStyles(study_), UnorderedElementsAre(Pair("nearest_km", blue))) << "the tool's own are not kept";
}

TEST_F(KeptStyles, SettingsWrittenByHandThatMakeNoSenseAreAsNothing) {
    keepStyle(study_, "covered_share", {{0.5}, Ramp::Usual});
    const QString key = QSettings().allKeys().front();
    for (const QStringList& wrong : std::vector<QStringList>{{},
                                                             {"mauve", "0.5"},
                                                             {"blue", "a"},
                                                             {"blue", "nan"},
                                                             {"blue", "inf"},
                                                             {"blue", "0.5", "0.5"},
                                                             {"blue", "0.6", "0.5"},
                                                             {"blue", "1", "2", "3", "4", "5", "6", "7"}}) {
        QSettings().setValue(key, wrong);
        EXPECT_THAT(keptStyles(study_), IsEmpty()) << wrong.join(' ').toStdString();
    }
}

/// A window on the study that shows shares by département.
std::unique_ptr<MainWindow> opened(const std::filesystem::path& store = {}) {
    store::StudyState state = test::twoSquares();
    state.study.store = store.string();
    auto window = std::make_unique<MainWindow>(std::make_shared<const store::StudyState>(state));
    window->show();
    if (!settle(*window)) return nullptr;
    window->findChild<QuestionPanel*>()->findChildren<QComboBox*>().at(2)->setCurrentIndex(1);
    return settle(*window) ? std::move(window) : nullptr;
}

TEST_F(KeptStyles, AWindowOpenedAgainHasTheClassesThatWereChosen) {
    auto window = opened();
    ASSERT_NE(window, nullptr);
    auto* panel = window->findChild<StylePanel*>();
    EXPECT_EQ(panel->boundsText(), QStringLiteral("20 ; 40 ; 60 ; 80"));
    emit panel->styleChanged({{0.3, 0.7}, Ramp::Blue});
    ASSERT_TRUE(settle(*window));
    EXPECT_EQ(panel->boundsText(), QStringLiteral("30 ; 70"));
    EXPECT_EQ(keptStyles(study_).size(), 1U);
    window = opened();
    ASSERT_NE(window, nullptr);
    EXPECT_EQ(window->findChild<StylePanel*>()->boundsText(), QStringLiteral("30 ; 70"));
}

TEST_F(KeptStyles, WhatIsChosenIsInTheStoreAndComesFromIt) {
    const TemporaryFolder folder;
    const std::filesystem::path store = folder / "carrés.gpkg";
    store::writeStore(test::twoSquares(), store);
    auto window = opened(store);
    ASSERT_NE(window, nullptr);
    emit window->findChild<StylePanel*>()->styleChanged({{0.3, 0.7}, Ramp::Blue});
    MapLook look;
    look.setOpacity(MapPart::Territories, 0.6);
    emit window->findChild<LookPanel*>()->lookAsked(look);
    ASSERT_TRUE(settle(*window));
    const store::SavedStyles saved = store::savedStyles(store);
    ASSERT_EQ(saved.figures.size(), 1U);
    EXPECT_EQ(saved.figures[0].column, "covered_share");
    EXPECT_THAT(saved.figures[0].bounds, testing::ElementsAre(0.3, 0.7));
    EXPECT_EQ(saved.figures[0].ramp, "blue");
    EXPECT_THAT(saved.opacity, testing::ElementsAre(Pair("indicators", 0.6)));
    EXPECT_FALSE(awaitsStore(study_));
    keepStyle(study_, "covered_share", {{0.5}, Ramp::Warm});  // by another store of the same title
    keepLook(study_, {});
    window = opened(store);
    ASSERT_NE(window, nullptr);
    EXPECT_EQ(window->findChild<StylePanel*>()->boundsText(), QStringLiteral("30 ; 70")) << "the store goes before what is kept here";
    EXPECT_DOUBLE_EQ(window->findChild<MapWidget*>()->options().look.opacity(MapPart::Territories), 0.6);
    emit window->findChild<StylePanel*>()->styleChanged({});
    emit window->findChild<LookPanel*>()->ownAsked();
    ASSERT_TRUE(settle(*window));
    EXPECT_TRUE(store::savedStyles(store).empty());
}

TEST_F(KeptStyles, AStoreThatCannotBeWrittenIsSaidAndLosesNothing) {
    const TemporaryFolder folder;
    const std::filesystem::path store = folder / "carrés.gpkg";
    std::ofstream(store) << "another program is writing here";
    auto window = opened(store);
    ASSERT_NE(window, nullptr);
    window->setLanguage(model::Language::French);
    emit window->findChild<StylePanel*>()->styleChanged({{0.3, 0.7}, Ramp::Blue});
    ASSERT_TRUE(settle(*window));
    EXPECT_TRUE(window->statusBar()->isVisible());
    EXPECT_TRUE(window->statusBar()->currentMessage().contains(QStringLiteral("n’ont pas pu être écrites dans carrés.gpkg")));
    window->setLanguage(model::Language::English);
    EXPECT_TRUE(window->statusBar()->currentMessage().contains(QStringLiteral("could not be written into carrés.gpkg")));
    std::filesystem::remove(store);
    store::writeStore(test::twoSquares(), store);
    store::saveStyles(store, {{{"covered_share", {0.1}, "warm"}}, {}, {}});
    window = opened(store);
    ASSERT_NE(window, nullptr);
    EXPECT_EQ(window->findChild<StylePanel*>()->boundsText(), QStringLiteral("30 ; 70")) << "what was chosen last, not what it replaces";
    ASSERT_EQ(store::savedStyles(store).figures.size(), 1U);
    EXPECT_THAT(store::savedStyles(store).figures[0].bounds, testing::ElementsAre(0.3, 0.7));
    EXPECT_FALSE(awaitsStore(study_));
}

}  // namespace
}  // namespace raquette::viewer
