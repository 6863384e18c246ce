#pragma once

#include "gis/analysis/siting/siting.h"

#include <filesystem>
#include <vector>

namespace raquette::store {

/// Writes where places would serve most, one row a place and an answer, as `.geojson` or `.csv` by the path's extension: whole or not at
/// all. Throws model::Error for another extension.
void writePlaces(const std::vector<analysis::SitingAnswer>& answers, const std::filesystem::path& path);

}  // namespace raquette::store
