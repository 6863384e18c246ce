#include "gis/store/geopackage.h"
#include "gis/store/public_tables.h"

#include "gis/model/error.h"
#include "gis/store/figure_layers.h"
#include "gis/store/layers.h"
#include "gis/store/saved_styles.h"
#include "gis/store/sibling.h"
#include "gis/store/styles.h"
#include "gis/store/table_writer.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

WriteOptions optionsFor(const Table& table, TargetCrs* crs) {
    WriteOptions options;
    options.crs = crs;
    options.layerOptions = {"FID=fid"};
    // People are drawn all at once or by us: an index of 374,229 points would double the time to write a store.
    if (table.name == "people") options.layerOptions.emplace_back("SPATIAL_INDEX=NO");
    if (table.name == "layer_styles") options.layerOptions = {"FID=id"};
    return options;
}

void writeTables(const std::vector<Table>& tables, const fs::path& path, const fs::path& target, TargetCrs* crs = nullptr) {
    // The sibling is thrown away when anything fails, so it needs no journal; commit() brings it down to the disk.
    const GdalSetting unsynchronised("OGR_SQLITE_SYNCHRONOUS", "OFF");
    const GdalSetting withoutJournal("OGR_SQLITE_JOURNAL", "OFF");
    const GdalTalk talk;
    DatasetPtr dataset = createDataset("GPKG", path, talk);
    if (dataset->StartTransaction() != OGRERR_NONE) requireNoFailure(target, talk);
    for (const Table& table : tables) addLayer(*dataset, table, optionsFor(table, crs), target, talk);
    if (dataset->CommitTransaction() != OGRERR_NONE) requireNoFailure(target, talk);
    closeChecked(std::move(dataset), target, talk);
}

/// What was written is read again before it replaces anything.
void checkWritten(const std::vector<Table>& tables, const fs::path& path, const fs::path& target) {
    const GdalTalk talk;
    const DatasetPtr dataset = openToRead(path, talk);
    if (firstCell(*dataset, "PRAGMA quick_check") != "ok") {
        throw model::Error(fmt::format(
            "{} was not written whole (SQLite's quick_check fails); what was there before is untouched. Check the disk.", target.string()));
    }
    for (const Table& table : tables) {
        const std::string count = firstCell(*dataset, fmt::format("SELECT count(*) FROM \"{}\"", table.name));
        if (count != std::to_string(table.rows)) {
            throw model::Error(
                fmt::format("{} was not written whole: {} rows of {} in {} were found again; what was there before is untouched.",
                            target.string(), count.empty() ? "no" : count, table.rows, table.name));
        }
    }
    requireNoFailure(target, talk);
}

/// QGIS keeps a store open in write-ahead mode, with companions beside it. They belong to the old file: paired with the new one
/// they would spoil it. Whoever has the old store open goes on reading it.
void removeCompanions(const fs::path& target) {
    for (const char* companion : {"-journal", "-wal", "-shm"}) {
        std::error_code ignored;
        fs::remove(target.string() + companion, ignored);
    }
}

/// What is drawn is what somebody chose in the store that was there, where it was one.
void writeWithFigures(std::vector<Table> tables, const StudyState& state, const fs::path& path) {
    Sibling sibling(path);
    const std::vector<std::string> figures = figureLayers(state);
    std::vector<Table> drawn = tables;
    for (const std::string& layer : figures) drawn.push_back({layer, GeometryKind::Polygons, {}, 0, {}, {}});
    const auto& services = state.analysis.services;
    tables.push_back(layerStyles(drawn, state, {}, services.size() < 2 ? std::string() : services.front().service.id));
    writeTables(tables, sibling.path(), sibling.target());
    addFigureLayers(sibling.path(), figures);
    checkWritten(tables, sibling.path(), sibling.target());
    carryStyles(sibling.target(), sibling.path());
    removeCompanions(sibling.target());
    sibling.commit();
}

}  // namespace

void writeGeoPackage(std::vector<Table> tables, const StudyState& state, const fs::path& path, const FigureStyle& figures, TargetCrs& crs) {
    Sibling sibling(path);
    tables.push_back(layerStyles(tables, state, figures));
    writeTables(tables, sibling.path(), sibling.target(), &crs);
    checkWritten(tables, sibling.path(), sibling.target());
    removeCompanions(sibling.target());
    sibling.commit();
}

void refuseToReplaceStore(const fs::path& path) {
    if (!fs::is_regular_file(path)) return;
    const GdalTalk talk;
    const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (!dataset) return;
    for (const char* layer : {"people", "services", "study"}) {
        if (dataset->GetLayerByName(layer) == nullptr) return;
    }
    throw model::Error(
        fmt::format("{} is a store, which an export cannot stand in for: give the export a name of its own.", path.string()));
}

void writeStore(const StudyState& state, const fs::path& path) {
    if (fs::is_directory(path)) {
        throw model::Error(fmt::format("{0} is a folder: name the store's file, for instance {0}.gpkg.", path.string()));
    }
    if (path.extension() != ".gpkg") throw model::Error(fmt::format("The store {} must be named .gpkg.", path.string()));
    writeWithFigures(layers(state), state, path);
}

void writePublicStore(const StudyState& state, const fs::path& path) {
    std::vector<Table> tables;
    for (Table& table : layers(state)) tables.push_back(withoutPrivate(std::move(table)));
    writeWithFigures(std::move(tables), state, path);
}

}  // namespace raquette::store
