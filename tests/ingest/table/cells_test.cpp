#include "ingest/table/cells.h"

#include "ingest/table/folding.h"
#include "ingest/table/nearest_word.h"
#include "ingest/table/vocabulary.h"

#include <array>

namespace raquette::ingest {
namespace {

using ::testing::ElementsAre;

TEST(Cells, ReadNumbersTheFrenchAndTheEnglishWay) {
    EXPECT_EQ(readDecimal("2,5"), 2.5);
    EXPECT_EQ(readDecimal("1\u202F200.50"), 1200.5);
    EXPECT_EQ(readCount("1\u00A0200"), 1200);
    EXPECT_EQ(readCount("1533.0"), 1533) << "what a spreadsheet makes of a whole number";
    for (const char* text : {"", "douze", "1,2,3", "12 places", "nan", "inf"}) EXPECT_FALSE(readDecimal(text)) << text;
    for (const char* text : {"-3", "2,5"}) EXPECT_FALSE(readCount(text)) << text;
}

TEST(Cells, ReadDatesAtTheirPrecision) {
    struct Row {
        const char* typed;
        const char* iso;
    };
    for (const Row& row : {Row{"2007", "2007"},
                           {"02/2007", "2007-02"},
                           {"28/02/2007", "2007-02-28"},
                           {"2007-02-28", "2007-02-28"},
                           {"01/01/2005 00:00", "2005-01-01"},
                           {"2007-02-28T10:00:00Z", "2007-02-28"},
                           {"février 2007", "2007-02"},
                           {"1er août 2012", "2012-08-01"},
                           {"2017.0", "2017"},
                           {"28-02-2007", "2007-02-28"}}) {
        const auto date = readDate(row.typed);
        ASSERT_TRUE(date) << row.typed;
        EXPECT_EQ(date->text(), row.iso);
    }
    for (const char* text : {"", "26ème", "31/02/2007", "13/2007", "12", "0007", "depuis toujours", "2007/2008/2009"}) {
        EXPECT_FALSE(readDate(text)) << text;
    }
}

TEST(Cells, ADurationCountsFromItsStart) {
    EXPECT_EQ(readDuration("5 ans"), 60);
    EXPECT_EQ(readDuration("18 mois"), 18);
    EXPECT_FALSE(readDuration("cinq ans"));
    EXPECT_FALSE(readDuration("5"));
    const auto end = [](const char* start, int months) { return endAfter(*model::PartialDate::parse(start), months).text(); };
    EXPECT_EQ(end("2007-02", 60), "2012-01");
    EXPECT_EQ(end("2011", 24), "2012");
    EXPECT_EQ(end("2011", 18), "2012-06");
    EXPECT_EQ(end("2007-02-28", 12), "2008-02-27");
    EXPECT_EQ(end("2008-02-29", 12), "2009-02-28");
}

TEST(Cells, ReadMoneyWithItsYear) {
    EXPECT_EQ(readMoney("150 000 €")->amount.value, 150000);
    EXPECT_EQ(readMoney("1,5 M€")->amount.value, 1.5e6);
    EXPECT_EQ(readMoney("12 k€")->amount.value, 12000);
    const auto dated = readMoney("240000 (2024)");
    ASSERT_TRUE(dated);
    EXPECT_EQ(dated->amount.value, 240000);
    EXPECT_EQ(dated->year, 2024);
    for (const char* text : {"", "à définir", "240000 (environ)", "12 (2024) 13"}) EXPECT_FALSE(readMoney(text)) << text;
}

TEST(Cells, MembershipIsYesNoOrUnknown) {
    EXPECT_EQ(readMembership("oui"), model::Membership::Member);
    EXPECT_EQ(readMembership("porteur"), model::Membership::Member);
    EXPECT_EQ(readMembership("Non"), model::Membership::NotMember);
    EXPECT_EQ(readMembership(""), model::Membership::Unknown);
    EXPECT_FALSE(readMembership("peut-être"));
}

TEST(Cells, PlaceholdersSayNothing) {
    for (const char* text : {"", "N/A", "#N/A", "0#N/A", "-", "NULL", "n.c.", "NaN"}) EXPECT_TRUE(saysNothing(text)) << text;
    for (const char* text : {"0", "Le Fil", "non"}) EXPECT_FALSE(saysNothing(text)) << text;
}

TEST(Cells, APersonsAddressOrNumberIsSeen) {
    for (const char* text : {"voir marie@exemple.org", "06 12 34 56 78", "tél. 04.77.00.00.00 le soir", "+33 6 12 34 56 78"}) {
        EXPECT_TRUE(holdsPersonalData(text)) << text;
    }
    for (const char* text : {"2 @ 3", "450 places, 120 m²", "SIRET 12345678900011", "0,5 ETP", "créé le 01/01/2012"}) {
        EXPECT_FALSE(holdsPersonalData(text)) << text;
    }
}

TEST(FoldedPlace, SaintsAndCedexAndSigns) {
    EXPECT_EQ(foldedPlace("ST ETIENNE CEDEX 2"), foldedPlace("Saint-Étienne"));
    EXPECT_EQ(foldedPlace("Ste-Foy-l’Argentière"), foldedPlace("SAINTE FOY L'ARGENTIERE"));
    EXPECT_EQ(foldedPlace("L'Haÿ-les-Roses"), "l hay les roses");
    EXPECT_NE(foldedPlace("Saint-Denis"), foldedPlace("Sainte-Denise"));
}

TEST(Vocabulary, OneCellMayHoldSeveralFunctions) {
    EXPECT_THAT(functions().words("Diffusion, REPETITION / studio"), ElementsAre("diffusion", "répétition", "enregistrement"));
    EXPECT_THAT(functions().words("édition/label"), ElementsAre("édition/label"));
    EXPECT_THAT(functions().words("production et diffusion"), ElementsAre("production", "diffusion"));
    EXPECT_THAT(functions().words("café-lecture | diffusion"), ElementsAre("café-lecture", "diffusion")) << "an open list";
}

TEST(NearestWord, IsNearOrNothing) {
    const std::array<std::string_view, 3> known{"title", "area", "language"};
    EXPECT_EQ(nearestWord("tilte", known), "title");
    EXPECT_EQ(nearestWord("langage", known), "language");
    EXPECT_EQ(nearestWord("zzzzz", known), "");
    EXPECT_EQ(nearestWord(std::string(100000, 'a'), known), "");
}

}  // namespace
}  // namespace raquette::ingest
