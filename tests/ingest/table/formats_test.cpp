#include "gis/model/error.h"
#include "ingest/ingest.h"
#include "ingest/table/table.h"
#include "tests/ingest/expectations.h"
#include "tests/ingest/table/spreadsheets.h"
#include "tests/support/files.h"
#include "tests/support/told.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <cstring>

namespace raquette::ingest {
namespace {

class Formats : public ::testing::Test {
protected:
    Table read(const std::filesystem::path& path, const std::string& sheet = "") {
        source_.id = "t";
        source_.path = path;
        source_.writtenPath = path.filename().string();
        source_.sheet = sheet;
        issues_.clear();
        return readTable(source_, model::Language::English, issues_);
    }
    std::string refusal(const std::filesystem::path& path, const std::string& sheet = "") {
        try {
            read(path, sheet);
        } catch (const model::Error& error) {
            return error.what();
        }
        return "accepted";
    }
    /// A file of a GIS program with one layer.
    std::filesystem::path layer(const char* driver, const char* name, int epsg, const std::vector<const char*>& shapes) {
        GDALAllRegister();
        const auto path = folder_ / name;
        const GDALDatasetUniquePtr dataset(
            GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReference system;
        system.importFromEPSG(epsg);
        system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRLayer* made = dataset->CreateLayer("lieux", &system, wkbUnknown);
        OGRFieldDefn nom("nom", OFTString);
        OGRFieldDefn cp("cp", OFTReal);
        OGRFieldDefn date("ouverture", OFTDate);
        for (OGRFieldDefn* field : {&nom, &cp, &date}) EXPECT_EQ(made->CreateField(field), OGRERR_NONE);
        for (const char* shape : shapes) {
            OGRFeature feature(made->GetLayerDefn());
            feature.SetField(0, "Théâtre");
            feature.SetField(1, 42000.0);
            feature.SetField(2, 2007, 2, 28);
            OGRGeometry* geometry = nullptr;
            OGRGeometryFactory::createFromWkt(shape, nullptr, &geometry);
            feature.SetGeometryDirectly(geometry);
            EXPECT_EQ(made->CreateFeature(&feature), OGRERR_NONE);
        }
        return path;
    }

    TemporaryFolder folder_;
    model::SourceDeclaration source_;
    model::Issues issues_;
};

const std::string rowsOfLieux =
    xlsxRow(3, {"Liste des lieux"}) + xlsxRow(5, {"Nom", "Code postal", "SIRET", "Ouverture", "Latitude"}) +
    R"(<row r="7"><c r="A7" t="inlineStr"><is><t>Le Fil</t></is></c>)"
    R"(<c r="B7" t="inlineStr"><is><t>01400</t></is></c><c r="C7"><v>12345678901234</v></c>)"
    R"(<c r="D7" s="1"><v>39141</v></c><c r="E7"><v>45.439999999999998</v></c></row>)"
    R"(<row r="9"><c r="A9" t="inlineStr"><is><t>La Cave</t></is></c><c r="B9"><v>42300</v></c>)"
    R"(<c r="C9" t="inlineStr"><is><t>inconnu</t></is></c><c r="D9" t="inlineStr"><is><t>vers 1990</t></is></c>)"
    R"(<c r="E9"><f>45+1</f><v>46</v></c></row>)";

TEST_F(Formats, AnXlsxKeepsItsRowNumbersAndWhatWasTyped) {
    const Table table = read(writeXlsx(folder_ / "l.xlsx", {{"Lieux", rowsOfLieux}}));
    EXPECT_THAT(table.header, ElementsAre("Nom", "Code postal", "SIRET", "Ouverture", "Latitude"));
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.rows[0].number, 7) << "empty rows count, as the spreadsheet shows them";
    EXPECT_EQ(table.rows[0].cells, (RowCells{"Le Fil", "01400", "12345678901234", "2007-02-28", "45.44"}));
    EXPECT_EQ(table.rows[1].number, 9);
    EXPECT_EQ(table.rows[1].cells, (RowCells{"La Cave", "42300", "inconnu", "vers 1990", "46"})) << "a formula is its value";
    EXPECT_EQ(table.readings.front().headerRow, 5);
    EXPECT_THAT(issues_, ElementsAre(AllOf(Field(&model::Issue::row, 3), Field(&model::Issue::sheet, "Lieux")))) << "the title";
}

TEST_F(Formats, AnAllTextXlsxKeepsItsHeader) {
    const Table table = read(writeXlsx(folder_ / "l.xlsx", {{"Feuil1", xlsxRow(1, {"nom", "commune"}) + xlsxRow(2, {"Le Fil", "Lyon"})}}));
    EXPECT_THAT(table.header, ElementsAre("nom", "commune"));
    EXPECT_EQ(table.rows.front().cells, (RowCells{"Le Fil", "Lyon"}));
}

TEST_F(Formats, TheFullestSheetIsReadAndTheOthersNamed) {
    const std::string notes = xlsxRow(1, {"à lire d’abord"});
    const std::string list = xlsxRow(1, {"nom", "commune"}) + xlsxRow(2, {"Le Fil", "Lyon"});
    const auto path = writeXlsx(folder_ / "l.xlsx", {{"Notes", notes}, {"Vide", ""}, {"Lieux", list}});
    EXPECT_THAT(read(path).header, ElementsAre("nom", "commune"));
    EXPECT_THAT(issues_, ElementsAre(Field(&model::Issue::action, HasSubstr("`Lieux`, the fullest, was read; not these: Notes"))));
    read(path, "lieux");
    EXPECT_THAT(issues_, IsEmpty()) << "the study chose";
    EXPECT_THAT(refusal(path, "Lieu"), AllOf(HasSubstr("nearest: `Lieux`"), HasSubstr("Notes, Vide, Lieux")));
}

TEST_F(Formats, AnOdsIsReadTheSameWay) {
    const std::string body =
        odsEmptyRows(2) + odsRow({"Nom", "SIRET", "Ouverture"}) + odsEmptyRows(1) + "<table:table-row>" + odsText("Le Fil") +
        R"(<table:table-cell office:value-type="float" office:value="12345678901234"><text:p>1,23E+13</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="date" office:date-value="2007-02-28"><text:p>28/02/07</text:p></table:table-cell>)"
        "</table:table-row>" +
        odsEmptyRows(1048570);
    const Table table = read(writeOds(folder_ / "l.ods", {{"Lieux", body}}));
    EXPECT_THAT(table.header, ElementsAre("Nom", "SIRET", "Ouverture"));
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].number, 5);
    EXPECT_EQ(table.rows[0].cells, (RowCells{"Le Fil", "12345678901234", "2007-02-28"}));
}

/// Excel 2 writes plain records: length-prefixed labels and numbers.
std::string oldExcel() {
    const auto record = [](unsigned type, const std::string& body) {
        std::string bytes;
        for (const std::size_t value : {std::size_t{type}, body.size()}) {
            bytes += static_cast<char>(value & 0xFFU);
            bytes += static_cast<char>(value >> 8U);
        }
        return bytes + body;
    };
    const auto cell = [](char row, char column) { return std::string{row, 0, column, 0, 0, 0, 0}; };
    const auto label = [&](char row, char column, const std::string& text) {
        return record(0x04, cell(row, column) + static_cast<char>(text.size()) + text);
    };
    const double capacity = 1200;
    std::string number(sizeof capacity, '\0');
    std::memcpy(number.data(), &capacity, sizeof capacity);
    return record(0x09, std::string{2, 0, 0x10, 0}) + record(0x42, std::string{'\xE4', 4}) + label(0, 0, "nom") + label(0, 1, "jauge") +
           label(2, 0, "Le Fil") + record(0x03, cell(2, 1) + number) + record(0x0A, "");
}

TEST_F(Formats, AnXlsIsReadTheSameWay) {
    const Table table = read(folder_.write("l.xls", oldExcel()));
    EXPECT_THAT(table.header, ElementsAre("nom", "jauge"));
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].number, 3);
    EXPECT_EQ(table.rows[0].cells, (RowCells{"Le Fil", "1200"}));
}

TEST_F(Formats, LayersGiveTheirPositionInDegrees) {
    for (const auto& [driver, name] :
         {std::pair{"GeoJSON", "l.geojson"}, {"GPKG", "l.gpkg"}, {"FlatGeobuf", "l.fgb"}, {"ESRI Shapefile", "l.shp"}}) {
        const Table table = read(layer(driver, name, 4326, {"POINT (4.39 45.43)", "POINT (4.39 45.43)"}));
        const auto at = [&](const char* column) {
            return static_cast<std::size_t>(std::ranges::find(table.header, column) - table.header.begin());
        };
        ASSERT_EQ(table.rows.size(), 2U) << name;
        ASSERT_LT(at("longitude"), table.header.size()) << name;
        EXPECT_EQ(table.rows[1].number, 2) << name;
        EXPECT_EQ(table.rows[1].cells[at("longitude")], "4.3900000") << name;
        EXPECT_EQ(table.rows[1].cells[at("latitude")], "45.4300000") << name;
        ASSERT_LT(at("nom"), table.header.size()) << name;
        EXPECT_EQ(table.rows[0].cells[at("nom")], "Théâtre") << name;
        EXPECT_EQ(table.rows[0].cells[at("cp")], "42000") << name << ": postcodes that became decimals are whole again";
    }
}

TEST_F(Formats, AKmlGivesItsDataAndNotHowItIsDrawn) {
    const auto path = folder_.write("l.kml", R"(<?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Lieux</name><Placemark><name>Le Fil</name>
        <ExtendedData><Data name="jauge"><value>1200</value></Data></ExtendedData>
        <Point><coordinates>4.39,45.43,0</coordinates></Point></Placemark></Folder></Document></kml>)");
    const Table table = read(path);
    EXPECT_THAT(table.header, Contains("jauge"));
    EXPECT_THAT(table.header, ::testing::Not(Contains("tessellate")));
    EXPECT_THAT(table.rows[0].cells, AllOf(Contains("Le Fil"), Contains("1200"), Contains("4.3900000"), Contains("45.4300000")));
}

TEST_F(Formats, Lambert93BecomesDegreesAndAreasAPointOnThem) {
    const Table table = read(layer(
        "GPKG", "l.gpkg", 2154, {"POINT (808700 6481800)", "POLYGON ((808000 6481000, 809000 6481000, 809000 6482000, 808000 6481000))"}));
    EXPECT_EQ(table.rows[0].cells[3].substr(0, 5), "4.390");
    EXPECT_EQ(table.rows[0].cells[4].substr(0, 5), "45.42");
    EXPECT_EQ(table.rows[1].cells[3].substr(0, 4), "4.39");
    EXPECT_THAT(issues_, ElementsAre(Field(&model::Issue::action, HasSubstr("number: 1"))));
}

TEST_F(Formats, ColumnsOfTheFileAreNotShadowedByItsGeometry) {
    const auto path = folder_.write(
        "l.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"A","lon":4.1,"lat":45.1},
        "geometry":{"type":"Point","coordinates":[4.2,45.2]}}]})");
    EXPECT_THAT(read(path).header, ElementsAre("nom", "lon", "lat"));
    EXPECT_EQ(read(path).rows[0].cells, (RowCells{"A", "4.1", "45.1"}));
}

TEST_F(Formats, AShapefileWithoutItsEncodingIsReadAllTheSame) {
    const auto path = layer("ESRI Shapefile", "l.shp", 4326, {"POINT (4.39 45.43)"});
    const std::string table = folder_.read("l.dbf");
    std::filesystem::remove(folder_ / "l.cpg");
    for (const auto& [bytes, encoding] :
         {std::pair<std::string, std::string>{"Th\xE9\xE2tre", "windows-1252"}, {"Th\x82\x83tre", "ibm850"}}) {
        std::string other = table;
        const std::size_t at = other.find("Th");
        ASSERT_NE(at, std::string::npos);
        other.replace(at, 9, bytes + "  ");
        folder_.write("l.dbf", other);
        const Table read = this->read(path);
        EXPECT_EQ(read.rows[0].cells[0], "Théâtre") << encoding;
        EXPECT_EQ(read.readings[0].encoding, encoding);
    }
}

TEST_F(Formats, AFolderIsOneTableThatSaysWhichFileARowStandsIn) {
    std::filesystem::create_directory(folder_ / "depot");
    folder_.write("depot/ain.csv", "nom;ville\nA;Bourg\n");
    writeXlsx(folder_ / "depot" / "loire.xlsx", {{"Lieux", xlsxRow(1, {"Ville", "Nom", "Jauge"}) + xlsxRow(2, {"Roanne", "B", "150"})}});
    folder_.write("depot/lisez-moi.md", "rien");
    const Table table = read(folder_ / "depot");
    EXPECT_THAT(table.header, ElementsAre("nom", "ville", "Jauge", "raquette_fichier"));
    EXPECT_EQ(table.rows[0].cells, (RowCells{"A", "Bourg", "", "ain.csv"}));
    EXPECT_EQ(table.rows[1].cells, (RowCells{"B", "Roanne", "150", "loire.xlsx"}));
    model::Issue issue;
    issue.file = "depot";
    locate(issue, table, table.rows[1]);
    EXPECT_EQ(issue.file, "depot/loire.xlsx");
    EXPECT_EQ(issue.sheet, "Lieux");
}

TEST_F(Formats, TheContentDecidesAndNotTheName) {
    const std::string rows = xlsxRow(1, {"nom", "commune"}) + xlsxRow(2, {"Le Fil", "Lyon"});
    writeXlsx(folder_ / "l.xlsx", {{"Lieux", rows}});
    std::filesystem::rename(folder_ / "l.xlsx", folder_ / "l.csv");
    EXPECT_THAT(read(folder_ / "l.csv").header, ElementsAre("nom", "commune"));
    EXPECT_THAT(issues_, ElementsAre(Field(&model::Issue::action, HasSubstr("`.csv` but holds XLSX"))));
    EXPECT_THAT(read(folder_.write("l.xls", "nom\tcommune\nLe Fil\tLyon\n")).header, ElementsAre("nom", "commune"));
    EXPECT_THAT(issues_, ElementsAre(Field(&model::Issue::action, HasSubstr("`.xls` but holds CSV"))));
    writeOds(folder_ / "l.ods", {{"Lieux", odsRow({"nom", "commune"}) + odsRow({"Le Fil", "Lyon"})}});
    std::filesystem::rename(folder_ / "l.ods", folder_ / "o.xlsx");
    EXPECT_THAT(read(folder_ / "o.xlsx").header, ElementsAre("nom", "commune"));
}

TEST_F(Formats, WhatIsNoTableSaysWhatItIs) {
    EXPECT_THAT(refusal(folder_.write("l.xlsx", "%PDF-1.7 …")), HasSubstr("a PDF"));
    EXPECT_THAT(refusal(folder_.write("l.xls", "<html><table><tr><td>nom</td></tr></table></html>")), HasSubstr("a web page"));
    EXPECT_THAT(refusal(folder_.write("l.geojson", "{\"type\": \"FeatureColl")), AllOf(HasSubstr("l.geojson"), HasSubstr("cut short")));
}

TEST_F(Formats, ATruncatedFileIsOneErrorThatNamesIt) {
    writeXlsx(folder_ / "l.xlsx", {{"Lieux", rowsOfLieux}});
    writeOds(folder_ / "l.ods", {{"Lieux", odsRow({"nom", "ville"}) + odsRow({"A", "Lyon"})}});
    layer("GPKG", "l.gpkg", 4326, {"POINT (4.39 45.43)"});
    layer("FlatGeobuf", "l.fgb", 4326, {"POINT (4.39 45.43)", "POINT (4.39 45.43)"});
    for (const char* name : {"l.xlsx", "l.ods", "l.gpkg", "l.fgb"}) {
        const std::string whole = folder_.read(name);
        for (const std::size_t part : {10U, 30U, 50U, 70U, 90U, 98U}) {
            const std::string told = refusal(folder_.write(std::string("c-") + name, whole.substr(0, whole.size() * part / 100)));
            EXPECT_THAT(told, HasSubstr(std::string("c-") + name)) << part << " %";
        }
    }
}

TEST_F(Formats, TheOnlyListInAZipIsReadAsIfUnpacked) {
    const auto zip = [&](const char* name, std::initializer_list<std::pair<const char*, const char*>> files) {
        const auto path = folder_ / name;
        VSILFILE* all = VSIFOpenL(("/vsizip/" + path.string()).c_str(), "wb");
        for (const auto& [file, text] : files) {
            VSILFILE* one = VSIFOpenL(("/vsizip/" + path.string() + "/" + file).c_str(), "wb");
            VSIFWriteL(text, 1, std::strlen(text), one);
            VSIFCloseL(one);
        }
        VSIFCloseL(all);
        return path;
    };
    const Table table = read(zip("l.zip", {{"lisez-moi.md", "rien"}, {"liste 2024.csv", "nom;ville\nLe Fil;Nîmes\n"}}));
    EXPECT_EQ(table.rows.front().cells, (RowCells{"Le Fil", "Nîmes"}));
    EXPECT_THAT(issues_, IsEmpty());
    EXPECT_THAT(refusal(zip("m.zip", {{"a.csv", "nom\nA\n"}, {"b.csv", "nom\nB\n"}})), HasSubstr("unpack it"));
}

TEST_F(Formats, AGzipCutShortIsRefusedAndNotReadInPart) {
    std::string list = "nom;ville\n";
    for (int i = 0; i < 3000; ++i) list += "Lieu " + std::to_string(i * 7919 % 3001) + ";Lyon\n";
    const auto path = folder_ / "l.csv.gz";
    VSILFILE* file = VSIFOpenL(("/vsigzip/" + path.string()).c_str(), "wb");
    VSIFWriteL(list.data(), 1, list.size(), file);
    VSIFCloseL(file);
    EXPECT_EQ(read(path).rows.size(), 3000U);
    const std::string whole = folder_.read("l.csv.gz");
    for (const std::size_t part : {30U, 60U, 90U, 99U}) {
        EXPECT_THAT(refusal(folder_.write("c.csv.gz", whole.substr(0, whole.size() * part / 100))), HasSubstr("cut short")) << part;
    }
}

TEST_F(Formats, AZipBombIsRefusedBeforeItIsUnpacked) {
    std::string bytes = bytesOf(writeXlsx(folder_ / "l.xlsx", {{"Lieux", rowsOfLieux}}));
    const std::size_t entry = bytes.rfind("PK\x01\x02");
    ASSERT_NE(entry, std::string::npos);
    constexpr std::size_t statedSize = 24;  // its four bytes, lowest first: 768 MB
    bytes.replace(entry + statedSize, 4, std::string("\0\0\0\x30", 4));
    EXPECT_THAT(refusal(folder_.write("l.xlsx", bytes)), AllOf(HasSubstr("l.xlsx"), HasSubstr("512 MB")));
}

TEST_F(Formats, SixteenThousandColumnsAreRefusedWithWhatToDelete) {
    std::string row = R"(<row r="2">)";
    row += R"(<c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="XFD2" s="1"/></row>)";
    EXPECT_THAT(refusal(writeXlsx(folder_ / "l.xlsx", {{"Lieux", xlsxRow(1, {"nom"}) + row}})),
                AllOf(HasSubstr("16384"), HasSubstr("delete the empty columns")));
    EXPECT_THAT(refusal(writeXlsx(folder_ / "m.xlsx", {{"Lieux", xlsxRow(1, {"nom"}) + xlsxRow(1'000'000, {"x"})}})),
                HasSubstr("could not be read whole"));
}

TEST_F(Formats, ACellOfAMegabyteIsRead) {
    const std::string large(1'000'000, 'x');
    const Table table = read(writeXlsx(folder_ / "l.xlsx", {{"Lieux", xlsxRow(1, {"nom", "notes"}) + xlsxRow(2, {"Le Fil", large})}}));
    EXPECT_EQ(table.rows[0].cells[1].size(), large.size());
    EXPECT_EQ(read(folder_.write("l.csv", "nom;notes\nLe Fil;" + large + "\n")).rows[0].cells[1].size(), large.size());
}

}  // namespace
}  // namespace raquette::ingest
