#pragma once

#include "gis/store/store.h"

#include <filesystem>

namespace raquette::cli {

// drawing_viewer.cpp calls the viewer; drawing_headless.cpp stands in for it in builds without Qt.

inline constexpr const char* cannotDraw = "This build has no map drawing (preset headless); build the preset release to draw maps.";

bool canDraw();
/// Throws model::Error in a headless build.
void drawSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language);
/// Opens the window on a store and returns when it is closed. Throws in a headless build.
int openWindow(const std::filesystem::path& store);

}  // namespace raquette::cli
