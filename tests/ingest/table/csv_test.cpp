#include "ingest/table/csv.h"

namespace raquette::ingest {
namespace {

using ::testing::ElementsAre;

TEST(Csv, RowsAreNumberedAsASpreadsheetShowsThem) {
    const Csv csv = parseCsv(
        "nom;ville\r\n"                   // 1
        "\r\n"                            // 2, blank
        "Le Fil;\"Saint-\nÉtienne\"\r\n"  // 3, one row on two lines
        ";;\r\n"                          // 4, blank too
        "Le Mixeur;Lyon");
    ASSERT_EQ(csv.rows.size(), 3U);
    EXPECT_EQ(csv.rows[1].number, 3);
    EXPECT_EQ(csv.rows[1].cells, (RowCells{"Le Fil", "Saint-\nÉtienne"}));
    EXPECT_EQ(csv.rows[2].number, 5);
}

TEST(Csv, FindsTheSeparatorOfItsHeader) {
    EXPECT_EQ(parseCsv("a;b,c;d\n").separator, ';');
    EXPECT_EQ(parseCsv("a,b\n1;2;3,4").separator, ',');
    EXPECT_EQ(parseCsv("a\tb\n").separator, '\t');
    EXPECT_EQ(parseCsv("\n\n\"a,b\";c\n").separator, ';');
    EXPECT_EQ(parseCsv("nom\nLe Fil\n").rows[1].cells, (RowCells{"Le Fil"}));
    EXPECT_EQ(parseCsv("sep=|\na|b;c\n").rows.front().number, 2) << "the line Excel asks for counts in the file";
}

TEST(Csv, QuotesHoldSeparatorsAndQuotes) {
    EXPECT_EQ(parseCsv("a,b\n\"x, \"\"y\"\"\",z\n").rows[1].cells, (RowCells{"x, \"y\"", "z"}));
    EXPECT_EQ(parseCsv("a,b\n5\" vinyle,z\n").rows[1].cells, (RowCells{"5\" vinyle", "z"})) << "a quote inside a cell is a quote";
}

TEST(Csv, AQuoteThatNeverClosesDoesNotSwallowTheRest) {
    const Csv csv = parseCsv("a;b\n\"Le Fil;42\nLe Mixeur;42\n");
    ASSERT_EQ(csv.rows.size(), 3U);
    EXPECT_EQ(csv.rows[1].cells, (RowCells{"\"Le Fil", "42"}));
    EXPECT_THAT(csv.rowsOfStrayQuotes, ElementsAre(2));
}

TEST(Csv, LoneCarriageReturnsEndLines) {
    EXPECT_EQ(parseCsv("a;b\r1;2\r").rows.size(), 2U);
}

TEST(Csv, WritesWhatItReads) {
    for (const std::string cell : {"plain", "a;b", "say \"x\"", "two\nlines", ""}) {
        EXPECT_EQ(parseCsv("a;b\n" + csvCell(cell, ';') + ";end\n").rows[1].cells[0], cell);
    }
}

}  // namespace
}  // namespace raquette::ingest
