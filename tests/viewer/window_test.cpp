#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/appearance.h"
#include "viewer/app/main_window.h"
#include "viewer/app/reader_language.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/cards/card.h"
#include "viewer/cards/identify.h"
#include "viewer/map/palette.h"
#include "viewer/map/view.h"
#include "viewer/panels/card_panel.h"
#include "viewer/panels/compare_pane.h"
#include "viewer/panels/gap_table_model.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/territory_pane.h"
#include "viewer/panels/territory_table_model.h"
#include "viewer/study/ground.h"
#include "viewer/what_if/what_if_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QMouseEvent>
#include <QSettings>
#include <QTableView>
#include <memory>

namespace raquette::viewer {
namespace {

using test::settle;

std::shared_ptr<const store::StudyState> shared(store::StudyState state) {
    return std::make_shared<const store::StudyState>(std::move(state));
}

std::string shown(const GapTableModel& model, int row, int column) {
    return model.data(model.index(row, column), Qt::DisplayRole).toString().toStdString();
}

TEST(GapTable, SaysEachHoleInTheReadersLanguage) {
    GapTableModel model(shared(test::twoSquares()));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(shown(model, 0, GapTableModel::Name), "Ouestville");
    EXPECT_EQ(shown(model, 0, GapTableModel::People), "3\u202f000");
    EXPECT_EQ(shown(model, 0, GapTableModel::CauseOf), "aucun lieu");
    model.setLanguage(model::Language::English);
    EXPECT_EQ(shown(model, 0, GapTableModel::People), "3,000");
    EXPECT_EQ(shown(model, 0, GapTableModel::CauseOf), "no venue");
    EXPECT_EQ(model.headerData(GapTableModel::Name, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("name"));
}

TEST(GapTable, GivesBareFiguresForSortingAndNothingBeyondItsEnds) {
    GapTableModel model(shared(test::crowded(11)));
    EXPECT_EQ(model.data(model.index(9, GapTableModel::Rank), Qt::EditRole).toInt(), 10);
    EXPECT_EQ(model.data(model.index(0, GapTableModel::People), Qt::EditRole).toLongLong(), 3000);
    EXPECT_FALSE(model.data(model.index(11, 0), Qt::DisplayRole).isValid());
    model.setService(7);
    EXPECT_EQ(model.rowCount(), 0);
}

class Identify : public testing::Test {
protected:
    Identified at(double lon, double lat, const Ground* ground = nullptr) const {
        return identify(state_, scene_, scene_.lands.front(), ground, geometry::toPlane(geometry::lambert93, {lon, lat}), 2000);
    }
    Card cardAt(double lon, double lat) const { return cardOf(state_, scene_.service, at(lon, lat), model::Language::French); }
    store::StudyState state_ = test::twoSquares();
    MapScene scene_ = makeScene(state_, parseLayer("gaps:lieux", state_.study));
};

TEST_F(Identify, FindsTheVenueUnderThePointerElseTheHoleElseTheTerritory) {
    EXPECT_EQ(at(3.505, 46.5).id, "le-fil");
    EXPECT_EQ(at(2.2, 46.9).kind, Identified::Kind::Gap);
    EXPECT_EQ(at(3.2, 46.9).territory.text(), "dep:42");
    EXPECT_EQ(at(0, 45).kind, Identified::Kind::Nothing);
}

TEST_F(Identify, TheGroundSaysTheSameTerritoryWithoutLookingAtEach) {
    const Ground ground(shared(test::twoSquares()));
    EXPECT_EQ(at(3.2, 46.9, &ground).territory.text(), "dep:42");
    EXPECT_EQ(at(0, 45, &ground).kind, Identified::Kind::Nothing);
}

TEST_F(Identify, CardsAnswerAndNeverTellPrivateFields) {
    const Card gap = cardAt(2.2, 46.9);
    EXPECT_EQ(gap.title, "Ouestville");
    EXPECT_GE(gap.answers.size(), 3U);
    const Card venue = cardAt(3.5, 46.5);
    EXPECT_EQ(venue.title, "Le Fil");
    for (const Card::Answer& answer : venue.answers) EXPECT_THAT(answer.answer, testing::Not(testing::HasSubstr("secret@")));
    EXPECT_EQ(cardAt(3.2, 46.9).title, "Loire");
}

TEST_F(Identify, WhatThePointerRestsOnSaysItsNameAndFigure) {
    EXPECT_EQ(hoverText(state_, scene_, at(2.2, 46.9), model::Language::French), "Ouestville\n3\u202f000 personnes");
    EXPECT_EQ(hoverText(state_, scene_, at(3.5, 46.5), model::Language::French), "Le Fil");
    EXPECT_EQ(hoverText(state_, scene_, at(0, 45), model::Language::French), "");
}

TEST(CardPanel, NamesFromDataAreTextNotMarkup) {
    CardPanel panel;
    panel.showCard({"", "<b>Le Fil</b><script>", {{"", "a & b < c"}}, {}});
    EXPECT_TRUE(panel.shownText().contains(QStringLiteral("&lt;script&gt;")));
    EXPECT_TRUE(panel.shownText().contains(QStringLiteral("a &amp; b &lt; c")));
}

TEST(MainWindow, ARowOfTheTableLeadsToItsHoleAndAClickOnTheMapToItsRow) {
    MainWindow window(shared(test::crowded(3)));
    window.show();
    ASSERT_TRUE(settle(window));
    auto* map = window.findChild<MapWidget*>(QStringLiteral("map"));
    auto* table = window.findChild<QTableView*>();
    const double before = map->view().metresPerUnit;
    window.goToGap(2);
    ASSERT_TRUE(settle(window));
    EXPECT_LT(map->view().metresPerUnit, before) << "the map comes closer";
    EXPECT_EQ(table->selectionModel()->selectedRows().front().row(), 2);
    EXPECT_TRUE(window.findChild<CardPanel*>()->shownText().contains(QStringLiteral("Ouestville 2")));

    const geometry::PlanePoint first = geometry::toPlane(geometry::lambert93, {2.4, 46.1});
    emit map->clicked(first.x, first.y, 100);
    EXPECT_EQ(table->selectionModel()->selectedRows().front().row(), 0);
}

TEST(MainWindow, ARowOfTheTableOfTerritoriesLeadsToItsCardAndAClickOnTheMapToItsRow) {
    MainWindow window(shared(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    auto* table = window.findChild<TerritoryPane*>()->findChild<QTableView*>();
    EXPECT_EQ(table->model()->index(0, TerritoryTableModel::Name).data().toString(), QStringLiteral("Puy-de-Dôme")) << "most people first";
    emit table->clicked(table->model()->index(0, 0));
    ASSERT_TRUE(settle(window));
    EXPECT_TRUE(window.findChild<CardPanel*>()->shownText().contains(QStringLiteral("Puy-de-Dôme")));
    EXPECT_EQ(table->selectionModel()->selectedRows().front().row(), 0);

    auto* map = window.findChild<MapWidget*>(QStringLiteral("map"));
    const geometry::PlanePoint loire = geometry::toPlane(geometry::lambert93, {3.2, 46.9});
    emit map->clicked(loire.x, loire.y, 100);
    EXPECT_EQ(table->selectionModel()->selectedRows().front().row(), 1);
    const geometry::PlanePoint hole = geometry::toPlane(geometry::lambert93, {2.2, 46.9});
    emit map->clicked(hole.x, hole.y, 100);
    EXPECT_FALSE(table->selectionModel()->hasSelection());
}

TEST(MainWindow, AnEpciIsShownByTheOutlineOfItsCommunesTogether) {
    store::StudyState state = test::twoSquares();
    state.reference.epcis = {{"200000001", "Les Deux Carrés", {9000}, model::nowhere, {}}};
    for (model::Commune& commune : state.reference.communes) commune.epci = 0;
    state.reference.communeShapes = {test::square(3, 46, 4, 47), test::square(2, 46, 3, 47)};
    MainWindow window(shared(std::move(state)));
    window.show();
    ASSERT_TRUE(settle(window));
    window.goToTerritory({model::Level::Epci, "200000001"});
    EXPECT_TRUE(settle(window));
    EXPECT_TRUE(window.findChild<CardPanel*>()->shownText().contains(QStringLiteral("Les Deux Carrés")));
}

TEST(MainWindow, TheTableTurnsToTerritoriesWithTheMap) {
    MainWindow window(shared(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    auto* pane = window.findChild<TerritoryPane*>();
    EXPECT_FALSE(pane->isVisible());
    auto* shownAs = window.findChild<QuestionPanel*>()->findChildren<QComboBox*>().at(2);
    shownAs->setCurrentIndex(1);
    ASSERT_TRUE(settle(window));
    EXPECT_TRUE(pane->isVisible());
    shownAs->setCurrentIndex(0);
    ASSERT_TRUE(settle(window));
    EXPECT_FALSE(pane->isVisible());
}

TEST(MainWindow, ShowsMinutesOfServicesThatReachByTime) {
    store::StudyState state = test::timed();
    const store::StudyState other = test::twoSquares();
    state.study.services.push_back(other.study.services.front());
    state.analysis.services.push_back(other.analysis.services.front());
    state.study.services.back().id = state.analysis.services.back().service.id = "oiseau";
    MainWindow window(shared(std::move(state)));
    window.show();
    ASSERT_TRUE(settle(window));
    auto* question = window.findChild<QuestionPanel*>();
    auto* services = question->findChildren<QComboBox*>().at(0);
    auto* shownAs = question->findChildren<QComboBox*>().at(2);
    const int minutes = shownAs->findText(QStringLiteral("le temps de trajet, par département"));
    ASSERT_GE(minutes, 0);
    shownAs->setCurrentIndex(minutes);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(question->layer(), "indicators:lieux:nearest_min:departement");
    services->setCurrentIndex(1);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(question->layer(), "gaps:oiseau") << "of which no time is known";
    EXPECT_LT(shownAs->findText(QStringLiteral("le temps de trajet, par département")), 0);
    shownAs->setCurrentIndex(1);
    services->setCurrentIndex(0);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(question->layer(), "indicators:lieux:covered_share:departement") << "what both can be shown as stays";
    EXPECT_GE(shownAs->findText(QStringLiteral("le temps de trajet, par département")), 0);
}

TEST(MainWindow, SpeaksBothLanguagesAndFindsPlacesByName) {
    MainWindow window(shared(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    window.setLanguage(model::Language::English);
    EXPECT_TRUE(window.windowTitle().contains(QStringLiteral("Music, a trial")));
    EXPECT_TRUE(window.search(QStringLiteral("ouest")));
    const geometry::PlanePoint ouestville = geometry::toPlane(geometry::lambert93, {2.5, 46.5});
    EXPECT_NEAR(window.findChild<MapWidget*>(QStringLiteral("map"))->view().centre.x, ouestville.x, 1);
    EXPECT_FALSE(window.search(QStringLiteral("zzz")));
}

TEST(MainWindow, TurnsDarkAndLightWhileItIsOpen) {
    chooseAppearance(Appearance::Light);
    MainWindow window(shared(test::twoSquares()));
    window.show();
    ASSERT_TRUE(settle(window));
    const auto corner = [&] { return QColor(window.findChild<MapWidget*>(QStringLiteral("map"))->grab().toImage().pixel(2, 2)); };
    EXPECT_EQ(corner(), palette(Theme::Light).sea);
    chooseAppearance(Appearance::Dark);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(chosenAppearance(), Appearance::Dark);
    EXPECT_EQ(corner(), palette(Theme::Dark).sea);
    EXPECT_LT(window.grab().toImage().pixelColor(3, 3).lightness(), 60);
    chooseAppearance(Appearance::System);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(corner(), palette(Theme::Light).sea) << "offscreen is light";
}

store::StudyState analysed() {
    store::StudyState state = test::twoSquares();
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    return state;
}

TEST(MainWindow, AnotherYearAndAnotherReachAreAskedAnew) {
    store::StudyState state = analysed();
    state.dataset.venues.front().opened = model::PartialDate::parse("2020");
    MainWindow window(shared(std::move(state)));
    window.show();
    ASSERT_TRUE(settle(window));
    auto* table = window.findChild<QTableView*>();
    EXPECT_EQ(table->model()->index(0, GapTableModel::People).data(Qt::EditRole).toLongLong(), 3000);
    window.showYear(2020);
    ASSERT_TRUE(settle(window));
    window.showYear(2026);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(table->model()->index(0, GapTableModel::People).data(Qt::EditRole).toLongLong(), 3000);
}

TEST(MainWindow, TwoYearsStandSideBySideAndMoveTogether) {
    store::StudyState state = analysed();
    state.dataset.venues.front().opened = model::PartialDate::parse("2020-06");
    MainWindow window(shared(std::move(state)));
    window.show();
    ASSERT_TRUE(settle(window));
    window.setComparing(true);
    ASSERT_TRUE(settle(window));
    auto* second = window.findChild<ComparePane*>();
    ASSERT_TRUE(second->isVisible());
    EXPECT_EQ(second->shownText(), QStringLiteral("En 2020\u00a0: 6\u202f000 personnes de moins qu’en 2026"));
    second->setYear(2024);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(second->shownText(), QStringLiteral("En 2024\u00a0: autant d’habitants couverts qu’en 2026"));
    window.goToGap(0);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(second->view().centre, window.findChild<MapWidget*>(QStringLiteral("map"))->view().centre);
    EXPECT_EQ(second->view().metresPerUnit, window.findChild<MapWidget*>(QStringLiteral("map"))->view().metresPerUnit);
}

TEST(MainWindow, AnotherStudyStandsBesideAndSaysHowItDiffers) {
    const TemporaryFolder folder;
    store::StudyState other = analysed();
    other.study.title = {"L’an passé", "Last year"};
    other.study.services.front().reach = model::kilometres(90);
    other.analysis = analysis::analyse(other.study, other.reference, other.dataset);
    store::writeStore(other, folder / "autre.gpkg");
    MainWindow window(shared(analysed()));
    window.show();
    ASSERT_TRUE(settle(window));
    window.compareWith(QString::fromStdString((folder / "autre.gpkg").string()));
    ASSERT_TRUE(settle(window));
    auto* second = window.findChild<ComparePane*>();
    ASSERT_TRUE(second->isVisible());
    EXPECT_EQ(second->shownText().toStdString(),
              "L’an passé, 2026\u00a0: 100\u202f% des habitants couverts, 67\u202f% sur la première carte");
    window.goToGap(0);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(second->view().centre, window.findChild<MapWidget*>(QStringLiteral("map"))->view().centre);
    window.setComparing(false);
    window.setComparing(true);
    ASSERT_TRUE(settle(window));
    EXPECT_FALSE(second->hasOther()) << "the same study again";
}

TEST(MainWindow, AStudyOfAnotherLandKeepsAViewOfItsOwn) {
    const TemporaryFolder folder;
    store::StudyState other = analysed();
    other.analysis.studyArea = test::square(5, 44, 6, 45);
    store::writeStore(other, folder / "ailleurs.gpkg");
    MainWindow window(shared(analysed()));
    window.show();
    window.compareWith(QString::fromStdString((folder / "ailleurs.gpkg").string()));
    ASSERT_TRUE(settle(window));
    const geometry::PlanePoint before = window.findChild<ComparePane*>()->view().centre;
    window.goToGap(0);
    ASSERT_TRUE(settle(window));
    EXPECT_EQ(window.findChild<ComparePane*>()->view().centre, before);
}

TEST(MainWindow, EveryWayOfShowingHolesIsDrawnInBothLanguages) {
    MainWindow window(shared(analysed()));
    window.show();
    for (QComboBox* box : window.findChildren<QComboBox*>()) {
        for (int i = 0; i < box->count(); ++i) {
            box->setCurrentIndex(i);
            emit box->activated(i);
            ASSERT_TRUE(settle(window));
        }
    }
    EXPECT_EQ(chosenLanguage(), model::Language::English) << "kept for the next time";
    EXPECT_EQ(MainWindow(shared(analysed())).windowTitle(), QStringLiteral("Music, a trial — Raquette"));
    QSettings().clear();
    window.setOfficial(true);
    EXPECT_TRUE(settle(window));
    EXPECT_FALSE(window.findChild<QTableView*>()->isVisible());
}

TEST(MainWindow, OpensOnStudiesWithoutServiceHoleOrVenue) {
    store::StudyState bare = test::twoSquares();
    bare.analysis.services.clear();
    bare.study.services.clear();
    for (store::StudyState state : {bare, test::allCovered(), test::withoutProvider()}) {
        MainWindow window(shared(std::move(state)));
        window.show();
        EXPECT_TRUE(settle(window));
    }
}

}  // namespace
}  // namespace raquette::viewer
