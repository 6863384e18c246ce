#include "gis/model/error.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/diagnosis.h"
#include "ingest/contributions/draft.h"
#include "ingest/contributions/record_fields.h"
#include "tests/support/files.h"
#include "tests/viewer/settle.h"
#include "viewer/app/main_window.h"
#include "viewer/app/shared_study.h"
#include "viewer/cards/card.h"
#include "viewer/contributions/board.h"
#include "viewer/contributions/brought_model.h"
#include "viewer/contributions/contributions_window.h"
#include "viewer/contributions/link_form.h"
#include "viewer/contributions/proposal_dialog.h"
#include "viewer/map/layer.h"
#include "viewer/map/scene.h"
#include "viewer/search/search_box.h"
#include "viewer/sheets/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>

namespace raquette::viewer {
namespace {

using model::Language;
using test::settle;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// Two venues of the Loire, by one list, with a folder for contributions.
class ContributionsTest : public testing::Test {
protected:
    explicit ContributionsTest(const std::string& review = "[review]\nmoderator = \"Pôle\"\n") {
        folder_.write("lieux.csv",
                      "id;nom;insee;jauge;latitude;longitude\nfil;Le Fil;42218;900;45.45;4.39\nclub;Le Club;42187;200;46.03;4.07\n");
        folder_.write("etude.toml",
                      "[study]\ntitle = \"Essai\"\ncontributions = \"contributions\"\nstore = \"essai.gpkg\"\ndate = 2026-05-01\n"
                      "area = [\"dep:42\"]\n" +
                          review +
                          "[[source]]\nid = \"liste\"\nkind = \"venues\"\npath = \"lieux.csv\"\ndate = 2026-01-01\n"
                          "[[service]]\nid = \"lieux\"\nlabel = \"Lieu\"\nreach = \"15 km\"\n");
        QSettings().clear();
    }
    void TearDown() override { QSettings().clear(); }

    SharedStudy study() const { return sharedStudy(folder_ / "etude.toml"); }
    std::shared_ptr<const store::StudyState> open() const { return study().open(); }
    model::Contribution says(const std::string& organisation, std::vector<model::FieldChange> changes) const {
        const auto state = open();
        return ingest::contributionOf(state->study, ingest::fieldsOf(state->dataset), {organisation, "Camille", "vu sur place"},
                                      std::move(changes));
    }

    TemporaryFolder folder_;
};

QPushButton* button(const QWidget& window, const char* words) {
    for (auto* one : window.findChildren<QPushButton*>()) {
        if (one->text() == QString::fromUtf8(words)) return one;
    }
    return nullptr;
}

QLineEdit* line(const QWidget& window, const char* name) {
    for (auto* one : window.findChildren<QLineEdit*>()) {
        if (one->accessibleName() == QString::fromUtf8(name)) return one;
    }
    return nullptr;
}

void press(const ContributionsWindow& window, const char* words) {
    QPushButton* one = button(window, words);
    ASSERT_NE(one, nullptr) << words;
    ASSERT_TRUE(one->isEnabled()) << words << ": " << one->toolTip().toStdString();
    one->click();
    ASSERT_TRUE(settle(window));
}

QString told(const ContributionsWindow& window) {
    QString all;
    for (const auto* label : window.findChildren<QLabel*>()) all += label->text() + QLatin1Char('\n');
    return all;
}

TEST_F(ContributionsTest, TwoListsBecomeOneDiagnosisThroughAConflictAVoteAndAnAdoption) {
    ContributionsWindow window(study(), Language::French);
    window.show();
    ASSERT_TRUE(settle(window));
    EXPECT_THAT(told(window).toStdString(), HasSubstr("Rien n’a encore été proposé"));
    const model::Contribution larger = says("Le Fil", {{"fil", "capacity", "900", "1200"}});
    const model::Contribution smaller = says("Un voisin", {{"fil", "capacity", "900", "800"}});
    ingest::writeContribution(larger, folder_ / "a.contribution");
    window.bring({folder_ / "a.contribution"});
    ASSERT_TRUE(settle(window));
    EXPECT_FALSE(button(window, "Accepter")->isEnabled()) << "nobody speaks yet";
    line(window, "Au nom de")->setText(QStringLiteral("Réseau"));
    EXPECT_FALSE(button(window, "Accepter")->isEnabled());
    EXPECT_THAT(told(window).toStdString(), HasSubstr("Réseau ne peut pas trancher celle-ci ; le peuvent : Pôle"));
    press(window, "C’est exact");
    EXPECT_THAT(told(window).toStdString(), HasSubstr("Réseau"));
    line(window, "Au nom de")->setText(QStringLiteral("pole"));  // known however it is typed
    const QSignalSpy changed(&window, &ContributionsWindow::studyChanged);
    press(window, "Accepter");
    EXPECT_EQ(changed.size(), 1);
    EXPECT_EQ(open()->dataset.venues.front().capacity, 1200);

    window.propose(smaller);
    ASSERT_TRUE(settle(window));
    EXPECT_THAT(told(window).toStdString(), HasSubstr("l’étude dit maintenant\u00a0: 1200"));
    EXPECT_FALSE(button(window, "Accepter")->isEnabled()) << "what the field shall say is not chosen";
    auto* choice = window.findChild<QComboBox*>();
    ASSERT_NE(choice, nullptr);
    choice->setCurrentIndex(1);
    emit choice->activated(1);
    press(window, "Accepter");
    EXPECT_EQ(open()->dataset.venues.front().capacity, 800);
    press(window, "Retirer");
    EXPECT_EQ(open()->dataset.venues.front().capacity, 1200);

    press(window, "Mettre le diagnostic en débat");
    press(window, "Adopter le diagnostic");
    EXPECT_EQ(open()->dataset.diagnosis.adopted, model::isoText(model::today()));
    EXPECT_THAT(told(window).toStdString(), HasSubstr("Diagnostic adopté le"));
    EXPECT_FALSE(button(window, "Adopter le diagnostic")->isEnabled()) << "once is enough";
}

TEST_F(ContributionsTest, AContestHoldsTheAdoptionUntilItIsAnswered) {
    ContributionsWindow window(study(), Language::French);
    line(window, "Au nom de")->setText(QStringLiteral("Pôle"));
    ASSERT_TRUE(settle(window));
    press(window, "Mettre le diagnostic en débat");
    window.propose(says("Le Fil", {{"lieux:dep:42", "contest", "", "Une salle manque"}}));
    ASSERT_TRUE(settle(window));
    EXPECT_FALSE(button(window, "Adopter le diagnostic")->isEnabled());
    EXPECT_THAT(button(window, "Adopter le diagnostic")->toolTip().toStdString(), HasSubstr("sans réponse\u00a0: 1"));
    EXPECT_FALSE(button(window, "Refuser")->isEnabled());
    line(window, "Pourquoi")->setText(QStringLiteral("Elle est à Aurec"));
    press(window, "Refuser");
    press(window, "Adopter le diagnostic");
    const auto state = open();
    ASSERT_THAT(state->dataset.remarks, SizeIs(1));
    const Card card = cardOf(*state, 0, {Identified::Kind::Territory, 0, "", {model::Level::Departement, "42"}, {}}, Language::English);
    EXPECT_TRUE(std::ranges::any_of(card.answers, [](const Card::Answer& answer) {
        return answer.answer.find("Une salle manque") != std::string::npos && answer.answer.find("Elle est à Aurec") != std::string::npos;
    }));
}

TEST_F(ContributionsTest, WhatIsNoContributionIsSaidAndNothingDone) {
    ContributionsWindow window(study(), Language::French);
    ASSERT_TRUE(settle(window));
    window.bring({folder_ / "lieux.csv"});
    ASSERT_TRUE(settle(window));
    EXPECT_THAT(told(window).toStdString(), HasSubstr("no contribution of Raquette"));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "contributions" / "history.jsonl"));
}

TEST_F(ContributionsTest, TheTableKeepsTheRulesOfModels) {
    BroughtModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    study().act(Deed::Merge, [&] {
        ingest::MergeRequest request;
        request.today = "2026-05-02";
        request.proposals = {says("A", {{"fil", "capacity", "900", "1200"}}), says("B", {{"club", "type", "", "SMAC"}})};
        return request;
    }());
    model.setBoard(std::make_shared<const Board>(boardOf(open())));
    model.setLanguage(Language::English);
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.data(model.index(0, BroughtModel::Status), Qt::DisplayRole), QStringLiteral("proposed"));
}

TEST_F(ContributionsTest, APrivateFieldIsNamedAndNotTold) {
    const Board board{open(), {}, {}, 0};
    const Brought brought{says("A", {{"fil", "email", "", "camille@exemple.fr"}}), {}, {}, {}, {}};
    const auto lines = changeLines(brought, Language::French);
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_THAT(lines[0], ::testing::Not(HasSubstr("exemple.fr")));
}

TEST_F(ContributionsTest, WhatAStoreSaysOfARecordIsWhatItsStudySays) {
    folder_.write("lieux.csv",
                  "id;nom;fonctions;type;labels;forme_juridique;statut;ouverture;jauge;salles;adresse;insee;siret;site;remarques;adherent\n"
                  "fil;Le Fil;diffusion, répétition;SMAC;SMAC;SCIC;ouvert;2008-01;900;2;20 bd Thiers;42218;49982230000017;lefil.com;"
                  "vu « de près »;oui\n");
    const auto state = open();
    store::writeStore(*state, folder_ / "essai.gpkg");
    const ingest::FieldState said = ingest::fieldsOf(state->dataset);
    ASSERT_GT(said.size(), 10U);
    EXPECT_EQ(ingest::fieldsOf(store::readStore(folder_ / "essai.gpkg").dataset), said)
        << "else a correction made there would meet nothing";
}

TEST_F(ContributionsTest, ARecordIsCorrectedFieldByField) {
    const ProposalDialog dialog(open(), "fil", Language::French);
    EXPECT_FALSE(dialog.contribution()) << "nothing is changed";
    line(dialog, "Jauge")->setText(QStringLiteral("1200"));
    EXPECT_FALSE(button(dialog, "Proposer")->isEnabled()) << "nobody says it";
    line(dialog, "Au nom de")->setText(QStringLiteral("Le Fil"));
    ASSERT_TRUE(button(dialog, "Proposer")->isEnabled());
    dialog.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Depuis les travaux"));
    button(dialog, "Proposer")->click();
    EXPECT_TRUE(dialog.isForNow());
    const auto contribution = dialog.contribution();
    ASSERT_TRUE(contribution);
    EXPECT_THAT(contribution->changes, ::testing::ElementsAre(model::FieldChange{"fil", "capacity", "900", "1200"},
                                                              model::FieldChange{"fil", "comment", "", "Depuis les travaux"}));
    const ProposalDialog again(open(), "club", Language::French);
    EXPECT_EQ(line(again, "Au nom de")->text(), QStringLiteral("Le Fil")) << "for whom one speaks is kept";
}

TEST_F(ContributionsTest, AFigureIsContestedAndSomeoneMissingIsTold) {
    const ProposalDialog doubt(open(), "lieux:dep:42", Language::French);
    line(doubt, "Au nom de")->setText(QStringLiteral("Le Fil"));
    doubt.findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Une salle manque"));
    ASSERT_TRUE(doubt.contribution());
    EXPECT_EQ(ingest::kindOf(*doubt.contribution()), model::ContributionKind::Contest);
    doubt.findChild<QCheckBox*>()->setChecked(false);
    EXPECT_EQ(ingest::kindOf(*doubt.contribution()), model::ContributionKind::Comment);

    ProposalDialog missing(open(), "add:42218", Language::French);
    line(missing, "Au nom de")->setText(QStringLiteral("Le Fil"));
    EXPECT_FALSE(missing.contribution());
    line(missing, "Nom")->setText(QStringLiteral("La Cave"));
    ASSERT_TRUE(missing.contribution());
    study().act(Deed::Merge, [&] {
        ingest::MergeRequest request;
        request.organisation = "Pôle";
        request.today = "2026-05-02";
        request.proposals = {*missing.contribution()};
        request.accepted = {missing.contribution()->id};
        return request;
    }());
    const auto venues = open()->dataset.venues;
    ASSERT_THAT(venues, SizeIs(3));
    EXPECT_TRUE(std::ranges::any_of(venues, [](const model::Venue& venue) { return venue.name == "La Cave" && venue.place.position; }));
}

TEST_F(ContributionsTest, ACooperationIsProposedByTheNameOfTheOther) {
    const ProposalDialog dialog(open(), "link:fil", Language::French);
    line(dialog, "Au nom de")->setText(QStringLiteral("Le Fil"));
    EXPECT_EQ(dialog.problem(), QStringLiteral("Dites avec qui."));
    auto* with = dialog.findChild<SearchBox*>();
    ASSERT_NE(with, nullptr);
    with->setText(QStringLiteral("le fil"));
    EXPECT_FALSE(dialog.contribution()) << "nobody works with themselves";
    ASSERT_TRUE(with->accept(QStringLiteral("le clbu"))) << "typing errors are forgiven";
    EXPECT_EQ(with->text(), QStringLiteral("Le Club"));
    auto* shared = dialog.findChild<QComboBox*>();
    shared->setCurrentIndex(shared->findData(QStringLiteral("double")));
    line(dialog, "Depuis")->setText(QStringLiteral("2024"));
    const auto contribution = dialog.contribution();
    ASSERT_TRUE(contribution);
    EXPECT_EQ(ingest::kindOf(*contribution), model::ContributionKind::Link);
    EXPECT_EQ(subjectsText(*open(), *contribution, Language::French), "Le Fil, Le Club");
    EXPECT_THAT(changeLines({*contribution, {}, {}, {}, {}}, Language::French),
                ::testing::ElementsAre("Nouvelle coopération", "De\u00a0: Le Fil", "Avec\u00a0: Le Club",
                                       "Ce qui est partagé\u00a0: risque partagé (double)", "Depuis\u00a0: 2024"));
    study().act(Deed::Merge, [&] {
        ingest::MergeRequest request;
        request.organisation = "Pôle";
        request.today = "2026-05-02";
        request.proposals = {*contribution};
        request.accepted = {contribution->id};
        return request;
    }());
    const auto state = open();
    ASSERT_THAT(state->dataset.links, SizeIs(1));
    EXPECT_THAT(state->dataset.links[0].partyIds, ::testing::ElementsAre("fil", "club"));
    EXPECT_EQ(state->dataset.links[0].intensity, model::Intensity::Double);
    const Card card = cardOf(*state, 0, {Identified::Kind::Record, 0, "fil", {}, {}}, Language::French);
    EXPECT_TRUE(std::ranges::any_of(card.answers, [](const Card::Answer& answer) {
        return std::ranges::any_of(answer.links, [](const CardLink& link) { return link.words.find("Le Club") != std::string::npos; });
    }));
    EXPECT_TRUE(std::ranges::any_of(card.actions, [](const CardLink& link) { return link.what == "link:fil"; }));
}

TEST_F(ContributionsTest, ACooperationOfTwoOfOneNameIsSaidById) {
    folder_.write("lieux.csv", "id;nom;insee\nfil;Le Fil;42218\nclub;Le Club;42187\nautre;Le Club;42218\n");
    const LinkForm form(open(), "autre", Language::French);
    form.findChild<SearchBox*>()->setText(QStringLiteral("Un duo inconnu"));
    using Said = std::pair<std::string, std::string>;
    EXPECT_THAT(form.said(), ::testing::ElementsAre(Said{"from", "autre"}, Said{"to", "Un duo inconnu"})) << "which no list has";
}

TEST_F(ContributionsTest, WhatNobodyConfirmsFadesAndTheLegendSaysSo) {
    std::string text = folder_.read("etude.toml");
    folder_.write("etude.toml", text.replace(text.find("[review]"), 8, "[review]\nstale = 3"));
    study().act(Deed::Merge, [&] {
        ingest::MergeRequest request;
        request.organisation = "Pôle";
        request.today = "2026-04-15";
        const model::Contribution confirmation = says("Le Fil", {{"fil", "confirmed", "", "2026-04-01"}});
        request.proposals = {confirmation};
        request.accepted = {confirmation.id};
        return request;
    }());
    const auto state = open();
    const MapScene scene = makeScene(*state, parseLayer("venues", state->study));
    std::map<std::string, bool> faded;
    for (const LandScene& land : scene.lands) {
        for (const Dot& dot : land.dots) faded[dot.id] = dot.faded;
    }
    EXPECT_THAT(faded, ::testing::ElementsAre(::testing::Pair("club", true), ::testing::Pair("fil", false)));
    const auto legend = legendOf(*state, scene, {}, Language::French);
    EXPECT_TRUE(std::ranges::any_of(legend, [](const LegendEntry& entry) { return entry.sign == Sign::Unconfirmed; }));
}

TEST_F(ContributionsTest, TheWindowOfTheStudyFollowsWhatWasAccepted) {
    MainWindow window(open());
    window.show();
    ASSERT_TRUE(settle(window));
    window.showContributions();
    auto* contributions = window.findChild<ContributionsWindow*>();
    ASSERT_NE(contributions, nullptr);
    ASSERT_TRUE(settle(*contributions));
    line(*contributions, "Au nom de")->setText(QStringLiteral("Pôle"));
    contributions->propose(says("Le Fil", {{"fil", "name", "Le Fil", "Le Grand Fil"}}));
    ASSERT_TRUE(settle(*contributions));
    press(*contributions, "Accepter");
    ASSERT_TRUE(settle(window));
    EXPECT_TRUE(window.search(QStringLiteral("Le Grand Fil")));
}

}  // namespace
}  // namespace raquette::viewer
