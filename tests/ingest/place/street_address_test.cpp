#include "ingest/place/street_address.h"

namespace raquette::ingest {
namespace {

struct Typed {
    const char* cell;
    int number;  // 0: none
    const char* repetition;
    const char* type;
    std::vector<std::string> words;
};

class TypedAddress : public ::testing::TestWithParam<Typed> {};

TEST_P(TypedAddress, IsReadAsNumberAndStreet) {
    const StreetAddress address = readAddress(GetParam().cell);
    EXPECT_EQ(address.number.value_or(0), GetParam().number) << GetParam().cell;
    EXPECT_EQ(address.repetition, GetParam().repetition) << GetParam().cell;
    ASSERT_FALSE(address.streets.empty()) << GetParam().cell;
    EXPECT_EQ(address.streets.front().type, GetParam().type) << GetParam().cell;
    EXPECT_EQ(address.streets.front().words, GetParam().words) << GetParam().cell;
}

INSTANTIATE_TEST_SUITE_P(Habits, TypedAddress,
                         ::testing::Values(Typed{"12 bis rue de la République", 12, "bis", "rue", {"republique"}},
                                           Typed{"12bis, rue de la République", 12, "bis", "rue", {"republique"}},
                                           Typed{"12 B rue de la République", 12, "b", "rue", {"republique"}},
                                           Typed{"12B r. de la République", 12, "b", "rue", {"republique"}},
                                           Typed{"12-14 av. du Gal de Gaulle", 12, "", "avenue", {"general", "gaulle"}},
                                           Typed{"12/14, Bd Jean Jaurès", 12, "", "boulevard", {"jean", "jaures"}},
                                           Typed{"n° 3 pl St-Jean", 3, "", "place", {"saint", "jean"}},
                                           Typed{"rue du 8 mai 1945", 0, "", "rue", {"8", "mai", "1945"}},
                                           Typed{"8 rue du huit mai 1945", 8, "", "rue", {"8", "mai", "1945"}},
                                           Typed{"5 rue du 11 novembre", 5, "", "rue", {"11", "novembre"}},
                                           Typed{"8 mai 1945", 0, "", "", {"8", "mai", "1945"}},
                                           Typed{"Z.A. des Chaux", 0, "", "za", {"chaux"}},
                                           Typed{"Zone artisanale des Chaux", 0, "", "za", {"chaux"}},
                                           Typed{"Lieu-dit Bellevue", 0, "", "", {"bellevue"}}, Typed{"Le Bourg", 0, "", "", {"bourg"}},
                                           Typed{"3 imp. des Lilas BP 12", 3, "", "impasse", {"lilas"}},
                                           Typed{"3 allée des Lilas - CS 40001 - 42000 Saint-Étienne cedex 2", 3, "", "allee", {"lilas"}},
                                           Typed{"Maison des associations, 12 ter rue Gambetta", 12, "ter", "rue", {"gambetta"}},
                                           Typed{"94 Boulevard Louis Lesage bâtiment B", 94, "", "boulevard", {"louis", "lesage"}},
                                           Typed{"12 grande rue", 12, "", "rue", {"grande"}},
                                           Typed{"4 ancienne route de Lyon", 4, "", "route", {"ancienne", "lyon"}}));

TEST(StreetAddress, SetsThePostsLineApart) {
    const StreetAddress address = readAddress("3 rue Gambetta, 42000 Saint-Étienne Cedex 2");
    EXPECT_EQ(address.postcode, "42000");
    EXPECT_EQ(address.city, "saint etienne");
    EXPECT_TRUE(readAddress("BP 12").postBoxOnly);
    EXPECT_TRUE(readAddress("B.P. 12 - CEDEX 2").postBoxOnly);
    EXPECT_TRUE(readAddress("CS40001").postBoxOnly);
    EXPECT_FALSE(readAddress("3 rue Gambetta BP 12").postBoxOnly);
    EXPECT_TRUE(readAddress("").empty());
}

struct Pair {
    const char* typed;
    const char* official;
};

class SameStreet : public ::testing::TestWithParam<Pair> {};
TEST_P(SameStreet, Agrees) {
    EXPECT_TRUE(agreement(readStreetName(GetParam().typed), readStreetName(GetParam().official))) << GetParam().typed;
}
INSTANTIATE_TEST_SUITE_P(Streets, SameStreet,
                         ::testing::Values(Pair{"av du Gal de Gaulle", "Avenue du Général de Gaulle"},
                                           Pair{"rue Gambetta", "Rue Léon Gambetta"}, Pair{"rue J. Jaurès", "Rue Jean Jaurès"},
                                           Pair{"rue Gambeta", "Rue Gambetta"}, Pair{"rue de la Republqiue", "Rue de la République"},
                                           Pair{"Gambetta", "Rue Gambetta"}, Pair{"lieu dit Bellevue", "Bellevue"},
                                           Pair{"rue du huit mai 1945", "Rue du 8 Mai 1945"}, Pair{"rue ste Barbe", "Rue Sainte-Barbe"}));

class OtherStreet : public ::testing::TestWithParam<Pair> {};
TEST_P(OtherStreet, IsRefused) {
    EXPECT_FALSE(agreement(readStreetName(GetParam().typed), readStreetName(GetParam().official))) << GetParam().typed;
}
INSTANTIATE_TEST_SUITE_P(Streets, OtherStreet,
                         ::testing::Values(Pair{"rue Gambetta", "Avenue Gambetta"}, Pair{"rue Jean", "Rue Jean Jaurès"},
                                           Pair{"rue du 8 mai 1945", "Rue du 9 mai 1945"}, Pair{"rue de la Mer", "Rue de la Mère"},
                                           Pair{"rue Gambetta prolongée", "Rue Gambetta"}, Pair{"rue des Lilas", "Rue des Lys"}));

TEST(StreetAgreement, FewerErrorsAreBetter) {
    const StreetName typed = readStreetName("rue Martin");
    EXPECT_LT(*agreement(typed, readStreetName("Rue Martin")), *agreement(typed, readStreetName("Rue Marin")));
    EXPECT_LT(*agreement(typed, readStreetName("Rue Henri Martin")), *agreement(typed, readStreetName("Rue Marin")));
}

}  // namespace
}  // namespace raquette::ingest
