#include "gis/model/error.h"
#include "gis/store/store.h"
#include "tests/gis/store/child.h"
#include "tests/gis/store/sql.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <fcntl.h>
#include <unistd.h>
#include <array>

#include <csignal>
#include <map>

namespace raquette::store {
namespace {

using test::AtTheLimit;
using test::query;
using test::tinyWorld;
using testing::ElementsAre;
using testing::HasSubstr;

class GeoPackage : public testing::Test {
protected:
    TemporaryFolder folder_;
    std::filesystem::path store_ = folder_ / "monde.gpkg";
};

std::vector<std::string> columnsOf(const std::filesystem::path& store, const std::string& table) {
    return query(store, "SELECT name FROM pragma_table_info('" + table + "') WHERE name NOT IN ('fid', 'geom')");
}

/// The columns of design §6 open each layer, in its order; others may follow.
TEST_F(GeoPackage, LayersHaveTheFixedColumnsFirst) {
    writeStore(tinyWorld(), store_);
    const std::vector<std::string> placed{"id",        "name",          "functions", "type",   "labels",    "network",
                                          "member",    "status",        "opened",    "closed", "capacity",  "commune",
                                          "precision", "uncertainty_m", "method",    "source", "source_row"};
    const std::map<std::string, std::vector<std::string>> fixed{
        {"territories", {"id", "level", "code", "name", "population", "parent"}},
        {"actors", placed},
        {"venues", placed},
        {"contracts", {"id", "title", "type", "parties", "scope", "start", "end", "amount_eur_per_year", "source", "source_row"}},
        {"amounts", {"contract", "funder", "year"}},
        {"grants", {"actor", "scheme", "year"}},
        {"activity", {"actor", "year", "fte"}},
        {"links", {"id", "parties", "from", "to", "intensity", "nature", "since", "until"}},
        {"coverage", {"service", "date", "certainty", "area_km2", "population"}},
        {"gaps",
         {"id", "service", "rank", "name", "population", "certain_population", "area_km2", "communes", "deepest_km", "nearest_km",
          "nearest_name", "cause", "certainty"}},
        {"indicators",
         {"territory", "level", "service", "population", "covered_population", "covered_share", "covered_area_share", "inside_share",
          "providers", "nearest_km"}},
        {"means",
         {"territory", "level", "year", "measure", "value", "per_inhabitant", "actors_with_figure", "actors_without", "departement_only"}},
        {"reached_by", {"service", "providers", "population", "share", "share_at_least"}},
        {"equity", {"subject", "figure", "between", "group", "population", "population_unknown", "mean"}},
        {"comparison", {"territory", "level", "subject", "figure", "value", "study", "region", "alike"}},
        {"issues", {"source", "sheet", "row", "column", "value", "rule", "action"}},
        {"sources", {"id", "kind", "path", "contributor", "licence", "date", "asked", "answered", "rows", "kept", "rejected", "merged"}},
        {"study", {"key", "value"}},
        {"people", {"population", "departement", "commune", "reach_lieux"}}};
    for (const auto& [table, columns] : fixed) {
        std::vector<std::string> found = columnsOf(store_, table);
        ASSERT_GE(found.size(), columns.size()) << table;
        found.resize(columns.size());
        EXPECT_EQ(found, columns) << table;
    }
}

TEST_F(GeoPackage, RowsSayWhatTheAnalysisFound) {
    writeStore(tinyWorld(), store_);
    EXPECT_THAT(
        query(store_, "SELECT id || '/' || ifnull(parent, '') FROM territories WHERE level <> 'study'"),
        ElementsAre("reg:84/", "dep:01/reg:84", "dep:02/reg:84", "epci:200000001/reg:84", "commune:01001/dep:01", "commune:02001/dep:02"));
    EXPECT_THAT(query(store_, "SELECT functions || opened || member || capacity FROM venues WHERE id = 'fil'"),
                ElementsAre("diffusion | résidence2008-01member1200"));
    EXPECT_THAT(query(store_, "SELECT rank || name || population || cause || certainty FROM gaps WHERE rank = 1"),
                ElementsAre("1Œuilly500absentcertain"));
    EXPECT_THAT(query(store_, "SELECT certainty FROM coverage"), ElementsAre("sure", "nominal", "possible"));
    EXPECT_THAT(query(store_, "SELECT covered_share FROM indicators WHERE territory = 'dep:01'"), ElementsAre("0.7"));
    EXPECT_THAT(query(store_, "SELECT \"row\" || \"column\" FROM issues"), ElementsAre("5commune"));
    EXPECT_THAT(query(store_, "SELECT scope || ' ' || \"end\" FROM contracts WHERE id = 'filiere'"),
                ElementsAre("dep:01 | dep:02 2027-12-31"));
}

TEST_F(GeoPackage, AFigureNobodyGivesIsNull) {
    writeStore(tinyWorld(), store_);
    EXPECT_THAT(query(store_, "SELECT territory || ifnull(value, '-') || ifnull(per_inhabitant, '-') || actors_without FROM means"),
                ElementsAre("dep:0112.00.0124", "dep:02--2"));
    EXPECT_THAT(query(store_, "SELECT gini || ifnull(palma, '-') FROM equity"), ElementsAre("0.25-"));
    EXPECT_THAT(query(store_, "SELECT \"like\" || ifnull(region, '-') FROM comparison"), ElementsAre("dep:02-"));
    EXPECT_THAT(query(store_, "SELECT accessibility || opportunities FROM indicators WHERE accessibility IS NOT NULL"),
                ElementsAre("85.51.5"));
}

TEST_F(GeoPackage, PeopleOutsideTheStudyAreNotKept) {
    writeStore(tinyWorld(), store_);
    EXPECT_THAT(query(store_, "SELECT population || ' ' || commune || ' ' || reach_lieux FROM people"),
                ElementsAre("700 01001 4", "300 01001 1", "500 02001 1"));
}

TEST_F(GeoPackage, AContractCoversTheUnionOfItsScopeAndNothingWhereTheScopeWasNotRead) {
    writeStore(tinyWorld(), store_);
    EXPECT_THAT(query(store_, "SELECT id || (geom IS NULL) FROM contracts"), ElementsAre("filiere0", "mots1"));
}

TEST_F(GeoPackage, ALinkIsDrawnBetweenItsPlacedParties) {
    writeStore(tinyWorld(), store_);
    EXPECT_THAT(query(store_, "SELECT (geom IS NULL) || \"from\" FROM links"), ElementsAre("0LIMACE"));
}

TEST_F(GeoPackage, AProviderSaysHowManyPeopleItAloneReachesAndHowMuchLandItAloneCovers) {
    StudyState state = tinyWorld();
    writeStore(state, store_);
    EXPECT_THAT(query(store_, "SELECT id || ' ' || only_population || ' ' || only_area_km2 FROM providers"),
                ElementsAre("fil 600 250.0", "hostile 0 0.0", "long 100 12.5"));
    state.analysis.services[0].onlyReached.clear();  // read from a store that did not say it
    state.analysis.services[0].onlyCovered.clear();
    writeStore(state, store_);
    EXPECT_THAT(query(store_, "SELECT id FROM providers WHERE only_population IS NULL AND only_area_km2 IS NULL"),
                ElementsAre("fil", "hostile", "long"));
}

TEST_F(GeoPackage, TheStudyTableTellsWhatWasDroppedAndWithWhichPrograms) {
    writeStore(tinyWorld(), store_);
    EXPECT_THAT(query(store_, "SELECT value FROM study WHERE key = 'dropped_slivers_lieux'"),
                ElementsAre("2 areas, 0 people, 0.000120 km2"));
    EXPECT_THAT(query(store_, "SELECT value FROM study WHERE key = 'text'"), ElementsAre("[study]\ntitle = \"Petit monde\"\n"));
    EXPECT_EQ(
        query(store_, "SELECT value FROM study WHERE key IN ('version_gdal', 'version_geos', 'version_proj', 'version_raquette')").size(),
        4U);
    EXPECT_THAT(bytesOf(store_), testing::Not(HasSubstr("/somewhere/private"))) << "a store travels: no path of the machine that made it";
}

TEST_F(GeoPackage, PrivateFieldsAreInTheStore) {
    writeStore(tinyWorld(), store_);
    EXPECT_THAT(query(store_, "SELECT private_email FROM venues WHERE id = 'fil'"), ElementsAre(test::privateMail));
    EXPECT_THAT(query(store_, "SELECT private_contact FROM actors"), ElementsAre(test::privateContact));
}

/// QGIS finds a style by empty catalogue and schema (not NULL), the real geometry column and useAsDefault.
TEST_F(GeoPackage, QgisFindsTheDefaultStyles) {
    writeStore(tinyWorld(), store_);
    const std::string found =
        "SELECT f_table_name FROM layer_styles s JOIN gpkg_geometry_columns g ON g.table_name = s.f_table_name "
        "AND g.column_name = s.f_geometry_column WHERE f_table_catalog = '' AND f_table_schema = '' AND useAsDefault = 1 ORDER BY 1";
    EXPECT_THAT(query(store_, found), ElementsAre("actors", "contracts", "coverage", "gaps", "indicators_commune", "indicators_departement",
                                                  "indicators_region", "links", "providers", "territories", "venues"));
}

TEST_F(GeoPackage, ANewRunReplacesTheStoreAndLeavesNothingElse) {
    writeStore(tinyWorld(), store_);
    StudyState second = tinyWorld();
    second.dataset.venues.pop_back();
    writeStore(second, store_);
    EXPECT_THAT(query(store_, "SELECT id FROM venues"), ElementsAre("fil", "hostile"));
    EXPECT_THAT(folder_.names(), ElementsAre("monde.gpkg"));
}

int writeInChild(const std::filesystem::path& store, std::size_t limit, AtTheLimit then) {
    return test::inChild(limit, then, [&] { writeStore(tinyWorld(), store); });
}

/// The disk gets full sooner or later: at the first page, in the middle, at close. Never does the old store change.
TEST_F(GeoPackage, AFullDiskLeavesThePreviousStoreAndNoLeftover) {
    writeStore(tinyWorld(), store_);
    const std::string before = bytesOf(store_);
    for (std::size_t room = 4096; room < before.size(); room += std::size_t{12} * 4096) {
        EXPECT_EQ(writeInChild(store_, room, AtTheLimit::Refuse), 1) << "with room for " << room << " of " << before.size() << " bytes";
        EXPECT_TRUE(bytesOf(store_) == before) << "with room for " << room << " bytes";
        EXPECT_THAT(folder_.names(), ElementsAre("monde.gpkg"));
    }
    EXPECT_EQ(writeInChild(store_, before.size() - 1, AtTheLimit::Refuse), 1);
    EXPECT_EQ(writeInChild(store_, 2 * before.size(), AtTheLimit::Refuse), 0);
}

TEST_F(GeoPackage, WhatAKilledRunLeftIsRemovedByTheNext) {
    writeStore(tinyWorld(), store_);
    const std::string before = bytesOf(store_);
    EXPECT_EQ(writeInChild(store_, 40960, AtTheLimit::Kill), -SIGXFSZ);
    EXPECT_TRUE(bytesOf(store_) == before);
    EXPECT_EQ(folder_.names().size(), 2U) << "a killed program cannot tidy up";
    writeStore(tinyWorld(), store_);
    EXPECT_THAT(folder_.names(), ElementsAre("monde.gpkg"));
}

TEST_F(GeoPackage, AReaderOfTheOldStoreGoesOnReading) {
    writeStore(tinyWorld(), store_);
    const int reader = open(store_.c_str(), O_RDONLY);
    StudyState second = tinyWorld();
    second.study.title = {"Autre", "Other"};
    writeStore(second, store_);
    std::array<char, 16> start{};
    EXPECT_EQ(read(reader, start.data(), start.size()), 16);
    EXPECT_STREQ(start.data(), "SQLite format 3");
    close(reader);
}

/// As QGIS leaves it: open in write-ahead mode, an edit not yet folded into the file.
TEST_F(GeoPackage, AStoreOpenInAnotherProgramDoesNotSpoilTheNewOne) {
    writeStore(tinyWorld(), store_);
    const test::OpenDatabase other(store_);
    other.run("PRAGMA journal_mode = WAL");
    other.run("UPDATE study SET value = 'edited elsewhere'");
    StudyState second = tinyWorld();
    second.study.title = {"Autre", "Other"};
    writeStore(second, store_);
    EXPECT_THAT(query(store_, "SELECT value FROM study WHERE key = 'title_fr'"), ElementsAre("Autre"));
    EXPECT_THAT(query(store_, "PRAGMA quick_check"), ElementsAre("ok"));
}

TEST_F(GeoPackage, APlaceThatCannotBeWrittenIsSaid) {
    EXPECT_THROW(writeStore(tinyWorld(), folder_.path()), model::Error);
    EXPECT_THROW(writeStore(tinyWorld(), "/proc/monde.gpkg"), model::Error);
    EXPECT_THROW(writeStore(tinyWorld(), folder_ / "monde.sqlite"), model::Error);
    EXPECT_TRUE(folder_.names().empty());
}

}  // namespace
}  // namespace raquette::store
