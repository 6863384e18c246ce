#pragma once

#include "gis/analysis/analysis.h"

#include <filesystem>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace raquette::store {

/// What a study holds once computed: everything the store, maps, sheets and pages are made from.
struct StudyState {
    model::Study study;
    model::Reference reference;
    model::Dataset dataset;
    analysis::Analysis analysis;
};

/// Writes the GeoPackage of design §6 beside `path`, checks it (reopened, rows counted) and renames it over `path`.
/// Throws model::Error and leaves an existing store as it was when anything fails, a full disk at close included.
void writeStore(const StudyState& state, const std::filesystem::path& path);

/// The same without a single private field, to be kept or passed on.
void writePublicStore(const StudyState& state, const std::filesystem::path& path);

/// Reads a store back for drawing and pages: title, date, language, services, gap rules, territories (départements, régions, and communes
/// where the store has them), people with their reach, coverages, gaps, indicators, placed records, sources, issues. Throws model::Error
/// when the file is no store of ours.
StudyState readStore(const std::filesystem::path& path);

/// Layers and tables of the store that have something in them.
std::vector<std::string> filledLayers(const StudyState& state);

/// How a figure of territories is coloured in QGIS.
struct FigureStyle {
    std::string column = "covered_share";
    std::vector<double> bounds{};     // NOLINT(readability-redundant-member-init): the tool's own where there are none
    std::string ramp = "sequential";  ///< of data/palette.json
};

/// Which rows leave in an export: those of the territories and records named (`dep:42`, a record's or a hole's id; none named: all), until
/// someone stops it.
struct ExportRows {
    std::set<std::string> ids{};  // NOLINT(readability-redundant-member-init): GCC wants it where fields are listed
    std::stop_token stop{};       // NOLINT(readability-redundant-member-init)
    FigureStyle style{};          // NOLINT(readability-redundant-member-init)
    bool forPartners = false;     ///< with the fields that `[privacy] partner` names
    std::string crs{};            // NOLINT(readability-redundant-member-init): the format's own; else `EPSG:2154`…
};

/// Formats: shapefile, gpkg, geojson, flatgeobuf, kml, dxf, csv, xlsx. `layers` are store layer names (empty: all that have something to
/// show). Only public fields leave, but to partners. Shapefiles go in the folder `path`, one per geometry type, with dictionary.csv; gpkg
/// (with QGIS styles), dxf and xlsx (a sheet each) are the file `path`, with all layers; others one file per layer in the folder `path`, or
/// the file `path` itself when one layer is asked and `path` has the format's extension. A folder also gets `metadata.xml` (ISO 19139) and
/// `datapackage.json`, a file FILE.xml. Whole or not at all, when stopped too: then model::Error says so. Returns what whoever asked must
/// be told: rows that lie off the land that the coordinate system is made for.
std::vector<std::string> exportLayers(const StudyState& state, const std::string& format, const std::filesystem::path& path,
                                      const std::vector<std::string>& layers, const ExportRows& rows = {});

}  // namespace raquette::store
