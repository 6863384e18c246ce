#include "gis/analysis/analysis.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/view.h"
#include "viewer/panels/card_panel.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/time_bar.h"
#include "viewer/search/search_box.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QRadioButton>
#include <QSlider>
#include <QTableView>
#include <QToolButton>
#include <QtTest/QTest>
#include <algorithm>

namespace raquette::viewer {
namespace {

store::StudyState dated() {
    store::StudyState state = test::twoSquares();
    state.dataset.venues.front().opened = model::PartialDate::parse("2020");
    state.dataset.venues.front().functions = {model::SharedText("diffusion")};
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    return state;
}

class Keyboard : public testing::Test {
protected:
    Keyboard() : window_(std::make_shared<const store::StudyState>(dated())) {
        window_.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window_));
        EXPECT_TRUE(settle());
    }
    bool settle() const { return test::settle(window_); }
    MapWidget& map() const { return *window_.findChild<MapWidget*>(QStringLiteral("map")); }
    QString card() const { return window_.findChild<CardPanel*>()->shownText(); }

    /// Widgets that take the focus and say nothing to those who hear the window.
    QStringList nameless() const {
        QStringList found;
        for (QWidget* widget : window_.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
            QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(widget);
            // A box and a slider would be called by what they say at the moment: they need a name of their own.
            const bool needsOwn = qobject_cast<QComboBox*>(widget) || qobject_cast<QSlider*>(widget);
            const QString name = needsOwn ? widget->accessibleName() : heard ? heard->text(QAccessible::Name) : QString();
            if (name.trimmed().isEmpty())
                found << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName() +
                             QStringLiteral(" in ") + QString::fromLatin1(widget->parentWidget()->metaObject()->className());
        }
        found.removeDuplicates();
        return found;
    }

    MainWindow window_;
};

TEST_F(Keyboard, EverythingThatTakesTheFocusHasAName) {
    const auto complain = [&](const char* when) {
        EXPECT_TRUE(nameless().isEmpty()) << when << ": " << nameless().join(", ").toStdString();
    };
    complain("holes");
    for (const auto mode : {QuestionPanel::Mode::Who, QuestionPanel::Mode::Share, QuestionPanel::Mode::Gaps}) {
        window_.findChild<QuestionPanel*>()->setMode(mode);
        ASSERT_TRUE(settle());
        complain("mode");
    }
    window_.setComparing(true);
    ASSERT_TRUE(settle());
    complain("two years");
    window_.setComparing(false);
    window_.goToGap(0);
    window_.findChild<CardPanel*>()->follow(QStringLiteral("Et si un lieu ouvrait ici ?"));
    ASSERT_TRUE(settle());
    complain("what if");
    window_.setOfficial(true);
    window_.goToTerritory({model::Level::Departement, "42"});
    ASSERT_TRUE(settle());
    complain("simple reading");
    window_.setLanguage(model::Language::English);
    complain("in English");
}

TEST_F(Keyboard, TabGoesFromTheQuestionToTheMapToTheCardToTheTable) {
    std::vector<const QWidget*> chain;
    for (const QWidget* widget = window_.nextInFocusChain(); widget != &window_; widget = widget->nextInFocusChain())
        chain.push_back(widget);
    const auto at = [&](const QWidget* widget) { return std::ranges::find(chain, widget) - chain.begin(); };
    const std::vector<const QWidget*> wanted{window_.findChild<QToolButton*>(),
                                             window_.findChild<SearchBox*>(),
                                             window_.findChild<QuestionPanel*>()->findChild<QRadioButton*>(),
                                             &map(),
                                             window_.findChild<TimeBar*>()->findChild<QSlider*>(),
                                             window_.findChild<CardPanel*>()->findChildren<QWidget*>().back(),
                                             window_.findChild<QTableView*>()};
    for (std::size_t i = 1; i < wanted.size(); ++i) EXPECT_LT(at(wanted[i - 1]), at(wanted[i])) << i;
}

TEST_F(Keyboard, CtrlFGoesToTheSearchAndEscapeClosesTheCard) {
    QTest::keyClick(&window_, Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(QApplication::focusWidget(), window_.findChild<SearchBox*>());
    window_.goToGap(0);
    ASSERT_TRUE(settle());
    EXPECT_TRUE(card().contains(QStringLiteral("NON COUVERT")));
    map().setFocus();
    QTest::keyClick(&map(), Qt::Key_Escape);
    EXPECT_FALSE(card().contains(QStringLiteral("NON COUVERT")));
    EXPECT_FALSE(window_.findChild<QTableView*>()->selectionModel()->hasSelection());
}

TEST_F(Keyboard, KeysZoomAndMoveTheMap) {
    map().setFocus();
    const MapView start = map().view();
    QTest::keyClick(&map(), Qt::Key_Plus);
    EXPECT_LT(map().view().metresPerUnit, start.metresPerUnit);
    QTest::keyClick(&map(), Qt::Key_Minus);
    EXPECT_NEAR(map().view().metresPerUnit, start.metresPerUnit, 1e-6);
    QTest::keyClick(&map(), Qt::Key_Right);
    EXPECT_GT(map().view().centre.x, start.centre.x);
    QTest::keyClick(&map(), Qt::Key_Up);
    EXPECT_GT(map().view().centre.y, start.centre.y);
    window_.findChild<QTableView*>()->setFocus();
    QTest::keyClick(window_.findChild<QTableView*>(), Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_LT(map().view().metresPerUnit, start.metresPerUnit) << "from anywhere in the window";
}

}  // namespace
}  // namespace raquette::viewer
