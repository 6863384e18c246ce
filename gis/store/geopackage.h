#pragma once

#include "gis/store/store.h"
#include "gis/store/table.h"

#include <filesystem>
#include <vector>

namespace raquette::store {

class TargetCrs;

/// Writes the tables and the QGIS styles of those that have one, checks the file (reopened, rows counted) and puts it in its place:
/// whole or not at all. Throws model::Error.
void writeGeoPackage(std::vector<Table> tables, const StudyState& state, const std::filesystem::path& path, const FigureStyle& figures,
                     TargetCrs& crs);

/// An export lacks what makes a store: people, services, private fields. Throws model::Error when `path` is a store.
void refuseToReplaceStore(const std::filesystem::path& path);

}  // namespace raquette::store
