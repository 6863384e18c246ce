#pragma once

#include "gis/store/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace raquette::store {

/// Names of the layers `indicators_LEVEL` that a store of this study has: those whose territories have outlines.
std::vector<std::string> figureLayers(const StudyState& state);

/// Adds them to a store that was written: views that join `indicators` to `territories`, so that QGIS draws figures in their classes and no
/// outline is there twice. Throws model::Error.
void addFigureLayers(const std::filesystem::path& store, const std::vector<std::string>& layers);

}  // namespace raquette::store
