#pragma once

#include "gis/model/language.h"
#include "gis/store/exports/target_crs.h"
#include "gis/store/table.h"

#include <filesystem>
#include <vector>

namespace raquette::store {

/// A folder of shapefiles (tables without geometry: .dbf alone) with dictionary.csv, which tells the short column names and every text
/// that had to be cut. Written in a sibling folder, then swapped. Throws model::Error when the folder holds files that are not from an
/// earlier export: they would be lost.
/// What is told of the export (`metadata.xml`…) stands beside them.
void writeShapefiles(const std::vector<Table>& tables, const std::filesystem::path& folder, model::Language language, TargetCrs& crs,
                     const std::vector<std::pair<std::string, std::string>>& companions);

}  // namespace raquette::store
