#include "gis/model/error.h"
#include "gis/store/chosen_rows.h"
#include "gis/store/csv.h"
#include "gis/store/geopackage.h"
#include "gis/store/public_tables.h"
#include "gis/store/shapefile.h"
#include "gis/store/sibling.h"
#include "gis/store/table_file.h"
#include "gis/store/table_writer.h"
#include "gis/store/workbook.h"

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

void writeCsv(const Table& table, const fs::path& path, const fs::path& target) {
    std::ofstream file(path, std::ios::binary);
    file << csv(table);
    file.close();
    if (!file)
        throw model::Error(fmt::format("{} cannot be written: is the disk full? What was there before is untouched.", target.string()));
}

using WriteFile = void (*)(const Table&, const fs::path&, const fs::path&);

/// All files are written beside their places before the first is put in its place.
void writeFiles(const std::vector<Table>& tables, const std::vector<fs::path>& targets, WriteFile write) {
    std::vector<std::unique_ptr<Sibling>> siblings;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        siblings.push_back(std::make_unique<Sibling>(targets[i]));
        write(tables[i], siblings.back()->path(), targets[i]);
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

}  // namespace

void writeTable(const Table& table, const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension != ".geojson" && extension != ".csv") {
        throw model::Error(fmt::format("{}: name a file ending in .geojson or .csv.", path.string()));
    }
    writeFiles({table}, {path}, extension == ".csv" ? writeCsv : writeGeoJson);
}

void exportLayers(const StudyState& state, const std::string& format, const fs::path& path, const std::vector<std::string>& layers,
                  const ExportRows& rows) {
    const auto tablesWith = [&](Indicators indicators) { return chosenRows(publicTables(state, layers, indicators), rows); };
    static constexpr std::array<std::string_view, 2> later{"flatgeobuf", "kml"};
    if (std::ranges::find(later, format) != later.end()) {
        throw model::Error(
            fmt::format("The format {} is not written yet. This version writes shapefile, gpkg, geojson, csv and xlsx.", format));
    }
    if (format == "shapefile") {
        writeShapefiles(tablesWith(Indicators::JoinedByLevel), path, state.study.language);
    } else if (format == "gpkg") {
        refuseToReplaceStore(oneFile(path, format, ".gpkg"));
        writeGeoPackage(tablesWith(Indicators::JoinedByLevel), state, path);
    } else if (format == "xlsx") {
        writeWorkbook(tablesWith(Indicators::AsTable), oneFile(path, format, ".xlsx"));
    } else if (format == "geojson") {
        const std::vector<Table> tables = tablesWith(Indicators::JoinedByLevel);
        writeFiles(tables, targetsOf(tables, path, ".geojson"), writeGeoJson);
    } else if (format == "csv") {
        const std::vector<Table> tables = tablesWith(Indicators::AsTable);
        writeFiles(tables, targetsOf(tables, path, ".csv"), writeCsv);
    } else {
        throw model::Error(fmt::format("There is no format “{}”. The formats are shapefile, gpkg, geojson, csv and xlsx.", format));
    }
}

}  // namespace raquette::store
