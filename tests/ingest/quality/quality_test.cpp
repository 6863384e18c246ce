#include "ingest/quality/quality.h"
#include "tests/ingest/tiny_world.h"

#include <gmock/gmock.h>

namespace raquette::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const model::SourceQuality& only(const IngestResult& result) {
    return result.dataset.quality.sources.front();
}

TEST(Quality, CountsHowEachRowIsPlaced) {
    const IngestResult result = TinyIngest()
                                    .source("v", "venues",
                                            "nom;insee;commune;cp;lat;lon\nLe Fil;42218;;;45.452;4.396\nLe Club;42186;;;;\n"
                                            "Le Bar;;Nulle Part;42999;;\nLa Cave;00000;;;;\n;42218;;;;\n")
                                    .run();
    EXPECT_THAT(only(result).atPrecision, ElementsAre(1, 0, 0, 1, 0));
    EXPECT_EQ(only(result).notPlaced, 1) << "its département is known by its postal code";
    EXPECT_EQ(only(result).unknownCodes, 1);
    EXPECT_EQ(result.dataset.sources.front().rejected, 2);
}

TEST(Quality, SaysHowFarAPositionIsFromItsCommune) {
    const IngestResult result = TinyIngest().source("v", "venues", "nom;insee;lat;lon\nLe Fil;42218;43.3;5.4\n").run();
    ASSERT_THAT(only(result).far, SizeIs(1));
    EXPECT_EQ(only(result).far[0].name, "Le Fil");
    EXPECT_NEAR(only(result).far[0].kilometres, 246, 2);
    EXPECT_EQ(only(result).far[0].commune, "Saint-Étienne");
}

TEST(Quality, TellsAlikeIssuesOnce) {
    std::string rows = "nom;insee\n";
    for (int i = 0; i < 30; ++i) rows += "Lieu n" + std::to_string(i) + ";69152\n";
    const IngestResult result = TinyIngest().source("v", "venues", rows).run();
    ASSERT_THAT(only(result).issues, SizeIs(1));
    EXPECT_EQ(only(result).issues[0].what, "old-code");
    EXPECT_EQ(only(result).issues[0].rows, 30);
    EXPECT_THAT(only(result).issues[0].firstRows, SizeIs(10));
    EXPECT_EQ(only(result).oldCodes, 30);
}

TEST(Quality, RejectedRowsComeFirst) {
    const IngestResult result = TinyIngest().source("v", "venues", "nom;insee\nA;69152\nB;69152\n;42218\n").run();
    ASSERT_THAT(only(result).issues, SizeIs(2));
    EXPECT_EQ(only(result).issues[0].effect, model::IssueEffect::Rejected);
}

TEST(Quality, CountsTheFilledCellsOfEachColumn) {
    const IngestResult result = TinyIngest().source("v", "venues", "nom;insee;jauge;zzz\nA;42218;100;\nB;42218;N/A;x\n").run();
    std::map<std::string, long> filled;
    for (const model::ColumnFill& column : only(result).columns) filled[column.column] = column.filled;
    EXPECT_EQ(filled["nom"], 2);
    EXPECT_EQ(filled["jauge"], 1) << "N/A says nothing";
    EXPECT_EQ(filled["zzz"], 1);
}

// Completeness.

TEST(Completeness, TellsWhereSilenceMeansAbsence) {
    const IngestResult result = TinyIngest()
                                    .toml("[study]\nlanguage = \"en\"\narea = [\"dep:42\", \"dep:69\", \"dep:01\"]\n")
                                    .source("a", "venues", "nom;insee;fonctions\nLe Fil;42218;diffusion\nLe Club;69123;répétition\n",
                                            "date = 2024\nsurveyed = [\"dep:42\", \"commune:69123\"]\nasked = 40\nanswered = 30\n")
                                    .source("b", "venues", "nom;insee;fonctions\nLa Salle;42186;diffusion\n", "date = \"2026-02\"\n")
                                    .run();
    std::map<std::string, model::Completeness> rows;
    for (const model::Completeness& row : result.dataset.quality.completeness) rows[row.function + " " + row.territory.text()] = row;
    EXPECT_THAT(rows, SizeIs(6)) << "two functions, three départements";
    EXPECT_EQ(rows["diffusion dep:42"].records, 2);
    EXPECT_EQ(rows["diffusion dep:42"].surveyed, model::SurveyState::Yes);
    EXPECT_EQ(rows["diffusion dep:42"].asked, 40);
    EXPECT_EQ(rows["diffusion dep:42"].answered, 30);
    EXPECT_EQ(rows["diffusion dep:42"].confirmed, "2026-02");
    EXPECT_EQ(rows["diffusion dep:69"].surveyed, model::SurveyState::Partly);
    EXPECT_EQ(rows["diffusion dep:69"].records, 0);
    EXPECT_EQ(rows["diffusion dep:01"].surveyed, model::SurveyState::No);
    EXPECT_EQ(rows["diffusion dep:01"].asked, std::nullopt);
    EXPECT_EQ(rows["répétition dep:42"].records, 0);
    EXPECT_EQ(rows["répétition dep:42"].surveyed, model::SurveyState::Yes);
}

TEST(Completeness, IsNotStatedWhereNobodySaysWhereTheyLooked) {
    const IngestResult result = TinyIngest().source("a", "venues", "nom;insee;fonctions\nLe Fil;42218;diffusion\n").run();
    for (const model::Completeness& row : result.dataset.quality.completeness) {
        EXPECT_EQ(row.surveyed, model::SurveyState::NotStated) << row.territory.text();
    }
}

// What to mend first: people on a line eastwards from Saint-Étienne's point, a point every 2 km from the first, 100 people each.

model::Reference lineOfPeople() {
    model::Reference reference = tinyReference();
    constexpr double kilometre = 1 / 78.2;  // degrees of longitude at this latitude
    for (int i = 0; i < 30; ++i) reference.people.push_back({{4.39 + (2 * i + 1) * kilometre, 45.43}, 100, 3, 2});
    return reference;
}

constexpr const char* tenKilometres = "[[service]]\nid = \"s\"\nreach = \"10 km\"\n";

TEST(Fixes, CountThePeopleAnImpreciseRecordMayMove) {
    // Placed at the commune, within 4 km: those from 6 to 14 km.
    const IngestResult result = TinyIngest().source("v", "venues", "nom;insee\nLe Fil;42218\n").toml(tenKilometres).run(lineOfPeople());
    const auto& fixes = result.dataset.quality.fixes;
    ASSERT_THAT(fixes, SizeIs(1));
    EXPECT_EQ(fixes[0].why, "commune");
    EXPECT_EQ(fixes[0].people.value, 4 * 100) << "at 7, 9, 11 and 13 km";
    EXPECT_EQ(fixes[0].place, "Saint-Étienne");
}

TEST(Fixes, LeaveOutThoseSurelyServedByAnother) {
    const IngestResult result = TinyIngest()
                                    .source("v", "venues", "nom;insee;lat;lon\nLe Fil;42218;;\nLe Club;42218;45.43;4.5434\n")
                                    .toml(tenKilometres)
                                    .run(lineOfPeople());
    EXPECT_THAT(result.dataset.quality.fixes, IsEmpty()) << "the club, 12 km east, surely serves from 2 to 22 km";
}

TEST(Fixes, SayOnceWhatHoldsForAllOfACommune) {
    const IngestResult result = TinyIngest()
                                    .source("v", "venues", "nom;insee\nLe Fil;42218\nLe Mixeur;42218\nLa Cave;42218\n")
                                    .toml(tenKilometres)
                                    .run(lineOfPeople());
    ASSERT_THAT(result.dataset.quality.fixes, SizeIs(1));
    EXPECT_EQ(result.dataset.quality.fixes[0].alike, 2);
}

TEST(Fixes, AreOfWhatAServiceLooksForOnly) {
    const IngestResult result = TinyIngest()
                                    .source("v", "venues", "nom;insee;fonctions\nLe Fil;42218;diffusion\n")
                                    .toml("[[service]]\nid = \"s\"\nreach = \"10 km\"\nmatch = { functions = [\"répétition\"] }\n")
                                    .run(lineOfPeople());
    EXPECT_THAT(result.dataset.quality.fixes, IsEmpty());
}

}  // namespace
}  // namespace raquette::ingest
