#pragma once

#include "gis/store/exports/target_crs.h"
#include "gis/store/table.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace raquette::store {

/// A file to be: written beside its place first.
struct File {
    std::filesystem::path target;
    std::vector<Table> tables;  ///< what it holds, to be told of it; none for what only tells of others
    std::function<void(const std::filesystem::path& at)> write;
};

/// All files are written beside their places before the first is put in its place. Throws model::Error, nothing changed.
void writeFiles(const std::vector<File>& files);

/// Throws model::Error, naming what can be asked, for a format that does not exist.
void requireFormat(const std::string& format);

/// Whether a format of theirs is in the CRS that is asked, or knows only longitudes and latitudes.
bool takesCrs(const std::string& format);

/// Of the formats of one file per layer (geojson, flatgeobuf, kml, csv): in the folder `path`, or the file `path` itself when there is one
/// table and `path` has the format's extension. `crs` must outlive them. Throws model::Error when the path does not fit.
std::vector<File> layerFiles(const std::vector<Table>& tables, const std::string& format, const std::filesystem::path& path,
                             TargetCrs& crs);

}  // namespace raquette::store
