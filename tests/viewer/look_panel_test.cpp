#include "viewer/panels/look_panel.h"

#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/kept_styles.h"
#include "viewer/app/main_window.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/drawing.h"
#include "viewer/panels/part_list.h"
#include "viewer/panels/question_panel.h"

#include <gmock/gmock.h>
#include <QCheckBox>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTest>
#include <QToolButton>

namespace raquette::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A window on holes, with a contract that could lie over them.
class LookPanelTest : public testing::Test {
protected:
    LookPanelTest() {
        QSettings().clear();
        model::Contract contract;
        contract.title = "CPO";
        contract.scope = {{model::Level::Departement, "42"}};
        state_.dataset.contracts = {contract};
        open();
    }
    ~LookPanelTest() override { QSettings().clear(); }

    void open() {
        window_ = std::make_unique<MainWindow>(std::make_shared<const store::StudyState>(state_));
        window_->setLanguage(model::Language::French);
        window_->show();
        EXPECT_TRUE(test::settle(*window_));
        list_ = window_->findChild<PartList*>();
        window_->findChild<LookPanel*>()->findChild<QToolButton*>()->setChecked(true);
    }
    std::vector<std::string> words() const {
        std::vector<std::string> all;
        for (int i = 0; i < list_->count(); ++i)
            all.push_back((list_->item(i)->checkState() == Qt::Checked ? "+ " : "- ") + list_->item(i)->text().toStdString());
        return all;
    }
    void choose(const char* name) {
        const auto found = list_->findItems(QString::fromUtf8(name), Qt::MatchStartsWith);
        ASSERT_EQ(found.size(), 1) << name;
        list_->setCurrentItem(found.front());
    }
    const MapLook& drawn() const { return window_->findChild<MapWidget*>()->options().look; }
    QCheckBox* question(const char* words) const {
        for (QCheckBox* box : window_->findChild<QuestionPanel*>()->findChildren<QCheckBox*>()) {
            if (box->text() == QString::fromUtf8(words)) return box;
        }
        return nullptr;
    }

    store::StudyState state_ = test::twoSquares();
    std::unique_ptr<MainWindow> window_;
    PartList* list_ = nullptr;
};

TEST_F(LookPanelTest, ListsWhatTheMapShowsTopmostFirstAndWhatCouldLieOverIt) {
    EXPECT_THAT(words(), ElementsAre("+ Numéros", "+ Noms", "+ Lieux et acteurs", "+ Départements et régions", "- Contrats en vigueur",
                                     "+ Couvert", "+ Habitants non couverts", "+ Non couvert"));
    window_->setLanguage(model::Language::English);
    EXPECT_THAT(words().front(), HasSubstr("Numbers"));
    EXPECT_EQ(list_->accessibleName(), QStringLiteral("What the map shows, from top to bottom"));
}

TEST_F(LookPanelTest, ATickIsThatOfTheQuestionBothWays) {
    choose("Couvert");
    QTest::keyClick(list_, Qt::Key_Space);
    EXPECT_FALSE(question("Couvert")->isChecked());
    EXPECT_FALSE(drawn().shows(MapPart::Covered));
    question("Couvert")->setChecked(true);
    EXPECT_EQ(list_->currentItem()->checkState(), Qt::Checked);
    EXPECT_TRUE(drawn().shows(MapPart::Covered));
    choose("Contrats");
    QTest::keyClick(list_, Qt::Key_Space);
    ASSERT_TRUE(test::settle(*window_));
    EXPECT_TRUE(question("Contrats en vigueur")->isChecked());
    EXPECT_THAT(words()[4], HasSubstr("+ Contrats"));
    QTest::keyClick(list_, Qt::Key_Space);
    ASSERT_TRUE(test::settle(*window_));
    EXPECT_FALSE(question("Contrats en vigueur")->isChecked());
    EXPECT_THAT(words()[4], HasSubstr("- Contrats"));
}

TEST_F(LookPanelTest, KeysButtonsAndTheHandMoveAPart) {
    choose("Départements");
    QTest::keyClick(list_, Qt::Key_Up, Qt::AltModifier);
    EXPECT_THAT(words()[2], HasSubstr("Départements")) << "above venues and actors";
    EXPECT_TRUE(list_->currentItem()->text().startsWith(QStringLiteral("Départements"))) << "it stays chosen";
    const auto buttons = window_->findChild<LookPanel*>()->findChildren<QToolButton*>();
    for (int i = 0; i < 2; ++i) buttons.at(2)->click();
    EXPECT_THAT(words()[4], HasSubstr("Départements"));
    emit list_->dropped(4, 0);
    EXPECT_THAT(words()[0], HasSubstr("Départements"));
    EXPECT_FALSE(buttons.at(1)->isEnabled()) << "nothing is above it";
    EXPECT_EQ(drawn().order().back(), MapPart::Borders);
    choose("Habitants");
    QTest::keyClick(list_, Qt::Key_Up, Qt::AltModifier);
    EXPECT_THAT(words()[6], HasSubstr("Non couvert")) << "covered land, people and holes moved together";
    EXPECT_THAT(words()[7], HasSubstr("Contrats"));
}

TEST_F(LookPanelTest, ADropBetweenTwoRowsAsksForThatPlace) {
    list_->resize(220, 300);
    std::pair<int, int> asked{-1, -1};
    QObject::connect(list_, &PartList::dropped, list_, [&](int row, int before) { asked = {row, before}; });
    list_->setCurrentRow(1);
    const QRect row = list_->visualItemRect(list_->item(3));
    QMimeData data;
    QDropEvent drop(QPointF(row.center().x(), row.bottom() - 1), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list_->viewport(), &drop);
    EXPECT_EQ(asked.first, -1) << "what comes from elsewhere is no part";
    EXPECT_EQ(list_->count(), 8);
}

TEST_F(LookPanelTest, AnOpacityIsDrawnSaidKeptAndTakenBack) {
    choose("Couvert");
    auto* slider = window_->findChild<LookPanel*>()->findChild<QSlider*>();
    slider->setValue(40);
    EXPECT_DOUBLE_EQ(drawn().opacity(MapPart::Covered), 0.4);
    EXPECT_EQ(slider->accessibleName(), QStringLiteral("Couvert\u00a0: opacité 40\u202f%"));
    EXPECT_THAT(words()[5], HasSubstr("Couvert (40"));
    choose("Départements");
    EXPECT_EQ(slider->value(), 100);
    QTest::keyClick(list_, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list_, Qt::Key_Space);
    const MapLook chosen = drawn();
    open();
    EXPECT_EQ(drawn(), chosen);
    EXPECT_FALSE(drawn().shows(MapPart::Borders));
    window_->findChild<LookPanel*>()->findChild<QPushButton*>()->click();
    EXPECT_EQ(drawn(), MapLook());
    EXPECT_TRUE(QSettings().allKeys().filter(QStringLiteral("looks")).isEmpty());
}

TEST_F(LookPanelTest, SettingsWrittenByHandThatMakeNoSenseAreAsNothing) {
    MapLook look;
    look.setOpacity(MapPart::Dots, 0.3);
    keepLook(state_.study, look);
    EXPECT_EQ(keptLook(state_.study), look);
    const QString key = QSettings().allKeys().filter(QStringLiteral("looks")).front();
    const QStringList good = QSettings().value(key).toStringList();
    for (const QString& wrong :
         {QStringLiteral("dots"), QStringLiteral("dots:much"), QStringLiteral("mauve:3"), QStringLiteral("holes:10")}) {
        QStringList words = good;
        words.last() = wrong;
        QSettings().setValue(key, words);
        EXPECT_EQ(keptLook(state_.study), MapLook()) << wrong.toStdString();
    }
}

}  // namespace
}  // namespace raquette::viewer
