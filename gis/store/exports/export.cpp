#include "gis/model/error.h"
#include "gis/store/exports/chosen_rows.h"
#include "gis/store/exports/csv.h"
#include "gis/store/exports/shapefile.h"
#include "gis/store/exports/table_file.h"
#include "gis/store/exports/workbook.h"
#include "gis/store/geopackage.h"
#include "gis/store/public_tables.h"
#include "gis/store/sibling.h"
#include "gis/store/table_writer.h"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

/// RFC 7946: longitude then latitude in WGS 84 with 7 decimals, outer rings anticlockwise, no crs.
void writeGeoJson(const Table& table, const fs::path& path, const fs::path& target) {
    const GdalTalk talk;
    DatasetPtr dataset = createDataset("GeoJSON", path, talk);
    addLayer(*dataset, table, {{"RFC7946=YES", "COORDINATE_PRECISION=7"}, {}, {}, true}, target, talk);
    closeChecked(std::move(dataset), target, talk);
}

/// With the spatial index that lets a web map or a GIS read only what it shows. Every row stands somewhere.
void writeFlatGeobuf(const Table& table, const fs::path& path, const fs::path& target) {
    const GdalTalk talk;
    DatasetPtr dataset = createDataset("FlatGeobuf", path, talk);
    addLayer(*dataset, table, {{"SPATIAL_INDEX=YES"}, {}, {}, true}, target, talk);
    closeChecked(std::move(dataset), target, talk);
}

/// Names and figures of every row are in its balloon; KML knows no null, which is left out.
void writeKml(const Table& table, const fs::path& path, const fs::path& target) {
    const GdalTalk talk;
    DatasetPtr dataset = createDataset("LIBKML", path, talk);
    addLayer(*dataset, table, {{}, {}, {}, true}, target, talk);
    closeChecked(std::move(dataset), target, talk);
}

void writeCsv(const Table& table, const fs::path& path, const fs::path& target) {
    std::ofstream file(path, std::ios::binary);
    file << csv(table);
    file.close();
    if (!file)
        throw model::Error(fmt::format("{} cannot be written: is the disk full? What was there before is untouched.", target.string()));
}

using WriteFile = void (*)(const Table&, const fs::path&, const fs::path&);

struct File {
    Table table;
    fs::path target;
    WriteFile write;
};

/// All files are written beside their places before the first is put in its place.
void writeFiles(const std::vector<File>& files) {
    std::vector<std::unique_ptr<Sibling>> siblings;
    for (const File& file : files) {
        siblings.push_back(std::make_unique<Sibling>(file.target));
        file.write(file.table, siblings.back()->path(), file.target);
    }
    for (const auto& sibling : siblings) sibling->commit();
}

std::vector<fs::path> targetsOf(const std::vector<Table>& tables, const fs::path& path, const std::string& extension) {
    if (path.extension() == extension) {
        if (tables.size() == 1) return {path};
        throw model::Error(
            fmt::format("{} is one file, and there are {} layers to export. Name one layer with something in it, or a folder.",
                        path.string(), tables.size()));
    }
    if (fs::exists(path) && !fs::is_directory(path))
        throw model::Error(fmt::format("{} is a file: name a folder, or a file in {}.", path.string(), extension));
    std::vector<fs::path> targets;
    targets.reserve(tables.size());
    for (const Table& table : tables) targets.push_back(path / (table.name + extension));
    return targets;
}

/// Formats of which one file holds all layers.
fs::path oneFile(const fs::path& path, const std::string& format, const std::string& extension) {
    if (path.extension() == extension && !fs::is_directory(path)) return path;
    throw model::Error(
        fmt::format("{}: in the format {} one file holds all layers. Name a file ending in {}.", path.string(), format, extension));
}

/// Formats of one file per layer.
struct FileFormat {
    std::string_view name;
    const char* extension;
    WriteFile write;
    Indicators indicators;
};
constexpr std::array fileFormats{FileFormat{"geojson", ".geojson", writeGeoJson, Indicators::JoinedByLevel},
                                 FileFormat{"flatgeobuf", ".fgb", writeFlatGeobuf, Indicators::JoinedByLevel},
                                 FileFormat{"kml", ".kml", writeKml, Indicators::JoinedByLevel},
                                 FileFormat{"csv", ".csv", writeCsv, Indicators::AsTable}};

const FileFormat& fileFormat(const std::string& format) {
    const auto* const found = std::ranges::find(fileFormats, format, &FileFormat::name);
    if (found != fileFormats.end()) return *found;
    throw model::Error(
        fmt::format("There is no format “{}”. The formats are shapefile, gpkg, geojson, flatgeobuf, kml, csv and xlsx.", format));
}

/// A FlatGeobuf holds what stands somewhere only (GDAL 3.6 drops the rest without a word): the other rows are a table of the same name.
void addFlatGeobuf(std::vector<File>& files, const Table& table, const fs::path& target, bool oneFile) {
    ByPlace parts = byPlace(table);
    if (oneFile && parts.nowhere.rows > 0) {
        throw model::Error(
            fmt::format("{}: {} rows of {} stand nowhere, which a FlatGeobuf cannot hold. Name a folder: they go to {}.csv beside.",
                        target.string(), parts.nowhere.rows, table.name, table.name));
    }
    if (parts.placed.rows > 0) files.push_back({std::move(parts.placed), target, writeFlatGeobuf});
    if (parts.nowhere.rows > 0) files.push_back({std::move(parts.nowhere), fs::path(target).replace_extension(".csv"), writeCsv});
}

std::vector<File> filesOf(const std::vector<Table>& tables, const fs::path& path, const FileFormat& format) {
    const std::vector<fs::path> targets = targetsOf(tables, path, format.extension);
    std::vector<File> files;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (format.write == writeFlatGeobuf)
            addFlatGeobuf(files, tables[i], targets[i], path.extension() == format.extension);
        else
            files.push_back({tables[i], targets[i], format.write});
    }
    return files;
}

}  // namespace

void writeTable(const Table& table, const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension != ".geojson" && extension != ".csv") {
        throw model::Error(fmt::format("{}: name a file ending in .geojson or .csv.", path.string()));
    }
    writeFiles({{table, path, extension == ".csv" ? writeCsv : writeGeoJson}});
}

void exportLayers(const StudyState& state, const std::string& format, const fs::path& path, const std::vector<std::string>& layers,
                  const ExportRows& rows) {
    const auto tablesWith = [&](Indicators indicators) {
        return chosenRows(publicTables(state, layers, indicators, rows.forPartners ? Audience::Partners : Audience::All), rows);
    };
    if (format == "shapefile") {
        writeShapefiles(tablesWith(Indicators::JoinedByLevel), path, state.study.language);
    } else if (format == "gpkg") {
        refuseToReplaceStore(oneFile(path, format, ".gpkg"));
        writeGeoPackage(tablesWith(Indicators::JoinedByLevel), state, path, rows.style);
    } else if (format == "xlsx") {
        writeWorkbook(tablesWith(Indicators::AsTable), oneFile(path, format, ".xlsx"));
    } else {
        const FileFormat& files = fileFormat(format);
        const std::vector<Table> tables = tablesWith(files.indicators);
        writeFiles(filesOf(tables, path, files));
    }
}

}  // namespace raquette::store
