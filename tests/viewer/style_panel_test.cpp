#include "viewer/panels/style_panel.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/map/scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QThread>
#include <QWheelEvent>

namespace raquette::viewer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Départements whose people are covered to so many hundredths.
store::StudyState withShares(const std::vector<double>& shares) {
    store::StudyState state = test::twoSquares();
    state.reference.departements.clear();
    auto& indicators = state.analysis.services.front().indicators;
    indicators.clear();
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const std::string code = std::to_string(10 + i);
        const double west = 2 + 0.1 * static_cast<double>(i);
        state.reference.departements.push_back({code, "D" + code, {1000}, 0, test::square(west, 46, west + 0.1, 47)});
        analysis::Indicator indicator;
        indicator.territory = {model::Level::Departement, code};
        indicator.coveredShare = model::Share{shares[i] / 100};
        indicators.push_back(indicator);
    }
    state.analysis.studyArea = test::square(2, 46, 4, 47);
    return state;
}

const std::string layer = "indicators:lieux:covered_share:departement";

class StylePanelTest : public testing::Test {
protected:
    StylePanelTest() {
        QObject::connect(&panel_, &StylePanel::styleChanged, &panel_, [this](const MapStyle& style) {
            style_ = style;
            show(style);
        });
        show({});
    }
    void show(const MapStyle& style) {
        panel_.showScene(std::make_shared<const MapScene>(makeScene(state_, parseLayer(layer, state_.study), Plane::OfLand, style)));
    }
    void choose(int rule) {
        auto* rules = panel_.findChildren<QComboBox*>().at(0);
        rules->setCurrentIndex(rule);
        emit rules->activated(rule);
    }
    void write(const char* bounds) {
        auto* line = panel_.findChild<QLineEdit*>();
        line->setText(QString::fromLatin1(bounds));
        line->setModified(true);
        emit line->editingFinished();
    }

    store::StudyState state_ = withShares({0, 1, 2, 3, 50, 51, 52, 98, 99, 100});
    StylePanel panel_;
    MapStyle style_;
};

TEST_F(StylePanelTest, AWheelPassingOverItChangesNothing) {
    auto* count = panel_.findChild<QSpinBox*>();
    const int before = count->value();
    const QPointF middle(5, 5);
    for (QWidget* field : std::initializer_list<QWidget*>{count, panel_.findChild<QComboBox*>()}) {
        QWheelEvent turned(middle, field->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(field, &turned);
        EXPECT_FALSE(turned.isAccepted()) << "what is around it scrolls";
    }
    EXPECT_EQ(count->value(), before);
    EXPECT_EQ(panel_.findChild<QComboBox*>()->currentIndex(), 0);
}

TEST_F(StylePanelTest, BeginsWithTheToolsOwnClassesAndSaysWhichAreEmpty) {
    panel_.setLanguage(model::Language::French);
    EXPECT_EQ(panel_.boundsText(), QStringLiteral("20 ; 40 ; 60 ; 80"));
    EXPECT_TRUE(panel_.warning().startsWith(QStringLiteral("2 classes sont vides"))) << panel_.warning().toStdString();
}

TEST_F(StylePanelTest, ARuleGivesBoundsOfTheFiguresShown) {
    choose(3);  // natural breaks
    panel_.findChild<QSpinBox*>()->setValue(3);
    EXPECT_THAT(style_.bounds, ElementsAre(0.5, 0.98));
    EXPECT_EQ(panel_.warning(), QStringLiteral("Un territoire est à zéro et a la couleur d’autres qui n’y sont pas."));
    choose(0);
    EXPECT_THAT(style_.bounds, IsEmpty()) << "the tool's own";
}

TEST_F(StylePanelTest, BoundsByHandAreReadWithCommasAndRefusedWhereTheyDoNotRise) {
    write("12,5 ; 50;75");
    EXPECT_THAT(style_.bounds, ElementsAre(0.125, 0.5, 0.75));
    for (const char* wrong : {"50 ; 20", "5", "a ; b", "1;2;3;4;5;6;7", "10 ; 10"}) {
        write(wrong);
        EXPECT_THAT(style_.bounds, ElementsAre(0.125, 0.5, 0.75)) << wrong;
        EXPECT_FALSE(panel_.warning().isEmpty()) << wrong;
    }
}

TEST_F(StylePanelTest, ClassesStayWhenTheFiguresChange) {
    choose(1);
    const MapStyle chosen = style_;
    state_ = withShares({40, 41, 42, 43, 44, 45, 46, 47, 48, 49});
    show(chosen);
    EXPECT_EQ(style_, chosen) << "nobody asked anew";
    choose(1);
    EXPECT_NE(style_, chosen);
}

TEST(Restyled, ColoursAreThoseOfTheClassChosen) {
    const store::StudyState state = withShares({10, 30, 90});
    const MapScene scene = makeScene(state, parseLayer(layer, state.study));
    const MapScene other = restyled(scene, state, {{0.2, 0.5}, Ramp::Warm});
    EXPECT_THAT(figuresOf(other), ElementsAre(0.1, 0.3, 0.9));
    EXPECT_EQ(other.ramp, Ramp::Warm);
    std::vector<std::size_t> classes;
    for (const AreaPiece& area : other.lands.front().areas) classes.push_back(*area.colourClass);
    EXPECT_THAT(classes, ElementsAre(0, 1, 2));
    EXPECT_EQ(other.lands.front().fabrics.fromClass.size(), 3U);
    const MapScene again = restyled(other, state, {});
    EXPECT_EQ(again.classes.upperBounds, scene.classes.upperBounds);
}

}  // namespace
}  // namespace raquette::viewer
