#include "gis/model/error.h"
#include "ingest/table/table.h"
#include "tests/support/files.h"
#include "tests/support/told.h"

namespace raquette::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Lists as people type them: what stands around the rows is found, left out, and told.

class Shape : public ::testing::Test {
protected:
    Table read(std::string_view text, std::optional<long> header = {}) {
        source_.id = "t";
        source_.path = folder_.write("t.csv", text);
        source_.header = header;
        issues_.clear();
        return readTable(source_, model::Language::English, issues_);
    }
    static std::vector<long> numbers(const Table& table) {
        std::vector<long> numbers;
        for (const TableRow& row : table.rows) numbers.push_back(row.number);
        return numbers;
    }
    static std::vector<std::string> skipped(const Table& table) {
        std::vector<std::string> skipped;
        for (const SkippedRow& row : table.readings.front().skipped) skipped.push_back(std::to_string(row.number) + " " + row.why);
        return skipped;
    }

    TemporaryFolder folder_;
    model::SourceDeclaration source_;
    model::Issues issues_;
};

TEST_F(Shape, TitlesTotalsAndNotesAreLeftOutAndTold) {
    const Table table = read(
        "Liste des lieux de la Loire, 2024;;;\n"
        "mise à jour en mai;;;\n"
        "\n"
        "Nom;Commune;Jauge;Fréquentation\n"
        "Le Fil;Saint-Étienne;1200;80000\n"
        "Total Festum;Saint-Étienne;;900\n"
        "Sous-total;;1200;80900\n"
        "La Cave;Roanne;150;3000\n"
        "TOTAL GÉNÉRAL;;1350;83 900\n"
        "\n"
        "Source : Agence culturelle, 2024\n"
        "* hors festivals\n");
    EXPECT_THAT(table.header, ElementsAre("Nom", "Commune", "Jauge", "Fréquentation"));
    EXPECT_THAT(numbers(table), ElementsAre(5, 6, 8)) << "a place may be called Total";
    EXPECT_THAT(skipped(table), ElementsAre("1 title", "2 title", "7 total", "9 total", "11 footnote", "12 footnote"));
    EXPECT_EQ(table.readings.front().headerRow, 4);
    ASSERT_EQ(issues_.size(), 3U) << "one note for each kind";
    EXPECT_THAT(issues_[0].action, HasSubstr("rows 1, 2"));
    EXPECT_THAT(issues_[1].action, HasSubstr("rows 7, 9"));
}

TEST_F(Shape, AListThatEndsLikeAnyOtherLosesNothing) {
    const Table table = read("nom;ville;jauge\nTotal Musique;Lyon;200\nSource vive;Lyon;\nLa Note : bleue;Lyon;\nLe Mixeur\n");
    EXPECT_THAT(numbers(table), ElementsAre(2, 3, 4, 5));
    EXPECT_THAT(skipped(table), IsEmpty());
}

TEST_F(Shape, NamesUnderGroupsAreJoined) {
    const Table table = read(
        "Structure;;Coordonnées;;Exercice 2023;\n"
        "Nom;Type;X;Y;ETP;Budget\n"
        "Le Fil;diffusion;4.4;45.4;12;900000\n");
    EXPECT_THAT(table.header, ElementsAre("Structure – Nom", "Structure – Type", "Coordonnées – X", "Coordonnées – Y",
                                          "Exercice 2023 – ETP", "Exercice 2023 – Budget"));
    EXPECT_THAT(numbers(table), ElementsAre(3));
    const Table merged = read("Nom;Type;Coordonnées;\n;;Longitude;Latitude\nLe Fil;diffusion;4.4;45.4\n");
    EXPECT_THAT(merged.header, ElementsAre("Nom", "Type", "Coordonnées – Longitude", "Coordonnées – Latitude"));
    EXPECT_EQ(merged.readings.front().headerRows, 2);
}

TEST_F(Shape, ARowThatLeavesCellsEmptyIsNoHeader) {
    const Table table = read("nom;;ville\n;x;Lyon\nLe Fil;;Lyon\n");
    EXPECT_THAT(table.header, ElementsAre("nom", "Column 2", "ville"));
    EXPECT_THAT(numbers(table), ElementsAre(2, 3));
}

TEST_F(Shape, NamesAreToldApartAndEmptyColumnsDropped) {
    const Table table = read("nom;;année;;année\nLe Fil;a;2019;;2020\nLa Cave;b;2019;;2020\n");
    EXPECT_THAT(table.header, ElementsAre("nom", "Column 2", "année", "année (2)"));
    EXPECT_EQ(table.rows[0].cells, (RowCells{"Le Fil", "a", "2019", "2020"}));
}

TEST_F(Shape, ACopyOfTheHeaderOnEachPageIsNoRow) {
    const Table table = read("Nom;Commune\nLe Fil;Saint-Étienne\nNOM;COMMUNE\nLa Cave;Roanne\n");
    EXPECT_THAT(numbers(table), ElementsAre(2, 4));
    EXPECT_THAT(skipped(table), ElementsAre("3 repeated-header"));
}

TEST_F(Shape, AListWithoutHeaderKeepsItsFirstRow) {
    const Table table = read("Le Fil;42000;contact@lefil.fr\nLa Cave;42300;cave@roanne.fr\n");
    EXPECT_THAT(table.header, ElementsAre("Column 1", "Column 2", "Column 3"));
    EXPECT_THAT(numbers(table), ElementsAre(1, 2));
    EXPECT_THAT(issues_, ElementsAre(Field(&model::Issue::action, HasSubstr("header"))));
    EXPECT_EQ(read("structure;2019;2020\nLe Fil;12000;13500\n").header[1], "2019") << "years may name columns";
}

TEST_F(Shape, TheStudySaysWhereTheHeaderIs) {
    const std::string text = "a;b\nnom;ville\nLe Fil;Lyon\n";
    EXPECT_THAT(read(text, 1).header, ElementsAre("a", "b"));
    EXPECT_THAT(numbers(read(text, 2)), ElementsAre(3));
    EXPECT_THAT(numbers(read(text, 0)), ElementsAre(1, 2, 3));
    EXPECT_THAT(issues_, IsEmpty()) << "nothing was guessed";
    EXPECT_THROW(read(text, 9), model::Error);
}

}  // namespace
}  // namespace raquette::ingest
