#include "viewer/official/official_page.h"

#include "gis/analysis/analysis.h"
#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/view.h"
#include "viewer/official/official_answer.h"
#include "viewer/panels/card_panel.h"
#include "viewer/search/search_box.h"

#include <QApplication>
#include <QPushButton>
#include <QTabWidget>
#include <QThread>
#include <QtTest/QTest>

namespace raquette::viewer {
namespace {

using test::settle;

using model::Language;
using model::Level;
using testing::AllOf;
using testing::HasSubstr;

store::StudyState analysed() {
    store::StudyState state = test::twoSquares();
    state.dataset.venues.front().functions = {model::SharedText("ressource/réseau")};
    model::Contract contract;
    contract.id = contract.title = "Contrat de filière";
    contract.parties = {"DRAC", "Région"};
    contract.scope = {{Level::Region, "84"}};
    contract.period = {model::PartialDate::parse("2025"), model::PartialDate::parse("2027"), false};
    contract.amountPerYear = model::Euros{18000};
    state.dataset.contracts = {contract};
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    return state;
}

std::string wordsOf(const Card& card) {
    std::string words = card.title;
    for (const Card::Answer& answer : card.answers) {
        words += "\n" + answer.question + "\n" + answer.answer;
        for (const CardLink& link : answer.links) words += "\n[" + link.words + "]";
    }
    return words;
}

TEST(OfficialAnswer, AnswersEachQuestionInPlainWords) {
    const store::StudyState state = analysed();
    const auto answer = [&](OfficialQuestion question, Language language = Language::French) {
        return wordsOf(officialAnswer(state, 0, {Level::Departement, "63"}, question, language));
    };
    EXPECT_THAT(answer(OfficialQuestion::Have), AllOf(HasSubstr("Les listes n’y connaissent personne."), HasSubstr("[Contrat de filière")));
    EXPECT_THAT(answer(OfficialQuestion::Lack),
                AllOf(HasSubstr("0\u202f% des habitants desservis"), HasSubstr("Ressource, réseau (le plus proche")));
    EXPECT_THAT(answer(OfficialQuestion::Call),
                AllOf(HasSubstr("[Le Fil, à 77"), HasSubstr("DRAC, Région"), HasSubstr("[Auvergne-Rhône-Alpes (région)]")));
    EXPECT_THAT(answer(OfficialQuestion::Beside),
                AllOf(HasSubstr("[Loire]"), HasSubstr("100\u202f% des habitants couverts"), HasSubstr("2,00 EUR de contrats")));
    EXPECT_THAT(answer(OfficialQuestion::Beside, Language::English), HasSubstr("2.00 EUR of contracts"));
    const Card print = officialAnswer(state, 0, {Level::Departement, "63"}, OfficialQuestion::Print, Language::French);
    EXPECT_EQ(print.actions.size(), 2U);
}

class SimpleReading : public testing::Test {
protected:
    SimpleReading() : window_(std::make_shared<const store::StudyState>(analysed())) {
        window_.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window_));
        EXPECT_TRUE(settle(window_));
        window_.setOfficial(true);
        EXPECT_TRUE(settle(window_));
        page_ = window_.findChild<OfficialPage*>();
        questions_ = page_->findChildren<QPushButton*>(QStringLiteral("question"));
    }
    static QString focusName() {
        const QWidget* focus = QApplication::focusWidget();
        const auto* button = qobject_cast<const QPushButton*>(focus);
        return button ? button->text() : focus ? focus->accessibleName() : QString();
    }
    static void press(Qt::Key key) {
        QTest::keyClick(QApplication::focusWidget(), key);
        QApplication::processEvents();
    }

    MainWindow window_;
    OfficialPage* page_ = nullptr;
    QList<QPushButton*> questions_;
};

TEST_F(SimpleReading, ATerritoryIsTypedAskedAboutAndLeftByKeyboardAlone) {
    ASSERT_EQ(questions_.size(), 5);
    EXPECT_FALSE(questions_.front()->isEnabled()) << "about which territory?";
    EXPECT_EQ(focusName(), QStringLiteral("De quel territoire parlons-nous\u202f?"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("puy"));
    press(Qt::Key_Return);
    EXPECT_TRUE(settle(window_));
    EXPECT_TRUE(page_->shownText().contains(QStringLiteral("Puy-de-Dôme")));
    EXPECT_EQ(focusName(), QStringLiteral("Qu’avons-nous\u202f?"));
    press(Qt::Key_Tab);
    EXPECT_EQ(focusName(), QStringLiteral("Que nous manque-t-il\u202f?"));
    press(Qt::Key_Return);
    EXPECT_TRUE(page_->isAnswering());
    EXPECT_TRUE(page_->shownText().contains(QStringLiteral("des habitants desservis")));
    press(Qt::Key_Escape);
    EXPECT_FALSE(page_->isAnswering());
    EXPECT_EQ(focusName(), QStringLiteral("Que nous manque-t-il\u202f?")) << "back to the question that was asked";
    press(Qt::Key_Escape);
    EXPECT_EQ(focusName(), QStringLiteral("De quel territoire parlons-nous\u202f?"));
}

TEST_F(SimpleReading, TheMapShowsTheTerritoryWithItsNeighbours) {
    window_.goToTerritory({Level::Departement, "63"});
    ASSERT_TRUE(settle(window_));
    const auto* map = window_.findChild<MapWidget*>(QStringLiteral("map"));
    const Box visible = map->view().visible();
    EXPECT_TRUE(visible.contains(geometry::toPlane(geometry::lambert93, {2.05, 46.95})));
    EXPECT_TRUE(visible.contains(geometry::toPlane(geometry::lambert93, {3.2, 46.5}))) << "some of the neighbour";
    EXPECT_FALSE(window_.findChild<QTabWidget*>()->isVisible());
}

TEST_F(SimpleReading, ANeighbourIsALineThatLeadsToIt) {
    window_.goToTerritory({Level::Departement, "63"});
    questions_[3]->click();
    auto* answer = page_->findChildren<CardPanel*>().back();
    ASSERT_TRUE(answer->follow(QStringLiteral("Loire"))) << page_->shownText().toStdString();
    EXPECT_FALSE(page_->isAnswering());
    EXPECT_TRUE(page_->shownText().contains(QStringLiteral("Loire")));
}

TEST_F(SimpleReading, ItsPageIsSavedAndTheWindowComesBackAsItWas) {
    const TemporaryFolder folder;
    window_.goToTerritory({Level::Departement, "42"});
    window_.savePage({Level::Departement, "42"}, QString::fromStdString((folder / "loire.pdf").string()));
    ASSERT_TRUE(settle(window_));
    for (int i = 0; i < 100 && !settle(window_); ++i) QThread::msleep(10);
    EXPECT_THAT(bytesOf(folder / "loire.pdf"), testing::StartsWith("%PDF-"));
    window_.setOfficial(false);
    EXPECT_TRUE(settle(window_));
    EXPECT_FALSE(page_->isVisible());
    EXPECT_TRUE(window_.findChild<QTabWidget*>()->isVisible());
}

TEST_F(SimpleReading, SpeaksEnglishTheMomentItIsAsked) {
    window_.goToTerritory({Level::Departement, "42"});
    window_.setLanguage(Language::English);
    EXPECT_EQ(questions_.front()->text(), QStringLiteral("What do we have?"));
    questions_.front()->click();
    EXPECT_TRUE(page_->shownText().contains(QStringLiteral("Resource centre, network")));
}

TEST(SimpleReadingOfNothing, AStudyWithoutServiceIsReadToo) {
    store::StudyState bare = test::twoSquares();
    bare.study.services.clear();
    bare.dataset = {};
    bare.analysis = analysis::analyse(bare.study, bare.reference, bare.dataset);
    MainWindow window(std::make_shared<const store::StudyState>(std::move(bare)));
    window.show();
    ASSERT_TRUE(settle(window));
    window.setOfficial(true);
    window.goToTerritory({Level::Departement, "42"});
    EXPECT_TRUE(settle(window));
    auto* page = window.findChild<OfficialPage*>();
    for (QPushButton* question : page->findChildren<QPushButton*>(QStringLiteral("question"))) {
        question->click();
        EXPECT_TRUE(page->isAnswering());
        QTest::keyClick(page, Qt::Key_Escape);
    }
}

}  // namespace
}  // namespace raquette::viewer
