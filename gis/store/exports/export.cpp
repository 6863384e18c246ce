#include "gis/geometry/frame.h"
#include "gis/model/error.h"
#include "gis/store/exports/about_export.h"
#include "gis/store/exports/chosen_rows.h"
#include "gis/store/exports/dxf.h"
#include "gis/store/exports/layer_files.h"
#include "gis/store/exports/shapefile.h"
#include "gis/store/exports/workbook.h"
#include "gis/store/geopackage.h"
#include "gis/store/public_tables.h"
#include "gis/store/sibling.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

/// Formats of which one file holds all layers.
fs::path oneFile(const fs::path& path, const std::string& format, const std::string& extension) {
    if (path.extension() == extension && !fs::is_directory(path)) return path;
    throw model::Error(
        fmt::format("{}: in the format {} one file holds all layers. Name a file ending in {}.", path.string(), format, extension));
}

/// The plane of the land where most people of the study live: a drawing has one, in metres.
std::string planeOf(const StudyState& state) {
    std::map<geometry::Frame, std::int64_t> people;
    if (!state.analysis.services.empty()) {
        for (const analysis::Indicator& indicator : state.analysis.services.front().indicators) {
            if (indicator.territory.level == model::Level::Departement)
                people[geometry::frameOfDepartement(indicator.territory.code)] += indicator.population.value;
        }
    }
    const auto most = std::ranges::max_element(people, {}, [](const auto& frame) { return frame.second; });
    return fmt::format("EPSG:{}", most == people.end() ? geometry::lambert93.epsg : most->first.epsg);
}

std::string crsOf(const StudyState& state, const std::string& format, const std::string& asked) {
    if (asked.empty()) return format == "dxf" ? planeOf(state) : std::string();
    if (takesCrs(format) || asked == "EPSG:4326") return asked;
    throw model::Error(
        fmt::format("The format {} is always in longitudes and latitudes: leave {} out, or export a shapefile, gpkg, flatgeobuf or dxf.",
                    format, asked));
}

/// A drawing has room for what stands somewhere.
std::vector<Table> drawn(std::vector<Table> tables, const std::vector<std::string>& asked) {
    for (const Table& table : tables) {
        if (table.geometry == GeometryKind::None && !asked.empty())
            throw model::Error(
                fmt::format("{} stands nowhere on the map, which a drawing cannot hold: export it as csv or xlsx.", table.name));
    }
    std::erase_if(tables, [](const Table& table) { return table.geometry == GeometryKind::None; });
    return tables;
}

/// Somebody else's description of a folder's other files is not ours to replace.
File aboutFile(const fs::path& target, std::string content) {
    if (fs::exists(target) && !isAboutOfOurs(target))
        throw model::Error(fmt::format("{} would be replaced, which is not from an earlier export. Move it, or export to another folder.",
                                       target.string()));
    return {target, {}, [content = std::move(content)](const fs::path& at) { writeWhole(at, content); }};
}

std::vector<ExportedFile> shapefilesOf(const std::vector<Table>& tables) {
    std::vector<ExportedFile> files;
    for (const Table& table : tables) files.push_back({table.name + (table.geometry == GeometryKind::None ? ".dbf" : ".shp"), {table}});
    return files;
}

/// A file is described by one beside it, a folder by two within.
void addAbout(std::vector<File>& files, const StudyState& state, AboutExport about, const fs::path& path) {
    const bool inFolder = files.size() > 1 || files.front().target != path;
    for (const File& file : files) about.files.push_back({file.target.filename().string(), file.tables});
    if (!inFolder) {
        files.push_back(aboutFile(fs::path(path) += ".xml", isoMetadata(state, about)));
        return;
    }
    files.push_back(aboutFile(path / "metadata.xml", isoMetadata(state, about)));
    files.push_back(aboutFile(path / "datapackage.json", dataPackage(state, about)));
}

/// What is to be told of so many things off their land, in the study's language; nothing of none.
std::vector<std::string> remarkOn(std::size_t count, const char* key, const std::string& crs, model::Language language) {
    if (count == 0) return {};
    return {text::say(language, key, {{"n", text::number(language, static_cast<std::int64_t>(count))}, {"crs", crs}})};
}

/// A drawing is one plane.
std::vector<std::string> exportDrawing(const std::vector<Table>& tables, const StudyState& state, const AboutExport& about,
                                       const fs::path& path) {
    TargetCrs crs(about.crs);
    std::size_t leftOut = 0;
    std::vector<File> files{
        {oneFile(path, about.format, ".dxf"), tables, [&](const fs::path& at) { leftOut = writeDxf(tables, crs, at, path); }}};
    addAbout(files, state, about, path);
    writeFiles(files);
    return remarkOn(leftOut, "export.left-out", about.crs, state.study.language);
}

}  // namespace

std::vector<std::string> exportLayers(const StudyState& state, const std::string& format, const fs::path& path,
                                      const std::vector<std::string>& layers, const ExportRows& rows) {
    requireFormat(format);
    const bool asTable = format == "csv" || format == "xlsx";
    const std::vector<Table> tables = chosenRows(publicTables(state, layers, asTable ? Indicators::AsTable : Indicators::JoinedByLevel,
                                                              rows.forPartners ? Audience::Partners : Audience::All),
                                                 rows);
    AboutExport about{format, crsOf(state, format, rows.crs), {}, rows.forPartners};
    if (format == "dxf") return exportDrawing(drawn(tables, layers), state, about, path);
    TargetCrs crs(about.crs);
    if (format == "shapefile") {
        about.files = shapefilesOf(tables);
        writeShapefiles(tables, path, state.study.language, crs,
                        {{"metadata.xml", isoMetadata(state, about)}, {"datapackage.json", dataPackage(state, about)}});
        return remarkOn(crs.astray(), "export.astray", about.crs, state.study.language);
    }
    if (format == "gpkg" || format == "xlsx") {
        about.files = {{oneFile(path, format, "." + format).filename().string(), tables}};
        const File described = aboutFile(fs::path(path) += ".xml", isoMetadata(state, about));
        if (format == "gpkg") {
            refuseToReplaceStore(path);
            writeGeoPackage(tables, state, path, rows.style, crs);
        } else {
            writeWorkbook(tables, path);
        }
        writeFiles({described});
        return remarkOn(crs.astray(), "export.astray", about.crs, state.study.language);
    }
    std::vector<File> files = layerFiles(tables, format, path, crs);
    addAbout(files, state, about, path);
    writeFiles(files);
    return remarkOn(crs.astray(), "export.astray", about.crs, state.study.language);
}

}  // namespace raquette::store
