#include "ingest/reference/table.h"

#include "gis/model/error.h"
#include "tests/ingest/reference/reference_world.h"
#include "tests/support/files.h"

#include <fmt/format.h>
#include <cstdlib>

namespace raquette::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

std::vector<std::string> cellsOf(const TableReader& table) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < table.header().size(); ++i) cells.emplace_back(table.cell(i));
    return cells;
}

TEST(TableReader, SplitsAtTheSeparatorOfTheHeader) {
    for (const std::string separator : {",", ";", "\t"}) {
        const std::string text = fmt::format("x{0}y\r\n1{0}2\r\n", separator);
        TableReader table(text, "grid.csv");
        EXPECT_THAT(table.header(), ElementsAre("x", "y"));
        ASSERT_TRUE(table.next());
        EXPECT_THAT(cellsOf(table), ElementsAre("1", "2"));
        EXPECT_FALSE(table.next());
    }
}

TEST(TableReader, KeepsSeparatorsDoubledQuotesAndLineBreaksOfQuotedCells) {
    TableReader table("code;name\n1;\"CA \"\"Saintes; Grandes Rives\"\"\"\n2;\"two\nlines\"", "epci.csv");
    ASSERT_TRUE(table.next());
    EXPECT_THAT(cellsOf(table), ElementsAre("1", "CA \"Saintes; Grandes Rives\""));
    ASSERT_TRUE(table.next());
    EXPECT_THAT(cellsOf(table), ElementsAre("2", "two\nlines"));
    EXPECT_FALSE(table.next());
}

TEST(TableReader, CountsRowsAsASpreadsheetDoes) {
    TableReader table("x,y\n1,2\n\n3,4\n", "grid.csv");
    ASSERT_TRUE(table.next());
    EXPECT_EQ(table.row(), 2);
    ASSERT_TRUE(table.next());
    EXPECT_EQ(table.row(), 4);
}

TEST(TableReader, HasEmptyCellsWhereARowIsShort) {
    TableReader table("x,y,pop\n1\n", "grid.csv");
    ASSERT_TRUE(table.next());
    EXPECT_THAT(cellsOf(table), ElementsAre("1", "", ""));
}

TEST(TableReader, SaysWhichColumnIsMissingAndWhichThereAre) {
    TableReader table("x_km,y_km\n", "grid.csv");
    EXPECT_THAT([&] { static_cast<void>(table.column("pop")); },
                ThrowsMessage<model::Error>(::testing::AllOf(HasSubstr("grid.csv"), HasSubstr("“pop”"), HasSubstr("x_km, y_km"))));
}

TEST(TableReader, RefusesAnEmptyTable) {
    EXPECT_THROW(TableReader("", "grid.csv"), model::Error);
    EXPECT_THROW(TableReader("\n\n", "grid.csv"), model::Error);
}

TEST(NumberIn, TakesTheWholeCellOrNothing) {
    EXPECT_EQ(numberIn("12.5"), 12.5);
    EXPECT_EQ(numberIn("-3"), -3);
    for (const char* refused : {"", "12 ", "1,5", "12a", "nan", "inf"}) EXPECT_EQ(numberIn(refused), std::nullopt) << refused;
}

TEST(ReadWholeFile, UnpacksGzipAndDropsTheByteOrderMark) {
    const TemporaryFolder folder;
    EXPECT_EQ(readWholeFile(folder.write("a.csv", "\xEF\xBB\xBFx,y\n")), "x,y\n");
    folder.write("b.csv", "x,y\n1,2\n");
    ASSERT_EQ(std::system(("gzip -k " + (folder / "b.csv").string()).c_str()), 0);
    EXPECT_EQ(readWholeFile(folder / "b.csv.gz"), "x,y\n1,2\n");
}

TEST(ReadWholeFile, RefusesAMissingOrTruncatedFile) {
    const TemporaryFolder folder;
    EXPECT_THAT([&] { readWholeFile(folder / "none.csv"); }, ThrowsMessage<model::Error>(HasSubstr("none.csv")));
    std::string text = "x,y\n";
    for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 7919 % 100'003) + ",1\n";
    folder.write("c.csv", text);
    ASSERT_EQ(std::system(("gzip " + (folder / "c.csv").string()).c_str()), 0);
    std::filesystem::resize_file(folder / "c.csv.gz", std::filesystem::file_size(folder / "c.csv.gz") / 2);
    EXPECT_THAT([&] { readWholeFile(folder / "c.csv.gz"); }, ThrowsMessage<model::Error>(HasSubstr("truncated")));
}

}  // namespace
}  // namespace raquette::ingest
