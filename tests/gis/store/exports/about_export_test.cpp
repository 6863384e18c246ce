#include "gis/model/error.h"
#include "gis/store/store.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <cpl_minixml.h>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

namespace raquette::store {
namespace {

using nlohmann::json;
using test::tinyWorld;
using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

struct FreeTree {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};

class AboutExportFiles : public testing::Test {
protected:
    TemporaryFolder folder_;

    json package(const std::string& folder) const { return json::parse(bytesOf(folder_ / folder / "datapackage.json")); }

    /// What stands in the element of that path; empty where there is none.
    std::string said(const std::filesystem::path& file, const std::string& path) const {
        const std::unique_ptr<CPLXMLNode, FreeTree> tree(CPLParseXMLFile((folder_.path() / file).c_str()));
        return tree ? CPLGetXMLValue(tree.get(), ("=gmd:MD_Metadata." + path).c_str(), "") : "no XML";
    }
};

TEST_F(AboutExportFiles, StandInAFolderAndBesideAFile) {
    const StudyState world = tinyWorld();
    for (const char* format : {"shapefile", "geojson", "flatgeobuf", "kml", "csv"}) {
        exportLayers(world, format, folder_ / format, {"gaps", "venues"});
        EXPECT_TRUE(exists(folder_ / format / "metadata.xml")) << format;
        EXPECT_TRUE(exists(folder_ / format / "datapackage.json")) << format;
    }
    exportLayers(world, "gpkg", folder_ / "a.gpkg", {"gaps"});
    exportLayers(world, "xlsx", folder_ / "a.xlsx", {"gaps"});
    exportLayers(world, "csv", folder_ / "a.csv", {"gaps"});
    EXPECT_THAT(folder_.names(), IsSupersetOf({"a.gpkg.xml", "a.xlsx.xml", "a.csv.xml"}));
}

TEST_F(AboutExportFiles, MetadataTellTitleDayLicencesListsAndPlace) {
    StudyState world = tinyWorld();
    world.study.title = {"État des lieux <Loire> & Rhône", "Loire & Rhône"};
    world.dataset.sources[0].licence = "Licence Ouverte 2.0";
    exportLayers(world, "gpkg", folder_ / "a.gpkg", {"gaps", "venues"}, {.crs = "EPSG:2154"});
    const auto found = [&](const char* path) { return said("a.gpkg.xml", path); };
    const std::string data = "gmd:identificationInfo.gmd:MD_DataIdentification.";
    EXPECT_EQ(found((data + "gmd:citation.gmd:CI_Citation.gmd:title.gco:CharacterString").c_str()), "État des lieux <Loire> & Rhône");
    EXPECT_EQ(found((data + "gmd:citation.gmd:CI_Citation.gmd:date.gmd:CI_Date.gmd:date.gco:Date").c_str()),
              model::isoText(world.study.date));
    EXPECT_THAT(found((data + "gmd:abstract.gco:CharacterString").c_str()), HasSubstr("Couches gaps, venues de l’étude"));
    EXPECT_EQ(found((data + "gmd:resourceConstraints.gmd:MD_LegalConstraints.gmd:useLimitation.gco:CharacterString").c_str()),
              "Licence Ouverte 2.0");
    const std::string box = data + "gmd:extent.gmd:EX_Extent.gmd:geographicElement.gmd:EX_GeographicBoundingBox.";
    EXPECT_EQ(found((box + "gmd:westBoundLongitude.gco:Decimal").c_str()), "0.0000");
    EXPECT_EQ(found((box + "gmd:northBoundLatitude.gco:Decimal").c_str()), "47.0000");
    EXPECT_EQ(found("gmd:referenceSystemInfo.gmd:MD_ReferenceSystem.gmd:referenceSystemIdentifier.gmd:RS_Identifier.gmd:code."
                    "gco:CharacterString"),
              "EPSG:2154");
    EXPECT_THAT(found("gmd:dataQualityInfo.gmd:DQ_DataQuality.gmd:lineage.gmd:LI_Lineage.gmd:statement.gco:CharacterString"),
                HasSubstr("Raquette"));
    EXPECT_THAT(bytesOf(folder_ / "a.gpkg.xml"), HasSubstr(world.dataset.sources[0].path));
}

TEST_F(AboutExportFiles, ThePackageDescribesEveryColumnOfEveryFile) {
    const StudyState world = tinyWorld();
    exportLayers(world, "csv", folder_ / "csv", {"gaps", "venues"});
    const json found = package("csv");
    EXPECT_THAT(found["name"].get<std::string>(), testing::MatchesRegex("[a-z0-9-]+"));
    ASSERT_EQ(found["resources"].size(), 2U);
    for (const json& resource : found["resources"]) {
        std::ifstream file(folder_ / "csv" / resource["path"].get<std::string>());
        std::string header;
        std::getline(file, header);
        std::string described = "\xEF\xBB\xBF";
        for (const json& field : resource["schema"]["fields"]) {
            described += (described.size() > 3 ? "," : "") + field["name"].get<std::string>();
            EXPECT_FALSE(field["description"].get<std::string>().empty()) << field;
        }
        EXPECT_EQ(described + "\r", header) << resource["path"];
        EXPECT_EQ(resource["schema"]["primaryKey"], "id");
    }
}

TEST_F(AboutExportFiles, AShapefileIsDescribedByItsShortNames) {
    exportLayers(tinyWorld(), "shapefile", folder_ / "s", {"gaps"});
    std::set<std::string> names;
    const json found = package("s");
    for (const json& field : found["resources"][0]["schema"]["fields"]) names.insert(field["name"].get<std::string>());
    EXPECT_THAT(names, Contains("certainpop"));
    exportLayers(tinyWorld(), "shapefile", folder_ / "s", {"gaps"});
    EXPECT_TRUE(exists(folder_ / "s" / "metadata.xml")) << "an export replaces an earlier one with what told of it";
}

TEST_F(AboutExportFiles, LicencesAreKnownByTheirUsualNames) {
    StudyState world = tinyWorld();
    world.dataset.sources[0].licence = "Licence Ouverte 2.0";
    exportLayers(world, "csv", folder_ / "csv", {"gaps"});
    EXPECT_EQ(package("csv").at("licenses").at(0).at("name").get<std::string>(), "etalab-2.0");
}

TEST_F(AboutExportFiles, WhatSomebodyElseWroteOfTheFolderIsNeverReplaced) {
    create_directory(folder_ / "open");
    std::ofstream(folder_ / "open" / "datapackage.json") << R"({"name": "budget-2025"})";
    EXPECT_THROW(exportLayers(tinyWorld(), "csv", folder_ / "open", {"gaps"}), model::Error);
    EXPECT_EQ(bytesOf(folder_ / "open" / "datapackage.json"), R"({"name": "budget-2025"})");
    EXPECT_FALSE(exists(folder_ / "open" / "gaps.csv"));
}

TEST_F(AboutExportFiles, ForPartnersItIsSaidThatTheyMayNotBePublished) {
    StudyState world = tinyWorld();
    world.study.privacy.partner = {"email"};
    exportLayers(world, "csv", folder_ / "csv", {"venues"}, {.forPartners = true});
    EXPECT_THAT(bytesOf(folder_ / "csv" / "metadata.xml"), HasSubstr("à ne pas publier"));
    EXPECT_THAT(bytesOf(folder_ / "csv" / "datapackage.json"), Not(HasSubstr(test::privateMail))) << "columns are told, not their content";
}

}  // namespace
}  // namespace raquette::store
