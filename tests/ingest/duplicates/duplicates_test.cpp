#include "ingest/duplicates/jaro_winkler.h"
#include "ingest/duplicates/name_words.h"
#include "tests/ingest/duplicates/expectations.h"

namespace raquette::ingest {
namespace {

using model::Provenance;
using model::Question;

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
    const std::string others = ";42218\nLa Baroufada;42218\nRaiso;42186\nGaga jazz;69123\nLe Mixeur;69123";
    const IngestResult result = twoLists("nom;insee", GetParam().first + others, GetParam().second + std::string(";42218"));
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
    const IngestResult result = twoLists("nom;insee;type", "Le Fil;42218;SMAC", "LE FIL;42218;smac");
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
    const IngestResult result = twoLists("nom;insee;email", "Le Fil;42218;a@example.org", "Le Fil;42218;b@example.org");
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

/// Two rows of a name, a commune and a SIRET column.
struct TwoNumbers {
    const char* rule;
    const char* first;
    const char* second;
    std::size_t kept;
};

void PrintTo(const TwoNumbers& numbers, std::ostream* out) {
    *out << numbers.rule;
}

class NumbersOfTwoRows : public ::testing::TestWithParam<TwoNumbers> {};

TEST_P(NumbersOfTwoRows, SayWhetherTheyAreOne) {
    const IngestResult result = twoLists("nom;insee;siret", GetParam().first, GetParam().second);
    EXPECT_THAT(result.dataset.actors, SizeIs(GetParam().kept));
    expectNothingLost(result.dataset);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, NumbersOfTwoRows,
    ::testing::Values(TwoNumbers{"one number and a typo in the name", "Culture et Coopération;42218;48301234500017",
                                 "Culture & Coopérations;42218;483 012 345 00017", 1},
                      TwoNumbers{"a typo in the name alone", "Culture et Coopération;42218;", "Culture & Coopérations;42218;", 2},
                      TwoNumbers{"one number in two towns", "Le Fil;42218;48301234500017", "Jazz à Ajaccio;2A004;48301234500017", 2},
                      TwoNumbers{"two numbers of one name", "Le Fil;42218;48301234500017", "Le Fil;42218;52301234500011", 2},
                      TwoNumbers{"two establishments of one organisation", "Le Fil;42218;48301234500017", "Le Fil;42218;48301234500025", 1},
                      TwoNumbers{"the organisation and its establishment", "Le Fil;42218;483012345", "Le Fil;42218;48301234500017", 1},
                      TwoNumbers{"two organisations, one by its SIREN", "Le Fil;42218;523012345", "Le Fil;42218;48301234500017", 2},
                      TwoNumbers{"a filling", "Culture et Coopération;42218;11111111111111", "Culture & Coopérations;42218;11111111111111",
                                 2}));

TEST(Duplicates, ASiretOfTwoThatDifferIsReported) {
    const IngestResult result = twoLists("nom;insee;siret", "Le Fil;42218;48301234500017", "Jazz à Ajaccio;2A004;48301234500017");
    EXPECT_THAT(result.dataset.issues, says("48301234500017 is also that of “Jazz à Ajaccio” (b, row 2)"));
}

/// Two rows of one list, of the same name and commune: only their addresses tell whether they are one.
struct TwoAddresses {
    const char* first;
    const char* second;
    std::size_t kept;
    std::size_t asked;
};

void PrintTo(const TwoAddresses& addresses, std::ostream* out) {
    *out << addresses.first << " / " << addresses.second;
}

class AddressesOfTwoRows : public ::testing::TestWithParam<TwoAddresses> {};

TEST_P(AddressesOfTwoRows, AreReadAsTheyArePlaced) {
    const std::string list =
        std::string("nom;insee;adresse\nLe Fil;42218;") + GetParam().first + "\nLe Fil;42218;" + GetParam().second + "\n";
    const IngestResult result = TinyIngest().source("a", "actors", list).run();
    EXPECT_THAT(result.dataset.actors, SizeIs(GetParam().kept));
    EXPECT_THAT(result.dataset.questions, SizeIs(GetParam().asked));
}

INSTANTIATE_TEST_SUITE_P(Rows, AddressesOfTwoRows,
                         ::testing::Values(TwoAddresses{"20 bd Thiers", "20, Boulevard THIERS", 1, 0},
                                           TwoAddresses{"20 bd Thiers", "20 boulevard Tiers BP 40 42000 Saint-Étienne", 1, 0},
                                           TwoAddresses{"20 av. du Gal de Gaulle", "20 avenue du Général Charles de Gaulle", 1, 0},
                                           TwoAddresses{"MJC, 20 bd Thiers", "20 bd Thiers, bâtiment B", 1, 0},
                                           TwoAddresses{"boulevard Thiers", "20 bd Thiers", 2, 1},
                                           TwoAddresses{"20 bis bd Thiers", "20 bd Thiers", 2, 1},
                                           TwoAddresses{"20 bd Thiers", "22 bd Thiers", 2, 1},
                                           TwoAddresses{"20 rue Thiers", "20 place Thiers", 2, 1},
                                           TwoAddresses{"BP 40", "20 bd Thiers", 2, 1}));

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

}  // namespace
}  // namespace raquette::ingest
