#include "cli/text_table.h"

namespace raquette::cli {
namespace {

TEST(DisplayWidth, countsLettersNotBytes) {
    EXPECT_EQ(displayWidth("Alès"), 4U);
    EXPECT_EQ(displayWidth("2\u202f269\u202f434"), 9U);
    EXPECT_EQ(displayWidth("e\u0301te\u0301"), 3U) << "combining accents stand on their letter";
    EXPECT_EQ(displayWidth(""), 0U);
}

TEST(TextTable, alignsFrenchNames) {
    TextTable table({{"zone"}, {"habitants", Align::Right}, {"cause"}});
    table.add({"Alès", "1\u202f420\u202f000", "aucun lieu"});
    table.add({"Nice", "87", ""});
    EXPECT_EQ(table.text(),
              "zone  habitants  cause\n"
              "Alès  1\u202f420\u202f000  aucun lieu\n"
              "Nice         87\n");
}

TEST(TextTable, hasNoHeadingLineWithoutHeadings) {
    TextTable table({{""}, {""}});
    table.add({"map", "out/map.pdf"});
    EXPECT_EQ(table.text(), "map  out/map.pdf\n");
}

}  // namespace
}  // namespace raquette::cli
