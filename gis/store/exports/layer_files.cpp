#include "gis/store/exports/layer_files.h"

#include "gis/model/error.h"
#include "gis/store/exports/chosen_rows.h"
#include "gis/store/exports/csv.h"
#include "gis/store/exports/table_file.h"
#include "gis/store/sibling.h"
#include "gis/store/table_writer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

/// A GIS format of one layer, as GDAL writes it.
File gisFile(const char* driver, const Table& table, const fs::path& target, const WriteOptions& options) {
    return {target, {table}, [=](const fs::path& at) {
                const GdalTalk talk;
                DatasetPtr dataset = createDataset(driver, at, talk);
                addLayer(*dataset, table, options, target, talk);
                closeChecked(std::move(dataset), target, talk);
            }};
}

/// RFC 7946: longitude then latitude in WGS 84 with 7 decimals, outer rings anticlockwise, no crs.
File geoJson(const Table& table, const fs::path& target) {
    return gisFile("GeoJSON", table, target, {{"RFC7946=YES", "COORDINATE_PRECISION=7"}, {}, {}});
}

/// Names and figures of every row are in its balloon; KML knows no null, which is left out. Not by LIBKML: it loses columns called `end`,
/// breaks at `]]>`, and takes minutes for the communes of France.
File kml(const Table& table, const fs::path& target) {
    return gisFile("KML", table, target, {{}, {}, {}, true, true});
}

File csvFile(const Table& table, const fs::path& target) {
    return {target, {table}, [=](const fs::path& at) {
                std::ofstream file(at, std::ios::binary);
                file << csv(table);
                file.close();
                if (!file) {
                    throw model::Error(
                        fmt::format("{} cannot be written: is the disk full? What was there before is untouched.", target.string()));
                }
            }};
}

/// With the spatial index that lets a web map or a GIS read only what it shows. It holds what stands somewhere only (GDAL 3.6 drops the
/// rest without a word): the other rows are a table of the same name.
std::vector<File> flatGeobuf(const Table& table, const fs::path& target, bool oneFile, TargetCrs& crs) {
    ByPlace parts = byPlace(table);
    if (oneFile && parts.nowhere.rows > 0) {
        throw model::Error(
            fmt::format("{}: {} rows of {} stand nowhere, which a FlatGeobuf cannot hold. Name a folder: they go to {}.csv beside.",
                        target.string(), parts.nowhere.rows, table.name, table.name));
    }
    std::vector<File> files;
    if (parts.placed.rows > 0)
        files.push_back(gisFile("FlatGeobuf", parts.placed, target, {{"SPATIAL_INDEX=YES"}, {}, {}, true, false, &crs}));
    if (parts.nowhere.rows > 0) files.push_back(csvFile(parts.nowhere, fs::path(target).replace_extension(".csv")));
    return files;
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

constexpr std::array<std::string_view, 8> formats{"shapefile", "gpkg", "geojson", "flatgeobuf", "kml", "dxf", "csv", "xlsx"};
constexpr std::array<std::string_view, 4> projectedFormats{"shapefile", "gpkg", "flatgeobuf", "dxf"};

}  // namespace

void writeFiles(const std::vector<File>& files) {
    std::vector<std::unique_ptr<Sibling>> siblings;
    for (const File& file : files) {
        siblings.push_back(std::make_unique<Sibling>(file.target));
        file.write(siblings.back()->path());
    }
    for (const auto& sibling : siblings) sibling->commit();
}

void requireFormat(const std::string& format) {
    if (std::ranges::find(formats, format) != formats.end()) return;
    throw model::Error(fmt::format("There is no format “{}”. The formats are {}.", format, fmt::join(formats, ", ")));
}

bool takesCrs(const std::string& format) {
    return std::ranges::find(projectedFormats, format) != projectedFormats.end();
}

std::vector<File> layerFiles(const std::vector<Table>& tables, const std::string& format, const fs::path& path, TargetCrs& crs) {
    const std::string extension = format == "flatgeobuf" ? ".fgb" : "." + format;
    const std::vector<fs::path> targets = targetsOf(tables, path, extension);
    std::vector<File> files;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (format == "flatgeobuf")
            std::ranges::move(flatGeobuf(tables[i], targets[i], path.extension() == extension, crs), std::back_inserter(files));
        else
            files.push_back(format == "csv"   ? csvFile(tables[i], targets[i])
                            : format == "kml" ? kml(tables[i], targets[i])
                                              : geoJson(tables[i], targets[i]));
    }
    return files;
}

void writeTable(const Table& table, const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension != ".geojson" && extension != ".csv") {
        throw model::Error(fmt::format("{}: name a file ending in .geojson or .csv.", path.string()));
    }
    writeFiles({extension == ".csv" ? csvFile(table, path) : geoJson(table, path)});
}

}  // namespace raquette::store
