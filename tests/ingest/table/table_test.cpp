#include "ingest/table/table.h"

#include "gis/model/error.h"
#include "tests/ingest/tiny_world.h"
#include "tests/support/files.h"

namespace raquette::ingest {
namespace {

using ::testing::HasSubstr;

class TableTest : public ::testing::Test {
protected:
    Table read(std::string_view text, const std::string& filter = "", const char* name = "t.csv") {
        source_.id = "t";
        source_.path = folder_.write(name, text);
        source_.filter = filter;
        return readTable(source_, model::Language::English, issues_);
    }
    std::string refusal(const std::filesystem::path& path) {
        source_.path = path;
        try {
            readTable(source_, model::Language::English, issues_);
        } catch (const model::Error& error) {
            return error.what();
        }
        return "accepted";
    }

    TemporaryFolder folder_;
    model::SourceDeclaration source_;
    model::Issues issues_;
};

TEST_F(TableTest, TheTextBeyondTheLastColumnIsKeptInItAndTheRowReported) {
    const Table table = read("nom;notes\nLe Fil;cluster ; locaux partagés ; studios\nLe Mixeur\nLa Fabrique;ok;;\n");
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[0].cells[1], "cluster ; locaux partagés ; studios");
    EXPECT_EQ(table.rows[1].cells, (RowCells{"Le Mixeur", ""}));
    EXPECT_EQ(table.rows[2].cells, (RowCells{"La Fabrique", "ok"})) << "empty cells beyond the header are nothing to report";
    ASSERT_EQ(issues_.size(), 2U);
    EXPECT_EQ(issues_[0].row, 2);
    EXPECT_EQ(issues_[1].row, 3);
}

TEST_F(TableTest, LeadingZerosStay) {
    EXPECT_EQ(read("insee,cp\n01004,01500\n").rows[0].cells, (RowCells{"01004", "01500"}));
}

TEST_F(TableTest, EveryEncodingASpreadsheetWritesIsRead) {
    EXPECT_EQ(read("\xEF\xBB\xBFnom;ville\nÉ;Nîmes\n").header[0], "nom");
    EXPECT_TRUE(issues_.empty());
    EXPECT_EQ(read("nom;ville\n\xC9\x9C;N\xEEmes\n").rows[0].cells, (RowCells{"Éœ", "Nîmes"})) << "Windows-1252";
    EXPECT_EQ(issues_.size(), 1U) << "and it is said";
    const std::string utf16("\xFF\xFEn\0;\0v\0\n\0\xC9\0;\0x\0\n\0", 18);
    EXPECT_EQ(read(utf16).rows[0].cells, (RowCells{"É", "x"}));
}

TEST_F(TableTest, TheFilterIsOgrSql) {
    const Table table = read("nom;discipline\nA;Musique\nB;Danse\n\nC;Musique\n", "discipline = 'Musique' AND nom <> 'A'");
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].number, 5);
    EXPECT_THROW(read("nom\nA\n", "genre = 'x'"), model::Error);
    EXPECT_THROW(read("nom\nA\n", "nom = "), model::Error);
}

TEST_F(TableTest, WhatIsNoTableIsOneClearError) {
    EXPECT_THAT(refusal(folder_.path() / "absent.csv"), HasSubstr("no such file"));
    EXPECT_THAT(refusal(folder_.path()), HasSubstr("no table in this folder"));
    EXPECT_THAT(refusal(folder_.write("e.csv", "")), HasSubstr("empty"));
    EXPECT_THAT(refusal(folder_.write("b.csv", std::string("\x01\x02\x00\xFF\xFE\x03", 6))), HasSubstr("not a text file"));
    EXPECT_THAT(refusal(folder_.write("x.xlsx", "PK")), HasSubstr("cut short"));
}

TEST_F(TableTest, AHeaderAloneIsAnEmptySourceReported) {
    EXPECT_TRUE(read("nom;ville\n").rows.empty());
    EXPECT_EQ(issues_.size(), 1U);
}

}  // namespace
}  // namespace raquette::ingest
