#include "gis/text/fold.h"

#include <gtest/gtest.h>

namespace raquette::text {
namespace {

struct Folded {
    const char* written;
    const char* folded;
};

class Fold : public testing::TestWithParam<Folded> {};

TEST_P(Fold, LeavesPlainLettersDigitsAndSingleSpaces) {
    EXPECT_EQ(fold(GetParam().written), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(Words, Fold,
                         testing::Values(Folded{"Saint-Étienne", "saint etienne"}, Folded{"SAINT  ÉTIENNE ", "saint etienne"},
                                         Folded{"L’Haÿ-les-Roses", "l hay les roses"}, Folded{"Plœmeur", "ploemeur"},
                                         Folded{"Cœur de Nacre – 2", "coeur de nacre 2"}, Folded{"Straße", "strasse"},
                                         Folded{"Île\u00A0d’Yeu", "ile d yeu"}, Folded{"Αθήνα", "athena"}, Folded{"", ""},
                                         Folded{"… !", ""}));

TEST(FoldMarks, SaysTheSameOfALetterWithItsAccentAndOfTheTwoApart) {
    EXPECT_EQ(fold("E\u0301tienne"), fold("Étienne"));
}

}  // namespace
}  // namespace raquette::text
