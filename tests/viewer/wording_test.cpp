#include "viewer/sheets/wording.h"

namespace raquette::viewer {

using model::Language;

TEST(Wording, ArticlesFollowTheLabel) {
    EXPECT_EQ(fromOne(Language::French, "Lieu de musiques actuelles"), "d’un lieu de musiques actuelles");
    EXPECT_EQ(fromOne(Language::French, "Salle de 200 places"), "d’une salle de 200 places");
    EXPECT_EQ(fromOne(Language::French, "École de musique"), "d’une école de musique");
    EXPECT_EQ(fromOne(Language::French, "Zorglub"), "") << "an unknown gender is not guessed";
    EXPECT_EQ(fromOne(Language::English, "Music venue"), "from a music venue");
    EXPECT_EQ(fromOne(Language::English, "Independent label"), "from an independent label");
}

TEST(Wording, LabelsTakeASmallLetterInsideASentenceUnlessAcronyms) {
    EXPECT_EQ(inSentence("Lieu"), "lieu");
    EXPECT_EQ(inSentence("École"), "école");
    EXPECT_EQ(inSentence("SMAC"), "SMAC");
    EXPECT_EQ(inSentence(""), "");
}

TEST(Wording, PeopleAreRoundedForReading) {
    EXPECT_EQ(peopleText(Language::French, {17'233'000}), "17,2 millions de personnes");
    EXPECT_EQ(peopleText(Language::French, {1'040'000}), "1,0 million de personnes");
    EXPECT_EQ(peopleText(Language::French, {893'367}), "893\u202f000 personnes");
    EXPECT_EQ(peopleText(Language::French, {1}), "1 personne");
    EXPECT_EQ(peopleText(Language::English, {17'233'000}), "17.2 million people");
}

TEST(Wording, NothingIsOneInFrenchAndManyInEnglish) {
    EXPECT_EQ(peopleText(Language::French, {0}), "0 personne");
    EXPECT_EQ(peopleText(Language::English, {0}), "0 people");
    EXPECT_EQ(peopleText(Language::English, {1}), "1 person");
    EXPECT_EQ(plural(Language::French, "sheet.venues", 0), "sheet.venues.one");
    EXPECT_EQ(plural(Language::English, "sheet.venues", 0), "sheet.venues.many");
    EXPECT_EQ(plural(Language::English, "sheet.venues", 1), "sheet.venues.one");
    EXPECT_EQ(plural(Language::French, "sheet.venues", 2), "sheet.venues.many");
}

TEST(Wording, ReachesAreSaidInWords) {
    EXPECT_EQ(reachText(Language::French, model::kilometres(30)), "30\u00a0km");
    EXPECT_EQ(reachText(Language::French, model::Metres{500}), "500\u00a0m");
    EXPECT_EQ(reachText(Language::French, model::Minutes{45}), "45\u00a0min");
    EXPECT_EQ(reachText(Language::French, model::Level::Departement), "le même département");
}

}  // namespace raquette::viewer
