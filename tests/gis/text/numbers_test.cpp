#include "gis/text/numbers.h"

namespace raquette::text {
namespace {

using model::Inhabitants;
using enum model::Language;

TEST(Numbers, FrenchUsesThinSpacesAndCommas) {
    EXPECT_EQ(number(French, 2269434), "2\u202f269\u202f434");
    EXPECT_EQ(number(French, -1200), "\u22121\u202f200");
    EXPECT_EQ(decimal(French, 3.14159, 2), "3,14");
    EXPECT_EQ(percent(French, {0.2631}), "26\u202f%");
}

TEST(Numbers, EnglishUsesCommasAndPoints) {
    EXPECT_EQ(number(English, 2269434), "2,269,434");
    EXPECT_EQ(decimal(English, 1234.5, 1), "1,234.5");
    EXPECT_EQ(percent(English, {0.2631}, 1), "26.3%");
}

TEST(Numbers, PeopleAreRoundedForReading) {
    EXPECT_EQ(rounded(French, Inhabitants{2269434}), "2,27\u00a0M");
    EXPECT_EQ(rounded(French, Inhabitants{17214000}), "17,2\u00a0M");
    EXPECT_EQ(rounded(French, Inhabitants{893367}), "893\u202f000");
    EXPECT_EQ(rounded(French, Inhabitants{999700}), "1,00\u00a0M");
    EXPECT_EQ(rounded(French, Inhabitants{4213}), "4\u202f210");
    EXPECT_EQ(rounded(French, Inhabitants{87}), "87");
}

TEST(Numbers, NoNegativeZero) {
    EXPECT_EQ(decimal(English, -0.001, 1), "0.0");
}

TEST(Numbers, DatesReadAsPeopleSayThem) {
    using namespace std::chrono;
    const model::Day day = sys_days{2026y / January / 1};
    EXPECT_EQ(date(French, day), "1er janvier 2026");
    EXPECT_EQ(date(English, day), "1 January 2026");
}

}  // namespace
}  // namespace raquette::text
