#include "gis/store/exports/workbook.h"

#include "gis/model/error.h"
#include "gis/store/exports/zip_entry.h"
#include "gis/store/gdal_room.h"
#include "gis/store/store.h"
#include "tests/gis/store/child.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <ogrsf_frmts.h>

#include <cmath>

namespace raquette::store {
namespace {

using test::AtTheLimit;
using test::tinyWorld;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Table tableOf(std::vector<Column> columns, std::vector<Row> rows) {
    Table table{"essai", GeometryKind::None, std::move(columns), rows.size(), {}, {}};
    table.row = [rows = std::move(rows)](std::size_t i) { return rows[i]; };
    return table;
}

class Workbook : public testing::Test {
protected:
    TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "classeur.xlsx";

    /// As written, and not as a reader guesses it.
    std::string sheet(int number = 1) const {
        return endOfZipEntry(file_, "xl/worksheets/sheet" + std::to_string(number) + ".xml", std::string::npos);
    }

    std::string messageFor(const Table& table) const {
        try {
            writeWorkbook({table}, file_);
        } catch (const model::Error& error) {
            return error.what();
        }
        return "no error";
    }
};

/// `name:type` of each column, then the cells of each row, as GDAL reads them.
std::vector<std::string> readBack(const std::filesystem::path& file, const char* sheet) {
    const GdalSetting headers("OGR_XLSX_HEADERS", "FORCE");
    const GdalTalk talk;
    const DatasetPtr dataset = openToRead(file, talk);
    OGRLayer* layer = dataset->GetLayerByName(sheet);
    if (layer == nullptr) return {"no such sheet"};
    std::vector<std::string> lines(1);
    OGRFeatureDefn& columns = *layer->GetLayerDefn();
    for (int i = 0; i < columns.GetFieldCount(); ++i) {
        const OGRFieldDefn& column = *columns.GetFieldDefn(i);
        lines[0] += std::string(column.GetNameRef()) + ":" + OGRFieldDefn::GetFieldTypeName(column.GetType()) + " ";
    }
    for (const auto& feature : *layer) {
        lines.emplace_back();
        for (int i = 0; i < feature->GetFieldCount(); ++i) lines.back() += std::string(feature->GetFieldAsString(i)) + "|";
    }
    return lines;
}

TEST_F(Workbook, CellsHaveTypes) {
    writeWorkbook({tableOf({{"name"}, {"people", ColumnType::Integer}, {"km", ColumnType::Real}, {"opened"}},
                           {{std::string("Œuilly"), std::int64_t{-3}, 1.5, std::string("2024-02-29")},
                            {std::string("42"), Value(), 2.25, std::string("1900-03-01")}})},
                  file_);
    EXPECT_THAT(readBack(file_, "essai"),
                ElementsAre("name:String people:Integer km:Real opened:Date ", "Œuilly|-3|1.5|2024/02/29|", "42||2.25|1900/03/01|"));
}

TEST_F(Workbook, ADateThatIsNotADayOfExcelStaysText) {
    writeWorkbook({tableOf({{"opened"}},
                           {{std::string("2007")}, {std::string("2007-02")}, {std::string("1899-12-31")}, {std::string("2023-02-29")}})},
                  file_);
    EXPECT_THAT(readBack(file_, "essai"), ElementsAre("opened:String ", "2007|", "2007-02|", "1899-12-31|", "2023-02-29|"));
}

TEST_F(Workbook, TheHeaderIsBoldAndStaysInSight) {
    writeWorkbook({tableOf({{"name"}}, {{std::string("Le Fil")}})}, file_);
    EXPECT_THAT(sheet(), HasSubstr(R"(<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>)"));
    EXPECT_THAT(sheet(), HasSubstr(R"(<c r="A1" s="1" t="inlineStr"><is><t>name</t>)"));
    EXPECT_THAT(sheet(), HasSubstr(R"(<c r="A2" t="inlineStr"><is><t>Le Fil</t>)"));
    EXPECT_THAT(endOfZipEntry(file_, "xl/styles.xml", std::string::npos), HasSubstr("<font><b/>"));
}

TEST_F(Workbook, TextIsNeverRunAsAFormulaNorALink) {
    const std::vector<std::string> texts{"=1+1", "+33 4", "-5", "@SUM(A1)", "{=1}", "http://example.org", "mailto:a@example.org"};
    std::vector<Row> rows;
    for (const std::string& text : texts) rows.push_back({text});
    writeWorkbook({tableOf({{"=name"}}, rows)}, file_);
    for (const std::string& text : texts) EXPECT_THAT(sheet(), HasSubstr("t=\"inlineStr\"><is><t>" + text + "</t>"));
    EXPECT_THAT(sheet(), Not(HasSubstr("<f>")));
    EXPECT_THAT(sheet(), Not(HasSubstr("hyperlink")));
}

TEST_F(Workbook, WhatXmlCannotHoldDoesNotSpoilTheFile) {
    writeWorkbook({tableOf({{"name"}, {"n", ColumnType::Real}}, {{std::string("a\x01<b>&\"c\n "), 1.0}, {std::string("d"), std::nan("")}})},
                  file_);
    EXPECT_THAT(sheet(), HasSubstr("a_x0001_&lt;b&gt;&amp;\"c\n </t>"));
    EXPECT_THAT(sheet(), Not(HasSubstr("nan")));
}

TEST_F(Workbook, OneSheetPerLayerAndPointsAsTwoColumns) {
    exportLayers(tinyWorld(), "xlsx", file_, {"gaps", "venues", "indicators"});
    const std::vector<std::string> venues = readBack(file_, "venues");
    ASSERT_EQ(venues.size(), 4U);
    EXPECT_THAT(venues[0], HasSubstr("lon:Real lat:Real "));
    EXPECT_THAT(venues[1], HasSubstr("|0.25|46.5|"));
    EXPECT_THAT(venues[2], HasSubstr("|=HYPERLINK(\"http://example.org\";\"clic\")|"));
    EXPECT_EQ(readBack(file_, "gaps").size(), 3U);
    EXPECT_THAT(readBack(file_, "gaps")[0], Not(HasSubstr(" lon:")));
    EXPECT_THAT(readBack(file_, "indicators")[0], HasSubstr("territory:String level:String "));
    EXPECT_THAT(readBack(file_, "amounts"), ElementsAre("no such sheet"));
    EXPECT_THAT(folder_.names(), ElementsAre("classeur.xlsx", "classeur.xlsx.xml"));
}

TEST_F(Workbook, WhatASheetCannotHoldIsAnErrorAndNothingIsLeft) {
    Table people = tableOf({{"n"}}, {});
    people.rows = 1048576;
    EXPECT_THAT(messageFor(people), HasSubstr("essai has 1048576 rows, and a sheet of Excel holds 1048575"));
    EXPECT_THAT(messageFor(tableOf({{"a"}, {"b"}}, {{Value(), std::string(32768, 'x')}})), HasSubstr("essai, column 2 of row 2: "));
    EXPECT_TRUE(folder_.names().empty());
}

TEST_F(Workbook, AFullDiskLeavesThePreviousOneAndNoLeftover) {
    writeWorkbook({tableOf({{"name"}}, {{std::string("before")}})}, file_);
    const std::string before = bytesOf(file_);
    const Table large = tableOf({{"name"}}, std::vector<Row>(5000, Row{std::string(40, 'a')}));
    for (const std::size_t room : {1U << 10U, 1U << 14U, 1U << 18U}) {
        EXPECT_EQ(test::inChild(room, AtTheLimit::Refuse, [&] { writeWorkbook({large}, file_); }), 1) << room;
        EXPECT_TRUE(bytesOf(file_) == before) << room;
        EXPECT_THAT(folder_.names(), ElementsAre("classeur.xlsx")) << room;
    }
    EXPECT_EQ(test::inChild(1U << 22U, AtTheLimit::Refuse, [&] { writeWorkbook({large}, file_); }), 0);
    EXPECT_EQ(readBack(file_, "essai").size(), 5001U);
}

}  // namespace
}  // namespace raquette::store
