#include "gis/model/period.h"

namespace raquette::model {
namespace {

TEST(PartialDate, AStartMeansItsFirstDayAndAnEndItsLast) {
    struct Row {
        const char* text;
        const char* first;
        const char* last;
    };
    for (const Row& row : {Row{"2007", "2007-01-01", "2007-12-31"}, Row{"2008-02", "2008-02-01", "2008-02-29"},
                           Row{"2007-02-28", "2007-02-28", "2007-02-28"}}) {
        const auto date = PartialDate::parse(row.text);
        ASSERT_TRUE(date) << row.text;
        EXPECT_EQ(isoText(date->first()), row.first);
        EXPECT_EQ(isoText(date->last()), row.last);
        EXPECT_EQ(date->text(), row.text);
    }
}

TEST(PartialDate, RefusesWhatIsNoDate) {
    for (const char* text : {"", "07", "2007-13", "2007-00", "2007-02-29", "2007-2", "2007/02", "-007", "200a", "2007-02-3"}) {
        EXPECT_FALSE(PartialDate::parse(text)) << text;
    }
}

TEST(Day, OfAnotherMonthOrYearIsThereWhateverTheLengthOfTheMonth) {
    const auto day = [](const char* iso) { return *parseDay(iso); };
    EXPECT_EQ(inYear(day("2024-02-29"), 2023), day("2023-02-28"));
    EXPECT_EQ(inYear(day("2024-05-31"), 2030), day("2030-05-31"));
    EXPECT_EQ(monthsLater(day("2026-01-31"), 1), day("2026-02-28"));
    EXPECT_EQ(monthsLater(day("2026-01-15"), -13), day("2024-12-15"));
    EXPECT_EQ(yearOf(day("2026-12-31")), 2026);
}

}  // namespace
}  // namespace raquette::model
