#include "ingest/place/commune_name.h"
#include "tests/ingest/expectations.h"

namespace raquette::ingest {
namespace {

struct Spelt {
    const char* typed;
    const char* official;
    NameMatch match;
};

class SpeltName : public ::testing::TestWithParam<Spelt> {};
TEST_P(SpeltName, IsUnderstood) {
    const auto found = agreement(readCommuneName(GetParam().typed), readCommuneName(GetParam().official));
    ASSERT_TRUE(found) << GetParam().typed;
    EXPECT_EQ(found->match, GetParam().match) << GetParam().typed;
}
INSTANTIATE_TEST_SUITE_P(
    Habits, SpeltName,
    ::testing::Values(
        Spelt{"ST ETIENNE CEDEX 2", "Saint-Étienne", NameMatch::Same}, Spelt{"Chalon s/ Saône", "Chalon-sur-Saône", NameMatch::Same},
        Spelt{"CHALON S/SAONE", "Chalon-sur-Saône", NameMatch::Same}, Spelt{"Chalon s Saône", "Chalon-sur-Saône", NameMatch::Same},
        Spelt{"Bar s/s Aube", "Bar-sous-Aube", NameMatch::Same}, Spelt{"Mt-de-Marsan", "Mont-de-Marsan", NameMatch::Same},
        Spelt{"N.D. de Gravenchon", "Notre-Dame-de-Gravenchon", NameMatch::Same}, Spelt{"Lyon 3e arrondissement", "Lyon", NameMatch::Same},
        Spelt{"LYON 03", "Lyon", NameMatch::Same}, Spelt{"Paris 1er", "Paris", NameMatch::Same},
        Spelt{"3ème arr. Paris", "Paris", NameMatch::Same}, Spelt{"Chalon Saône", "Chalon-sur-Saône", NameMatch::Loose},
        Spelt{"Havre (Le)", "Le Havre", NameMatch::Loose}, Spelt{"Châlons", "Châlons-en-Champagne", NameMatch::Partial},
        Spelt{"Villeurbane", "Villeurbanne", NameMatch::Misspelt}, Spelt{"Saint-Etinne", "Saint-Étienne", NameMatch::Misspelt},
        Spelt{"Lyno", "Lyon", NameMatch::Misspelt}));

TEST(CommuneName, OthersAreNot) {
    for (const auto& [typed, official] : {std::pair{"Lyon", "Laon"},
                                          {"Paris 21e", "Paris"},
                                          {"Eu", "Eus"},
                                          {"Saint", "Saint-Étienne"},
                                          {"Saint-Denis", "Saint-Étienne"},
                                          {"Roubaix", "Tourcoing"}}) {
        if (std::string_view(typed) == "Lyon") {
            EXPECT_EQ(agreement(readCommuneName(typed), readCommuneName(official))->match, NameMatch::Misspelt)
                << "so only where it is alone";
            continue;
        }
        EXPECT_FALSE(agreement(readCommuneName(typed), readCommuneName(official))) << typed;
    }
}

TEST(TownCell, MayHoldAPostcodeOrAnArrondissement) {
    EXPECT_EQ(readTownCell("75003 Paris").postcode, "75003");
    EXPECT_EQ(readTownCell("75003 Paris").name, "Paris");
    EXPECT_EQ(readTownCell("F-42000 Saint-Étienne").name, "Saint-Étienne");
    EXPECT_EQ(readTownCell("Saint-Étienne (42000)").name, "Saint-Étienne");
    EXPECT_EQ(readTownCell("Paris 3e").postcode, "75003");
    EXPECT_EQ(readTownCell("Marseille 16e arrondissement").postcode, "13016");
    EXPECT_EQ(readTownCell("Lyon Cedex 03").postcode, "") << "its number is the post's";
    EXPECT_EQ(readTownCell("Rive-de-Gier").name, "Rive-de-Gier");
    EXPECT_EQ(readTownCell("42218").name, "42218") << "a code alone is no postcode";
}

TEST(CommuneRung, ATypingErrorIsForgivenWhereOneCommuneIsSoNearAndItIsSaid) {
    const IngestResult result = placing("commune;cp", "Saint-Étinne;42000");
    EXPECT_EQ(placeOf(result).commune, "42218");
    EXPECT_EQ(placeOf(result).method, "name+postcode");
    EXPECT_THAT(result.dataset.issues, Contains(AllOf(Field(&model::Issue::value, "Saint-Étinne"),
                                                      Field(&model::Issue::action, HasSubstr("read as Saint-Étienne (42218)")))));
    EXPECT_EQ(placeOf(placing("commune;département", "Vileurbanne;69")).commune, "69266");
    EXPECT_EQ(placeOf(placing("commune;département", "Vileurbanne;42")).commune, "") << "not in that département";
    EXPECT_EQ(placeOf(placing("commune;cp", "Saint-Denis;42000")).commune, "") << "a name that communes elsewhere do have";
}

TEST(CommuneRung, AFormerNameIsCarriedToTheCommuneOfTodayWhereItIs) {
    const IngestResult result = placing("commune;cp", "Oullins;69600");
    EXPECT_EQ(placeOf(result).commune, "69149");
    EXPECT_THAT(result.dataset.issues, says("now Oullins-Pierre-Bénite (69149)"));
    EXPECT_EQ(placeOf(placing("commune;département", "Pierre-Bénite;69")).commune, "69149");
    EXPECT_EQ(placeOf(placing("commune;département", "Pierre-Bénite;42")).commune, "") << "another département";
}

TEST(CommuneRung, APostcodeOfOneCommuneNamesIt) {
    EXPECT_EQ(placeOf(placing("cp", "42800")).commune, "42186");
    EXPECT_THAT(placing("cp", "42800").dataset.issues, says("the only commune of this postal code"));
    EXPECT_EQ(placeOf(placing("commune", "42800 RIVE DE GIER")).method, "name+postcode");
    EXPECT_EQ(placeOf(placing("commune", "Lyon 3e")).method, "name+postcode");
}

TEST(CommuneRung, ACodeAndANameThatDisagreeAreBothToldAndTheCodeWins) {
    const IngestResult result = placing("insee;commune", "42218;Lyon");
    EXPECT_EQ(placeOf(result).commune, "42218");
    EXPECT_THAT(result.dataset.issues, says("the code is that of Saint-Étienne (42218), the name that of Lyon (69123): the code was used"));
    for (const char* same :
         {"42218;St Etienne", "42218;SAINT-ETIENNE CEDEX 1", "42218;Saint-Étinne", "42218;Bellevue", "69149;Oullins", "69123;Lyon 3e"})
        EXPECT_THAT(placing("insee;commune", same).dataset.issues, IsEmpty()) << same;
}

TEST(CommuneRung, NamePostcodeAndCoordinatesTogetherWinOverTheCode) {
    const IngestResult result = placing("insee;commune;cp;lon;lat", "42218;Lyon;69003;4.85;45.76");
    EXPECT_EQ(placeOf(result).commune, "69123");
    EXPECT_EQ(placeOf(result).precision, model::Precision::Exact);
    EXPECT_THAT(result.dataset.issues, says("the name, the postal code and the coordinates say Lyon (69123)"));
    EXPECT_EQ(placeOf(placing("insee;commune;lon;lat", "42218;Lyon;4.85;45.76")).commune, "42218") << "two of three are not enough";
    EXPECT_EQ(placeOf(placing("insee;commune;cp;lon;lat", "42218;Lyon;69003;4.39;45.43")).commune, "42218");
}

}  // namespace
}  // namespace raquette::ingest
