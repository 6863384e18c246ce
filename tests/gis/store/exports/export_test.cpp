#include "gis/model/error.h"
#include "gis/store/exports/csv.h"
#include "gis/store/exports/meaning.h"
#include "gis/store/exports/short_names.h"
#include "gis/store/exports/zip_entry.h"
#include "gis/store/layers.h"
#include "gis/store/store.h"
#include "tests/gis/store/sql.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <algorithm>
#include <fstream>

namespace raquette::store {
namespace {

namespace fs = std::filesystem;
using test::tinyWorld;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAreArray;

class Export : public testing::Test {
protected:
    TemporaryFolder folder_;
    fs::path out_ = folder_ / "out";

    std::vector<fs::path> files() const {
        std::vector<fs::path> found;
        for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
            if (entry.is_regular_file()) found.push_back(entry.path());
        }
        return found;
    }
};

/// All sheets of a workbook, which a zip file hides from a search.
std::string unpacked(const fs::path& workbook) {
    std::string all;
    for (int i = 1;; ++i) {
        const std::string sheet = endOfZipEntry(workbook, fmt::format("xl/worksheets/sheet{}.xml", i), std::string::npos);
        if (sheet.empty()) return all;
        all += sheet;
    }
}

TEST_F(Export, NoPrivateValueLeavesInAnyFormat) {
    for (const auto& [format, extension] : {std::pair("shapefile", ""),
                                            {"geojson", ""},
                                            {"flatgeobuf", ""},
                                            {"kml", ""},
                                            {"csv", ""},
                                            {"dxf", ".dxf"},
                                            {"gpkg", ".gpkg"},
                                            {"xlsx", ".xlsx"}}) {
        exportLayers(tinyWorld(), format, folder_ / fmt::format("{}{}", format, extension), {});
        for (const std::string layer : {"people", "study", "services"}) {
            if (std::string_view(format) != "dxf" || layer == "people")
                exportLayers(tinyWorld(), format, folder_ / fmt::format("{}-{}{}", format, layer, extension), {layer});
        }
    }
    ASSERT_GT(files().size(), 60U);
    for (const fs::path& file : files()) {
        const std::string bytes = file.extension() == ".xlsx" ? unpacked(file) : bytesOf(file);
        ASSERT_FALSE(bytes.empty()) << file;
        for (const std::string& secret : {test::privateMail, test::privatePhone, test::privateContact, std::string("private_")}) {
            EXPECT_THAT(bytes, Not(HasSubstr(secret))) << file;
        }
    }
}

TEST_F(Export, ShapefilesComeWithEncodingProjectionAndDictionary) {
    exportLayers(tinyWorld(), "shapefile", out_, {"gaps", "venues", "amounts"});
    for (const char* name : {"gaps.shp", "gaps.shx", "gaps.dbf", "gaps.prj", "gaps.cpg", "venues.shp", "amounts.dbf", "dictionary.csv"}) {
        EXPECT_TRUE(fs::exists(out_ / name)) << name;
    }
    EXPECT_FALSE(fs::exists(out_ / "amounts.shp")) << "a table has no geometry";
    EXPECT_THAT(bytesOf(out_ / "gaps.cpg"), HasSubstr("UTF-8"));
    EXPECT_THAT(bytesOf(out_ / "gaps.prj"), HasSubstr("GCS_WGS_1984"));
    EXPECT_THAT(bytesOf(out_ / "gaps.dbf"), HasSubstr("Œuilly"));
    EXPECT_THAT(bytesOf(out_ / "dictionary.csv"),
                HasSubstr("gaps,certainpop,certain_population,Habitants qui ne sont couverts en aucun cas,"));
}

TEST_F(Export, TextsTooLongForAShapefileAreCutBetweenTwoCharactersAndTold) {
    exportLayers(tinyWorld(), "shapefile", out_, {"venues"});
    const std::string table = bytesOf(out_ / "venues.dbf");
    EXPECT_THAT(table, HasSubstr("aaa")) << "6 + 247 letters fit, the first é would need bytes 254 and 255";
    EXPECT_THAT(table, Not(HasSubstr("a\xC3")));
    EXPECT_THAT(bytesOf(out_ / "dictionary.csv"), HasSubstr("venues,name,name,Nom,1 textes coupés à 254 octets"));
}

TEST_F(Export, IndicatorsAreJoinedToTheirTerritoriesOneFilePerLevel) {
    exportLayers(tinyWorld(), "shapefile", out_, {"indicators"});
    for (const char* level : {"commune", "departement", "region", "study"})
        EXPECT_TRUE(fs::exists(out_ / (std::string("indicators_") + level + ".shp"))) << level;
    EXPECT_FALSE(fs::exists(out_ / "indicators_epci.shp")) << "the analysis has none";
    EXPECT_THAT(bytesOf(out_ / "indicators_departement.dbf"), HasSubstr("L’Autre"));
    EXPECT_GT(fs::file_size(out_ / "indicators_departement.shp"), 250U) << "two outlines";
}

TEST_F(Export, AnEarlierExportIsReplacedWholeButOtherFilesAreNeverLost) {
    exportLayers(tinyWorld(), "shapefile", out_, {"gaps", "venues"});
    exportLayers(tinyWorld(), "shapefile", out_, {"gaps"});
    EXPECT_FALSE(fs::exists(out_ / "venues.shp"));
    EXPECT_THAT(folder_.names(), ElementsAre("out"));
    std::ofstream(out_ / "ma-carte.qgz") << "work of an afternoon";
    EXPECT_THROW(exportLayers(tinyWorld(), "shapefile", out_, {"gaps"}), model::Error);
    EXPECT_EQ(bytesOf(out_ / "ma-carte.qgz"), "work of an afternoon");
    EXPECT_TRUE(fs::exists(out_ / "gaps.shp"));
}

TEST_F(Export, GeoJsonFollowsRfc7946) {
    StudyState world = tinyWorld();
    auto& shape = world.analysis.services[0].gaps[0].shape;
    std::ranges::reverse(shape.points);  // clockwise
    exportLayers(world, "geojson", folder_ / "trous.geojson", {"gaps"});
    const std::string text = bytesOf(folder_ / "trous.geojson");
    EXPECT_THAT(text, Not(HasSubstr("\"crs\"")));
    EXPECT_THAT(text, HasSubstr("[ [ [ 1.0, 46.0 ], [ 2.0, 46.0 ], [ 2.0, 47.0 ], [ 1.0, 47.0 ], [ 1.0, 46.0 ] ] ]"))
        << "longitude first, anticlockwise";
}

/// What another reader finds: of each row the columns asked, and whether it has a geometry.
std::vector<std::string> readBack(const fs::path& file, const std::vector<std::string>& columns) {
    GDALAllRegister();
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    if (!dataset) return {"cannot be opened"};
    std::vector<std::string> rows;
    for (const auto& feature : *dataset->GetLayer(0)) {
        std::string row;
        for (const std::string& column : columns) row += std::string(feature->GetFieldAsString(column.c_str())) + " ";
        const OGRGeometry* geometry = feature->GetGeometryRef();
        std::string kind = geometry == nullptr || geometry->IsEmpty() ? "nowhere" : geometry->getGeometryName();
        if (kind.starts_with("MULTI")) kind.erase(0, 5);  // GeoJSON and KML write one part as it is
        rows.push_back(row + kind);
    }
    return rows;
}

TEST_F(Export, FlatGeobufAndKmlHoldWhatGeoJsonHolds) {
    const std::vector<std::string> columns{"name", "commune", "source_row"};
    exportLayers(tinyWorld(), "geojson", folder_ / "g", {"venues", "gaps", "links"});
    exportLayers(tinyWorld(), "flatgeobuf", folder_ / "f", {"venues", "gaps", "links"});
    exportLayers(tinyWorld(), "kml", folder_ / "k", {"venues", "gaps", "links"});
    for (const auto& [layer, asked] :
         {std::pair("venues", columns), {"gaps", {"name", "service", "population", "cause"}}, {"links", {"id", "intensity"}}}) {
        const std::string name = layer;
        const std::vector<std::string> rows = readBack(folder_ / "g" / (name + ".geojson"), asked);
        ASSERT_FALSE(rows.empty());
        EXPECT_THAT(readBack(folder_ / "f" / (name + ".fgb"), asked), UnorderedElementsAreArray(rows)) << "the index orders rows";
        EXPECT_EQ(readBack(folder_ / "k" / (name + ".kml"), asked), rows);
    }
}

TEST_F(Export, RowsWithoutAPlaceStandInKmlAndBesideAFlatGeobuf) {
    StudyState world = tinyWorld();
    world.dataset.venues[1].place.position.reset();
    const std::string lost = world.dataset.venues[1].name;
    exportLayers(world, "flatgeobuf", out_, {"sources", "venues"});
    EXPECT_EQ(readBack(out_ / "venues.fgb", {"name"}).size(), world.dataset.venues.size() - 1);
    EXPECT_THAT(bytesOf(out_ / "venues.csv"), HasSubstr("\n" + world.dataset.venues[1].id + ","));
    EXPECT_THAT(bytesOf(out_ / "venues.csv"), Not(HasSubstr(world.dataset.venues[0].name)));
    EXPECT_THAT(bytesOf(out_ / "sources.csv"), HasSubstr(world.dataset.sources[0].contributor));
    EXPECT_FALSE(fs::exists(out_ / "sources.fgb"));
    EXPECT_THROW(exportLayers(world, "flatgeobuf", folder_ / "lieux.fgb", {"venues"}), model::Error) << "one file has no room for it";
    exportLayers(world, "kml", folder_ / "lieux.kml", {"venues"});
    EXPECT_THAT(readBack(folder_ / "lieux.kml", {"name"}), Contains(lost + " nowhere"));
}

TEST_F(Export, CsvIsUtf8WithMarkAndPointsAsTwoColumns) {
    exportLayers(tinyWorld(), "csv", folder_ / "lieux.csv", {"venues"});
    const std::string text = bytesOf(folder_ / "lieux.csv");
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBFid,name,functions,"));
    EXPECT_THAT(text, HasSubstr(",lon,lat\r\n"));
    EXPECT_THAT(text, HasSubstr(",0.2500000,46.5000000\r\n"));
    EXPECT_THAT(text, HasSubstr("\"'=HYPERLINK(\"\"http://example.org\"\";\"\"clic\"\")\""));
}

std::string rowsOf(const fs::path& file, const std::string& table) {
    return test::query(file, "SELECT count(*) FROM \"" + table + "\"").front();
}

TEST_F(Export, AGeoPackageHoldsTheLayersOfTheStoreWithTheirStyles) {
    const fs::path file = folder_ / "couches.gpkg";
    exportLayers(tinyWorld(), "gpkg", file, {"gaps", "venues", "amounts", "indicators"});
    writeStore(tinyWorld(), folder_ / "monde.gpkg");
    for (const char* table : {"gaps", "venues", "amounts"}) EXPECT_EQ(rowsOf(file, table), rowsOf(folder_ / "monde.gpkg", table)) << table;
    EXPECT_EQ(rowsOf(file, "indicators_departement"), "2");
    EXPECT_THAT(
        test::query(file, "SELECT f_table_name FROM layer_styles WHERE useAsDefault = 1 AND styleQML LIKE '<!DOCTYPE qgis%' ORDER BY 1"),
        ElementsAre("gaps", "indicators_commune", "indicators_departement", "indicators_region", "indicators_study", "venues"));
    EXPECT_THAT(test::query(file, "SELECT table_name FROM gpkg_contents WHERE table_name IN ('people', 'study', 'coverage')"), IsEmpty());
    EXPECT_THAT(test::query(file, "SELECT name FROM pragma_table_info('venues') WHERE name LIKE 'private%'"), IsEmpty());
}

TEST_F(Export, AnEarlierGeoPackageIsReplacedButNeverAStore) {
    const fs::path file = folder_ / "couches.gpkg";
    exportLayers(tinyWorld(), "gpkg", file, {});
    exportLayers(tinyWorld(), "gpkg", file, {"gaps"});
    EXPECT_THAT(test::query(file, "SELECT table_name FROM gpkg_contents ORDER BY 1"), ElementsAre("gaps", "layer_styles"));
    writeStore(tinyWorld(), folder_ / "monde.gpkg");
    const std::string before = bytesOf(folder_ / "monde.gpkg");
    EXPECT_THROW(exportLayers(tinyWorld(), "gpkg", folder_ / "monde.gpkg", {}), model::Error);
    EXPECT_TRUE(bytesOf(folder_ / "monde.gpkg") == before);
    EXPECT_THAT(folder_.names(), ElementsAre("couches.gpkg", "couches.gpkg.xml", "monde.gpkg"));
}

struct CellCase {
    const char* text;
    const char* written;
};

class CsvCell : public testing::TestWithParam<CellCase> {};

TEST_P(CsvCell, IsNeverRunAsAFormula) {
    EXPECT_EQ(csvText(GetParam().text), GetParam().written);
}

INSTANTIATE_TEST_SUITE_P(Texts, CsvCell,
                         testing::Values(CellCase{"Le Fil", "Le Fil"}, CellCase{"", ""}, CellCase{"=1+1", "'=1+1"},
                                         CellCase{"+33 4", "'+33 4"}, CellCase{"-5", "'-5"}, CellCase{"@SUM(A1)", "'@SUM(A1)"},
                                         CellCase{"\t=1", "\"'\t=1\""}, CellCase{"\r=1", "\"'\r=1\""}, CellCase{"a,b", "\"a,b\""},
                                         CellCase{"dit \"Fil\"", "\"dit \"\"Fil\"\"\""}, CellCase{"deux\nlignes", "\"deux\nlignes\""}));

TEST(CsvNumbers, StayNumbers) {
    EXPECT_EQ(csvCell(Value(-1.5)), "-1.5");
    EXPECT_EQ(csvCell(Value(std::int64_t{-3})), "-3");
    EXPECT_EQ(csvCell(Value()), "");
}

TEST_F(Export, WhatCannotBeDoneIsSaid) {
    const auto messageOf = [&](const std::string& format, const fs::path& path, const std::vector<std::string>& layers) -> std::string {
        try {
            exportLayers(tinyWorld(), format, path, layers);
        } catch (const model::Error& error) {
            return error.what();
        }
        return "no error";
    };
    EXPECT_THAT(messageOf("gpkg", out_, {}), HasSubstr("one file holds all layers. Name a file ending in .gpkg"));
    EXPECT_THAT(messageOf("xlsx", folder_ / "a.csv", {}), HasSubstr("Name a file ending in .xlsx"));
    EXPECT_THAT(messageOf("gpkg", "/proc/out.gpkg", {"gaps"}), HasSubstr("out.gpkg cannot be"));
    EXPECT_THAT(messageOf("dwg", out_, {}), HasSubstr("no format “dwg”. The formats are shapefile, gpkg,"));
    EXPECT_THAT(messageOf("dxf", folder_ / "a.dxf", {"amounts"}), HasSubstr("amounts stands nowhere on the map"));
    EXPECT_THAT(messageOf("csv", out_, {"gapz"}),
                HasSubstr("no layer “gapz” to export. The layers are: territories, people, coverage, gaps"));
    EXPECT_THAT(messageOf("csv", folder_ / "a.csv", {"gaps", "venues"}), HasSubstr("there are 2 layers"));
    EXPECT_THAT(messageOf("csv", "/proc/out", {"gaps"}), HasSubstr("cannot be written"));
    EXPECT_TRUE(folder_.names().empty()) << "nothing is left of what failed";
}

TEST(ShortNames, FitTenBytesAndNeverCollide) {
    const std::vector<Column> columns{{"id"},         {"covered_population"}, {"covered_population_sure"},
                                      {"COVERED_PO"}, {"état des lieux"},     {"reach_petite-salle"}};
    EXPECT_THAT(shortNames(columns), ElementsAre("id", "covered_po", "covered_p2", "COVERED_P3", "tat_des_li", "reach_peti"));
}

TEST(UniqueNames, FitASheetAndNeverCollide) {
    EXPECT_THAT(uniqueNames({"gaps", "Gaps", std::string(40, 'a'), std::string(31, 'a')}, 31),
                ElementsAre("gaps", "Gaps2", std::string(31, 'a'), std::string(30, 'a') + "2"));
}

TEST(ShortNames, OfOurLayersAreUniqueAndNeedNoNumbers) {
    const StudyState world = tinyWorld();
    for (const Table& table : layers(world)) {
        std::vector<std::string> names = shortNames(table.columns);
        for (const std::string& name : names) EXPECT_LE(name.size(), 10U);
        std::ranges::sort(names);
        EXPECT_TRUE(std::ranges::adjacent_find(names) == names.end()) << table.name;
    }
}

TEST(Cut, NeverSplitsACharacter) {
    EXPECT_EQ(cut("abc", 3), "abc");
    EXPECT_EQ(cut("abé", 3), "ab");
    EXPECT_EQ(cut("abé", 4), "abé");
    EXPECT_EQ(cut("€", 2), "");
}

TEST(Meaning, EveryPublicColumnHasOneInBothLanguages) {
    const StudyState world = tinyWorld();
    for (const Table& table : layers(world)) {
        for (const Column& column : table.columns) {
            if (column.isPrivate) continue;
            EXPECT_FALSE(meaning(model::Language::French, table, column).empty()) << table.name << "." << column.name;
            EXPECT_FALSE(meaning(model::Language::English, table, column).empty()) << table.name << "." << column.name;
        }
    }
}

TEST_F(Export, AGeoPackageOpensInQgisWithFiguresInTheirClasses) {
    const fs::path file = folder_ / "chiffres.gpkg";
    exportLayers(tinyWorld(), "gpkg", file, {"indicators"});
    const auto style = [&] {
        return test::query(file, "SELECT styleQML FROM layer_styles WHERE f_table_name = 'indicators_departement'").at(0);
    };
    EXPECT_THAT(style(), HasSubstr("type=\"graduatedSymbol\" attr=\"covered_share\""));
    EXPECT_LT(style().find("lower=\"0.8\""), style().find("lower=\"0.6\"")) << "a figure on a bound is in the class above";
    exportLayers(tinyWorld(), "gpkg", file, {"indicators"}, {{}, {}, {"nearest_km", {7.5, 12}, "warm"}});
    EXPECT_THAT(style(), HasSubstr("attr=\"nearest_km\""));
    EXPECT_THAT(style(), HasSubstr("upper=\"12\" symbol=\"1\" label=\"7.5 – 12\""));
}

TEST_F(Export, OnlyTheRowsChosenLeave) {
    const StudyState world = tinyWorld();
    exportLayers(world, "csv", folder_ / "lieux.csv", {"venues"}, {{world.dataset.venues.front().id}, {}, {}});
    const std::string lines = bytesOf(folder_ / "lieux.csv");
    EXPECT_EQ(std::ranges::count(lines, '\n'), 2) << lines;
    EXPECT_THAT(lines, HasSubstr(world.dataset.venues.front().name));
    exportLayers(world, "csv", folder_ / "choix", {}, {{"dep:01", world.dataset.venues.front().id}, {}, {}});
    EXPECT_TRUE(fs::exists(folder_ / "choix" / "indicators.csv"));
    EXPECT_TRUE(fs::exists(folder_ / "choix" / "venues.csv"));
    EXPECT_FALSE(fs::exists(folder_ / "choix" / "sources.csv")) << "no row of it is about what was chosen";
    EXPECT_THROW(exportLayers(world, "csv", folder_ / "rien.csv", {"venues"}, {{"commune:99999"}, {}, {}}), model::Error);
    EXPECT_FALSE(fs::exists(folder_ / "rien.csv"));
}

TEST_F(Export, WhatIsStoppedLeavesNothing) {
    const std::stop_source source;
    source.request_stop();
    for (const auto& [format, name] : {std::pair("csv", "arret"),
                                       {"shapefile", "arret-shp"},
                                       {"gpkg", "arret.gpkg"},
                                       {"xlsx", "arret.xlsx"},
                                       {"geojson", "arret-json"}}) {
        EXPECT_THROW(exportLayers(tinyWorld(), format, folder_ / name, {}, {{}, source.get_token(), {}}), model::Error) << format;
        EXPECT_TRUE(!fs::exists(folder_ / name) || fs::is_empty(folder_ / name)) << format;
    }
}

}  // namespace
}  // namespace raquette::store
