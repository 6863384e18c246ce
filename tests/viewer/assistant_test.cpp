#include "gis/geometry/frame.h"
#include "gis/model/error.h"
#include "gis/store/store.h"
#include "ingest/study/study_file.h"
#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "viewer/app/desk.h"
#include "viewer/app/list_reader.h"
#include "viewer/app/main_window.h"
#include "viewer/app/start_window.h"
#include "viewer/assistant/assistant_window.h"
#include "viewer/assistant/columns_page.h"
#include "viewer/assistant/new_study.h"
#include "viewer/assistant/places_page.h"
#include "viewer/assistant/study_draft.h"
#include "viewer/panels/busy_sign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTableWidget>
#include <QUrl>

namespace raquette::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(NewStudy, IsReadBackAsItWasSaidWhateverTheWords) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "sources");
    folder.write("sources/été « 2026 ».csv", "nom;ville\nLe Fil;Saint-Étienne\n");
    NewStudy said;
    said.list = folder / "sources/été « 2026 ».csv";
    said.title = "L’été \"chaud\" \\ à l'Ouest";
    said.contributor = "Pôle, réseau & Cie";
    said.date = "2026-04";
    said.columns = {{"nom", "name"}, {"a \"b\"", "address"}, {"voie", "address"}, {"divers", ""}};
    said.area = "dep:42";
    said.reachKilometres = 20;
    said.decisions = {"[[decision]]\nrecord   = \"fil\"\ncommune  = \"42218\"\n"};
    folder.write("etude.toml", studyText(said, folder.path()));
    const model::Study read = ingest::readStudyFile(folder / "etude.toml", model::today());
    EXPECT_EQ(read.title.in(model::Language::French), said.title);
    ASSERT_EQ(read.sources.size(), 1U);
    EXPECT_EQ(read.sources[0].path, said.list);
    EXPECT_EQ(read.sources[0].writtenPath, "sources/été « 2026 ».csv");
    EXPECT_EQ(read.sources[0].contributor, said.contributor);
    EXPECT_THAT(read.sources[0].columns.at("address"), ElementsAre("a \"b\"", "voie"));
    EXPECT_THAT(read.sources[0].unusedColumns, ElementsAre("divers"));
    EXPECT_EQ(read.area.front().text(), "dep:42");
    EXPECT_EQ(std::get<model::Metres>(read.services.front().reach).value, 20000);
    ASSERT_EQ(read.decisions.size(), 1U);
    EXPECT_EQ(read.decisions[0].commune, "42218");
}

constexpr const char* list =
    "nom;ville;code insee;téléphone;places\n"
    "Le Fil;Saint-Étienne;42218;04 77 00 00 00;1200\n"
    "La Tannerie;Bourg-en-Bresse;01053;04 74 00 00 00;700\n"
    "Nulle part;;;;\n";

class Assistant : public testing::Test {
protected:
    Assistant() { folder_.write("lieux.csv", list); }
    QString file(const char* name) const { return QString::fromStdString((folder_ / name).string()); }
    TemporaryFolder folder_;
};

TEST_F(Assistant, SaysWhatTheColumnsAreAndWhereTheRowsStand) {
    AssistantWindow window(file("lieux.csv"), readList, model::Language::French);
    window.show();
    ASSERT_TRUE(test::settle(window));
    EXPECT_EQ(window.shownProblem(), QString());
    auto* columns = window.findChild<ColumnsPage*>()->findChild<QTableWidget*>();
    ASSERT_EQ(columns->rowCount(), 5);
    EXPECT_EQ(qobject_cast<QComboBox*>(columns->cellWidget(0, 1))->currentData().toString(), QStringLiteral("name"));
    EXPECT_EQ(qobject_cast<QComboBox*>(columns->cellWidget(3, 1))->currentData().toString(), QStringLiteral("phone"));
    EXPECT_EQ(columns->item(0, 2)->text(), QStringLiteral("Le Fil · La Tannerie · Nulle part"));
    EXPECT_EQ(columns->item(3, 2)->text(), QString()) << "a telephone number is private";
    const std::string counts = window.findChild<PlacesPage*>()->shownCounts().toStdString();
    EXPECT_THAT(counts, HasSubstr("3 lignes lues"));
    EXPECT_THAT(counts, HasSubstr("2 placées, position à la commune"));
}

TEST_F(Assistant, AColumnReadOtherwiseIsReadAgain) {
    AssistantWindow window(file("lieux.csv"), readList, model::Language::English);
    window.show();
    ASSERT_TRUE(test::settle(window));
    auto* columns = window.findChild<ColumnsPage*>()->findChild<QTableWidget*>();
    auto* keys = qobject_cast<QComboBox*>(columns->cellWidget(1, 1));
    keys->setCurrentIndex(keys->findData(QStringLiteral("notes")));
    emit keys->activated(keys->currentIndex());
    ASSERT_TRUE(test::settle(window));
    EXPECT_EQ(qobject_cast<QComboBox*>(columns->cellWidget(1, 1))->currentData().toString(), QStringLiteral("notes"));
}

TEST_F(Assistant, AColumnThatIsNotToBeReadIsLeftAsideAndCanBeTakenAgain) {
    AssistantWindow window(file("lieux.csv"), readList, model::Language::French);
    window.show();
    ASSERT_TRUE(test::settle(window));
    auto* columns = window.findChild<ColumnsPage*>()->findChild<QTableWidget*>();
    const auto keys = [&] { return qobject_cast<QComboBox*>(columns->cellWidget(4, 1)); };
    const auto choose = [&](const QString& key) {
        keys()->setCurrentIndex(keys()->findData(key));
        emit keys() -> activated(keys()->currentIndex());
        return test::settle(window);
    };
    ASSERT_EQ(keys()->currentData().toString(), QStringLiteral("capacity"));
    ASSERT_TRUE(choose(QString()));
    EXPECT_EQ(keys()->currentText(), QStringLiteral("– non lue –"));
    EXPECT_EQ(columns->item(4, 3)->text(), QStringLiteral("non lue\u00a0: l’étude le dit"));
    window.save(file("etude.toml"));
    EXPECT_THAT(ingest::readStudyFile(folder_ / "etude.toml", model::today()).sources[0].unusedColumns, ElementsAre("places"));
    ASSERT_TRUE(choose(QStringLiteral("capacity")));
    EXPECT_EQ(keys()->currentData().toString(), QStringLiteral("capacity"));
    window.save(file("etude.toml"));
    EXPECT_TRUE(ingest::readStudyFile(folder_ / "etude.toml", model::today()).sources[0].unusedColumns.empty());
}

TEST_F(Assistant, AListThatCannotBeReadIsSaidInASentence) {
    folder_.write("vide.csv", "");
    folder_.write("faux.xlsx", "no workbook");
    for (const char* name : {"vide.csv", "faux.xlsx", "absente.csv"}) {
        AssistantWindow window(file(name), readList, model::Language::French);
        window.show();
        ASSERT_TRUE(test::settle(window));
        EXPECT_TRUE(window.shownProblem().contains(QString::fromLatin1(name))) << name << ": " << window.shownProblem().toStdString();
        EXPECT_TRUE(window.shownProblem().startsWith(QStringLiteral("Cette liste n’a pas pu être lue."))) << name;
    }
}

QPushButton* buttonSaying(const QWidget& window, const QString& words) {
    for (QPushButton* button : window.findChildren<QPushButton*>()) {
        if (button->text() == words) return button;
    }
    return nullptr;
}

TEST_F(Assistant, AListMendedMeanwhileIsReadAgain) {
    folder_.write("vide.csv", "");
    AssistantWindow window(file("vide.csv"), readList, model::Language::French);
    window.show();
    EXPECT_EQ(buttonSaying(window, QStringLiteral("Relire la liste")), nullptr) << "it is being read";
    EXPECT_FALSE(buttonSaying(window, QStringLiteral("Suivant"))->isEnabled());
    ASSERT_TRUE(test::settle(window));
    folder_.write("vide.csv", list);
    QPushButton* again = buttonSaying(window, QStringLiteral("Relire la liste"));
    ASSERT_NE(again, nullptr);
    again->click();
    ASSERT_TRUE(test::settle(window));
    EXPECT_EQ(window.shownProblem(), QString());
    ASSERT_TRUE(buttonSaying(window, QStringLiteral("Suivant"))->isEnabled());
    again->click();
    EXPECT_EQ(window.page(), 1);
}

TEST_F(Assistant, AReadingThatWasStoppedCanBeginAgain) {
    AssistantWindow window(file("lieux.csv"), readList, model::Language::French);
    window.show();
    window.findChild<BusySign*>()->stopAsked();
    EXPECT_TRUE(window.shownProblem().startsWith(QStringLiteral("La lecture a été arrêtée")));
    QPushButton* again = buttonSaying(window, QStringLiteral("Relire la liste"));
    ASSERT_NE(again, nullptr);
    again->click();
    ASSERT_TRUE(test::settle(window));
    EXPECT_EQ(window.shownProblem(), QString());
    EXPECT_TRUE(buttonSaying(window, QStringLiteral("Suivant"))->isEnabled());
}

TEST_F(Assistant, ADoubtfulRowIsSettledByAClickOnTheMapAndTakenBack) {
    folder_.write("doute.csv", "nom;ville;longitude;latitude;code insee\nLe Fil;Saint-Étienne;2.35;48.85;42218\n");
    AssistantWindow window(file("doute.csv"), readList, model::Language::French);
    window.show();
    ASSERT_TRUE(test::settle(window));
    auto* places = window.findChild<PlacesPage*>();
    auto* doubts = places->findChild<QTableWidget*>();
    ASSERT_GT(doubts->rowCount(), 0);
    ASSERT_EQ(doubts->item(0, 0)->text(), QStringLiteral("?")) << "the position is far from the commune";
    places->chooseQuestion(0);
    const geometry::PlanePoint there = geometry::toPlane(geometry::lambert93, {4.39, 45.43});
    places->placeAt(there.x, there.y);
    ASSERT_TRUE(test::settle(window));
    EXPECT_THAT(places->shownCounts().toStdString(), HasSubstr("1 placées, position exacte"));
    window.setPage(2);
    window.save(file("etude.toml"));
    const model::Study study = ingest::readStudyFile(folder_ / "etude.toml", model::today());
    ASSERT_EQ(study.decisions.size(), 1U);
    EXPECT_NEAR(study.decisions[0].position->lon, 4.39, 1e-5);
    places->takeBack();
    ASSERT_TRUE(test::settle(window));
    EXPECT_EQ(doubts->item(0, 0)->text(), QStringLiteral("?"));
}

TEST_F(Assistant, ACandidateIsChosenOfThoseThereAre) {
    folder_.write("doute.csv", "nom;ville;code postal\nLe Fil;Saint-Denis;42000\n");
    AssistantWindow window(file("doute.csv"), readList, model::Language::French);
    window.show();
    ASSERT_TRUE(test::settle(window));
    auto* places = window.findChild<PlacesPage*>();
    auto* doubts = places->findChild<QTableWidget*>();
    auto* answers = doubts->cellWidget(0, 3) ? doubts->cellWidget(0, 3)->findChild<QComboBox*>() : nullptr;
    ASSERT_NE(answers, nullptr) << "several communes are called so";
    const int reunion = answers->findText(QStringLiteral("À Saint-Denis (97411)"));
    ASSERT_GT(reunion, 0);
    emit answers->activated(reunion);
    ASSERT_TRUE(test::settle(window));
    EXPECT_THAT(places->shownCounts().toStdString(), HasSubstr("1 placées, position à la commune"));
    window.save(file("etude.toml"));
    EXPECT_EQ(ingest::readStudyFile(folder_ / "etude.toml", model::today()).decisions.at(0).commune, "97411");
}

TEST_F(Assistant, WhatWasAnsweredOutlivesACrashUntilItIsSaved) {
    folder_.write("doute.csv", "nom;ville;places;code postal\nLe Fil;Saint-Denis;300;42000\n");
    const auto begun = [&] { return std::make_unique<AssistantWindow>(file("doute.csv"), readList, model::Language::French); };
    {
        const auto window = begun();
        window->show();
        ASSERT_TRUE(test::settle(*window));
        EXPECT_FALSE(buttonSaying(*window, QStringLiteral("Tout recommencer"))->isVisible());
        auto* columns = window->findChild<ColumnsPage*>()->findChild<QTableWidget*>();
        auto* keys = qobject_cast<QComboBox*>(columns->cellWidget(2, 1));
        keys->setCurrentIndex(keys->findData(QStringLiteral("notes")));
        emit keys->activated(keys->currentIndex());
        ASSERT_TRUE(test::settle(*window));
        window->findChild<PlacesPage*>()->choose(0, 2);
        ASSERT_TRUE(test::settle(*window));
    }
    const auto again = begun();
    again->show();
    ASSERT_TRUE(test::settle(*again));
    QPushButton* anew = buttonSaying(*again, QStringLiteral("Tout recommencer"));
    EXPECT_TRUE(anew->isVisible());
    const auto key = [&] {
        auto* columns = again->findChild<ColumnsPage*>()->findChild<QTableWidget*>();
        return qobject_cast<QComboBox*>(columns->cellWidget(2, 1))->currentData().toString();
    };
    EXPECT_EQ(key(), QStringLiteral("notes"));
    EXPECT_THAT(again->findChild<PlacesPage*>()->shownCounts().toStdString(), HasSubstr("1 placées"));
    anew->click();
    ASSERT_TRUE(test::settle(*again));
    EXPECT_EQ(key(), QStringLiteral("capacity"));
    EXPECT_THAT(again->findChild<PlacesPage*>()->shownCounts().toStdString(), HasSubstr("1 gardées, sans position"));
    again->findChild<PlacesPage*>()->choose(0, 2);
    ASSERT_TRUE(test::settle(*again));
    again->save(file("etude.toml"));
    EXPECT_FALSE(studyDraftOf(folder_ / "doute.csv").has_value()) << "what is saved is no draft";
}

TEST_F(Assistant, ADraftOfAListThatIsNoLongerWhatItWasIsForgotten) {
    folder_.write("doute.csv", "nom;ville;places;code postal\nLe Fil;Saint-Denis;300;42000\n");
    NewStudy draft;
    draft.list = folder_ / "doute.csv";
    draft.columns = {{"jauge", "capacity"}};
    keepStudyDraft(draft);
    AssistantWindow window(file("doute.csv"), readList, model::Language::French);
    window.show();
    ASSERT_TRUE(test::settle(window));
    EXPECT_EQ(window.shownProblem(), QString());
    EXPECT_FALSE(studyDraftOf(draft.list).has_value());
}

TEST_F(Assistant, AListDroppedBecomesAStudyThatOpens) {
    Desk desk;
    desk.start();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file("lieux.csv"))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.startWindow(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.startWindow(), &drop);
    AssistantWindow* assistant = desk.assistant();
    ASSERT_NE(assistant, nullptr);
    ASSERT_TRUE(test::settle(*assistant));
    assistant->setPage(2);
    assistant->save(file("etude.toml"));
    ASSERT_TRUE(test::waitUntil([&] { return !desk.isBusy() && desk.window() && desk.window()->isSettled(); }));
    EXPECT_EQ(desk.window()->windowTitle(), QStringLiteral("lieux — Raquette"));
    EXPECT_EQ(bytesOf(folder_ / "lieux.csv"), list) << "nothing is written into the list";
}

}  // namespace
}  // namespace raquette::viewer
