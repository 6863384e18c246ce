#include "viewer/app/kept_styles.h"

#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/style_panel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QComboBox>
#include <QSettings>

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
std::unique_ptr<MainWindow> opened() {
    auto window = std::make_unique<MainWindow>(std::make_shared<const store::StudyState>(test::twoSquares()));
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

}  // namespace
}  // namespace raquette::viewer
