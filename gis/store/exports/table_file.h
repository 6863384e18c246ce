#pragma once

#include "gis/store/table.h"

#include <filesystem>

namespace raquette::store {

/// Writes one table as `.geojson` or `.csv`, by the path's extension: whole or not at all. Throws model::Error for another extension.
void writeTable(const Table& table, const std::filesystem::path& path);

}  // namespace raquette::store
