#include "gis/model/error.h"
#include "ingest/duplicates/jaro_winkler.h"
#include "ingest/duplicates/name_words.h"
#include "tests/ingest/tiny_world.h"

#include <gmock/gmock.h>

namespace raquette::ingest {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using model::Provenance;
using model::Question;

auto says(const std::string& words) {
    return Contains(Field(&model::Issue::action, HasSubstr(words)));
}

/// Every source's rows are kept, rejected or merged.
void expectNothingLost(const model::Dataset& dataset) {
    for (const model::SourceSummary& source : dataset.sources) {
        EXPECT_EQ(source.rows, source.kept + source.rejected + source.merged) << source.id;
    }
}

TEST(JaroWinkler, GivesThePublishedFigures) {
    EXPECT_NEAR(jaroWinkler("martha", "marhta"), 0.961, 0.001);
    EXPECT_NEAR(jaroWinkler("dwayne", "duane"), 0.840, 0.001);
    EXPECT_NEAR(jaroWinkler("dixon", "dicksonx"), 0.813, 0.001);
    EXPECT_EQ(jaroWinkler("le", "la"), jaroWinkler("la", "le"));
    EXPECT_EQ(jaroWinkler("abc", "xyz"), 0);
    EXPECT_EQ(jaroWinkler("", ""), 0);
}

TEST(NameWords, OpenAbbreviations) {
    EXPECT_THAT(nameWords().of("Asso. Cie des 3 Fils"), ElementsAre("association", "compagnie", "des", "3", "fils"));
    EXPECT_EQ(nameWords().of("Maison des jeunes et de la culture de Rive"), nameWords().of("MJC de Rive"));
    EXPECT_EQ(nameWords().weight("association"), 0);
    EXPECT_LT(nameWords().weight("theatre"), nameWords().weight("remue"));
}

/// Two names in the same commune, of two lists that say nothing else.
struct TwoNames {
    const char* first;
    const char* second;
    long merged;
    std::size_t asked;
};

void PrintTo(const TwoNames& names, std::ostream* out) {
    *out << names.first << " / " << names.second;
}

class NamesOfOneCommune : public ::testing::TestWithParam<TwoNames> {};

TEST_P(NamesOfOneCommune, AreMergedAskedAboutOrLeftAlone) {
    const auto list = [](const std::string& name) {
        return "nom;insee\n" + name + ";42218\nLa Baroufada;42218\nRaiso;42186\nGaga jazz;69123\nLe Mixeur;69123\n";
    };
    const IngestResult result = TinyIngest()
                                    .source("a", "actors", list(GetParam().first))
                                    .source("b", "actors", "nom;insee\n" + std::string(GetParam().second) + ";42218\n")
                                    .run();
    EXPECT_EQ(result.dataset.sources[1].merged, GetParam().merged);
    EXPECT_THAT(result.dataset.questions, SizeIs(GetParam().asked));
    expectNothingLost(result.dataset);
}

INSTANTIATE_TEST_SUITE_P(Rows, NamesOfOneCommune,
                         ::testing::Values(TwoNames{"Le Fil", "LE FIL", 1, 0},
                                           TwoNames{"Association Le Remue-Méninges", "Le remue meninges", 1, 0},
                                           TwoNames{"Cie Les Noctambules", "Compagnie des Noctambules", 1, 0},
                                           TwoNames{"MJC du Crêt de Roc", "Maison des Jeunes et de la Culture du Crêt de Roc", 1, 0},
                                           TwoNames{"Ciel ! Les Noctambules", "Ciel Les Noctanbules", 0, 1},
                                           TwoNames{"Culture & Coopération", "Culture et Coopérations", 0, 1},
                                           TwoNames{"Théâtre municipal", "Théâtre municipal", 0, 1}, TwoNames{"Salle 1", "Salle 2", 0, 0},
                                           TwoNames{"Le Fil", "Le Film", 0, 0}, TwoNames{"Théâtre du Parc", "Théâtre de la Grille", 0, 0},
                                           TwoNames{"La Fabrique", "La Baraque", 0, 0}));

TEST(Duplicates, TheLaterListWinsFieldByFieldAndBothValuesStay) {
    const IngestResult result =
        TinyIngest()
            .source("vieille", "venues", "id;nom;insee;jauge;site web\n7;Le Fil;42218;900;www.le-fil.com\n", "date = 2020")
            .source("neuve", "venues", "id;nom;insee;jauge;site web\n12;Le FIL;42218;1200;\n", "date = 2026-04-15")
            .run();
    ASSERT_THAT(result.dataset.venues, SizeIs(1));
    const model::Venue& venue = result.dataset.venues.front();
    EXPECT_EQ(venue.id, "7") << "of the first source in the study's order";
    EXPECT_EQ(venue.origin.source, "vieille");
    EXPECT_EQ(venue.name, "Le FIL");
    EXPECT_EQ(venue.capacity, 1200);
    EXPECT_EQ(venue.website, "www.le-fil.com") << "an empty value never beats a stated one";
    EXPECT_THAT(result.dataset.provenance, AllOf(Contains(Provenance{"7", "capacity", "900", {"vieille", 2}, false, false}),
                                                 Contains(Provenance{"7", "capacity", "1200", {"neuve", 2}, true, false}),
                                                 Contains(Provenance{"7", "website", "www.le-fil.com", {"vieille", 2}, true, false}),
                                                 Contains(Provenance{"7", "id", "12", {"neuve", 2}, false, false})));
    EXPECT_EQ(result.dataset.sources[0].kept, 1);
    EXPECT_EQ(result.dataset.sources[1].merged, 1);
    EXPECT_THAT(result.dataset.issues, says("merged, every value kept"));
    expectNothingLost(result.dataset);
}

TEST(Duplicates, WithoutDatesTheStudyOrderDecides) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors", "nom;insee;type\nLe Fil;42218;SMAC\n")
                                    .source("b", "actors", "nom;insee;type\nLE FIL;42218;smac\n")
                                    .run();
    ASSERT_THAT(result.dataset.actors, SizeIs(1));
    EXPECT_EQ(result.dataset.actors[0].name, "Le Fil");
}

TEST(Duplicates, APositionBeatsACommunesPoint) {
    const IngestResult result = TinyIngest()
                                    .source("a", "venues", "nom;insee;lat;lon\nLe Fil;42218;45.452;4.396\n", "date = 2020")
                                    .source("b", "venues", "nom;insee\nLe Fil;42218\n", "date = 2026")
                                    .run();
    ASSERT_THAT(result.dataset.venues, SizeIs(1));
    EXPECT_EQ(result.dataset.venues[0].place.precision, model::Precision::Exact);
}

TEST(Duplicates, PrivateFieldsStayPrivateInProvenance) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors", "nom;insee;email\nLe Fil;42218;a@example.org\n")
                                    .source("b", "actors", "nom;insee;email\nLe Fil;42218;b@example.org\n")
                                    .run();
    for (const Provenance& said : result.dataset.provenance) EXPECT_EQ(said.isPrivate, said.field == "email") << said.field;
    EXPECT_THAT(result.dataset.provenance, Contains(Field(&Provenance::value, "b@example.org")));
    for (const Question& question : result.dataset.questions) EXPECT_THAT(question.because, Not(HasSubstr("@")));
}

TEST(Duplicates, AnActorAndAVenueAreNeverOne) {
    const IngestResult result =
        TinyIngest().source("a", "actors", "nom;insee\nLe Fil;42218\n").source("v", "venues", "nom;insee\nLe Fil;42218\n").run();
    EXPECT_THAT(result.dataset.actors, SizeIs(1));
    EXPECT_THAT(result.dataset.venues, SizeIs(1));
    EXPECT_THAT(result.dataset.questions, IsEmpty());
}

TEST(Duplicates, ASiretSaysWhatATypoHides) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors", "nom;insee;siret\nCulture et Coopération;42218;48301234500017\n")
                                    .source("b", "actors", "nom;insee;siret\nCulture & Coopérations;42218;483 012 345 00017\n")
                                    .run();
    EXPECT_THAT(result.dataset.actors, SizeIs(1));
}

TEST(Duplicates, ASiretOfTwoThatDifferIsReportedAndBothAreKept) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors", "nom;insee;siret\nLe Fil;42218;48301234500017\n")
                                    .source("b", "actors", "nom;insee;siret\nJazz à Ajaccio;2A004;48301234500017\n")
                                    .run();
    EXPECT_THAT(result.dataset.actors, SizeIs(2));
    EXPECT_THAT(result.dataset.issues, says("48301234500017 is also that of “Jazz à Ajaccio” (b, row 2)"));
}

TEST(Duplicates, TwoSiretsAreTwoOrganisationsUntilSomebodySaysNo) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors", "nom;insee;siret\nLe Fil;42218;48301234500017\n")
                                    .source("b", "actors", "nom;insee;siret\nLe Fil;42218;52301234500011\n")
                                    .run();
    EXPECT_THAT(result.dataset.actors, SizeIs(2));
}

TEST(Duplicates, RowsOfOneIdThatAreOneHaveTheirIdBack) {
    const IngestResult result =
        TinyIngest().source("a", "actors", "id;nom;insee;type\nX;Le Fil;42218;SMAC\nX;LE FIL;42218;\nY;Le Mixeur;42218;\n").run();
    ASSERT_THAT(result.dataset.actors, SizeIs(2));
    EXPECT_EQ(result.dataset.actors[0].id, "X");
    EXPECT_THAT(result.dataset.issues, Not(says("has it too")));
    expectNothingLost(result.dataset);
}

TEST(Duplicates, TwoRowsOfOneListNeedMoreThanTheirName) {
    const auto run = [](const std::string& first, const std::string& second) {
        return TinyIngest()
            .source("a", "actors", "nom;insee;type;site web\nLe Fil;42218;x;" + first + "\nLe Fil;42218;;" + second + "\n")
            .run();
    };
    EXPECT_THAT(run("", "").dataset.actors, SizeIs(2));
    EXPECT_THAT(run("", "").dataset.questions, SizeIs(1));
    EXPECT_THAT(run("www.le-fil.com", "https://le-fil.com/").dataset.actors, SizeIs(1));
}

TEST(Duplicates, LinksFindAMergedRecordByAnyOfItsNames) {
    const IngestResult result = TinyIngest()
                                    .source("a", "actors", "id;nom;insee\n1;Compagnie Baroufada;42218\n2;Le Mixeur;42218\n")
                                    .source("b", "actors", "id;nom;insee\n9;Cie La Baroufada;42218\n")
                                    .source("l", "links", "de;à\nCie La Baroufada;Le Mixeur\n9;2\n")
                                    .run();
    ASSERT_THAT(result.dataset.links, SizeIs(2));
    EXPECT_THAT(result.dataset.links[0].partyIds, ElementsAre("1", "2"));
    EXPECT_THAT(result.dataset.links[1].partyIds, ElementsAre("1", "2"));
}

// Decisions.

struct Asking : TinyIngest {
    Asking() {
        source("a", "actors", "id;nom;insee\nagence-12;Ciel Les Noctambules;42218\n");
        source("b", "actors", "id;nom;insee\nreseau-7;Ciel Les Noctanbules;42218\n");
    }
};

TEST(Decision, AQuestionSaysWhyAndHowToAnswer) {
    const auto questions = Asking().run().dataset.questions;
    ASSERT_THAT(questions, SizeIs(1));
    EXPECT_THAT(questions[0].because, AllOf(HasSubstr("same name but for a few letters"), HasSubstr("same commune, Saint-Étienne")));
    EXPECT_THAT(questions[0].decision, HasSubstr("records = [\"agence-12\", \"reseau-7\"]"));
}

TEST(Decision, PastedAsItIsItIsNeverAskedAgain) {
    Asking study;
    study.toml(study.run().dataset.questions.front().decision);
    const IngestResult again = study.run();
    EXPECT_THAT(again.dataset.questions, IsEmpty());
    ASSERT_THAT(again.dataset.actors, SizeIs(1));
    EXPECT_EQ(again.dataset.actors[0].id, "agence-12");
    expectNothingLost(again.dataset);
}

TEST(Decision, DifferentOnesAreKeptAndNeverAskedAgain) {
    Asking study;
    const IngestResult result =
        study.toml("[[decision]]\nrecords = [\"reseau-7\", \"agence-12\"]\nis = \"different\"\nby = \"Anne\"\n").run();
    EXPECT_THAT(result.dataset.questions, IsEmpty());
    EXPECT_THAT(result.dataset.actors, SizeIs(2));
}

TEST(Decision, DifferentBeatsASureMergeEvenThroughAThird) {
    TinyIngest study;
    study.source("a", "actors", "id;nom;insee\n1;Le Fil;42218\n")
        .source("b", "actors", "id;nom;insee\n2;Le Fil;42218\n")
        .source("c", "actors", "id;nom;insee\n3;Le Fil;42218\n")
        .toml("[[decision]]\nrecords = [\"1\", \"3\"]\nis = \"different\"\n");
    const IngestResult result = study.run();
    EXPECT_THAT(result.dataset.actors, SizeIs(2));
    EXPECT_THAT(result.dataset.questions, IsEmpty()) << "whichever the second goes with, the other is not it";
}

TEST(Decision, AnIdThatIsNoMoreIsNoted) {
    Asking study;
    const IngestResult result = study.toml("[[decision]]\nrecords = [\"agence-12\", \"parti\"]\nis = \"same\"\n").run();
    EXPECT_THAT(result.dataset.issues, says("no record has the id `parti`"));
}

TEST(Decision, SettlesAPlaceByItsCommuneOrItsPosition) {
    const std::string list = "id;nom;insee;lat;lon\nloin;Le Fil;42218;43.3;5.4\n";
    const auto run = [&](const std::string& toml) { return TinyIngest().source("a", "venues", list).toml(toml).run(); };
    const IngestResult open = run("");
    ASSERT_THAT(open.dataset.questions, SizeIs(1));
    EXPECT_EQ(open.dataset.questions[0].about, Question::About::Place);
    EXPECT_THAT(open.dataset.questions[0].decision,
                AllOf(HasSubstr("commune  = \"42218\""), HasSubstr("# position = [5.40000, 43.30000]")));

    const IngestResult atCommune = run(open.dataset.questions[0].decision);
    EXPECT_THAT(atCommune.dataset.questions, IsEmpty());
    EXPECT_EQ(atCommune.dataset.venues[0].place.method, "decision");
    EXPECT_EQ(atCommune.dataset.venues[0].place.commune, "42218");

    const IngestResult atPosition = run("[[decision]]\nrecord = \"loin\"\nposition = [5.4, 43.3]\n");
    EXPECT_THAT(atPosition.dataset.questions, IsEmpty());
    EXPECT_EQ(atPosition.dataset.venues[0].place.position, (geometry::LonLat{5.4, 43.3}));
    EXPECT_EQ(atPosition.dataset.venues[0].place.precision, model::Precision::Exact);
    EXPECT_EQ(atPosition.dataset.venues[0].place.commune, "") << "it is not in Saint-Étienne";
}

TEST(Decision, AnAmbiguousCommuneIsAnsweredByRemovingAHash) {
    TinyIngest study;
    study.source("a", "venues", "id;nom;commune;cp\n1;La Salle;Saint-Denis;42000\n");
    const auto questions = study.run().dataset.questions;
    ASSERT_THAT(questions, SizeIs(1));
    EXPECT_THAT(questions[0].decision, AllOf(HasSubstr("# commune = \"93066\""), HasSubstr("# commune = \"97411\"")));
    std::string answer = questions[0].decision;
    answer.erase(answer.find("# commune = \"93066\""), 2);
    EXPECT_THAT(study.toml(answer).run().dataset.questions, IsEmpty());
}

TEST(Decision, ACommuneTheReferenceLacksIsRefused) {
    try {
        Asking().toml("[[decision]]\nrecord = \"agence-12\"\ncommune = \"42219\"\n").run();
        FAIL() << "no error";
    } catch (const model::Error& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("no commune `42219`"), HasSubstr("Nearest: 42218 (Saint-Étienne)")));
    }
}

}  // namespace
}  // namespace raquette::ingest
