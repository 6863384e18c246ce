#pragma once

#include "gis/model/progress.h"
#include "gis/store/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace raquette::cli {

// drawing_viewer.cpp calls the viewer; drawing_headless.cpp stands in for it in builds without Qt.

inline constexpr const char* cannotDraw = "This build has no map drawing (preset headless); build the preset release to draw maps.";

bool canDraw();
/// Returns what may mislead on it; `paper` as `--paper` takes it. Throws model::Error in a headless build.
std::vector<std::string> drawSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language,
                                   const std::string& paper);
/// Which pages about territories, and where to.
struct PagesRequest {
    std::filesystem::path path;
    std::string territory;  ///< `dep:42`; not looked at when an atlas is asked
    std::string atlas;      ///< `commune` `epci` `departement` `region`: every territory of it, in one PDF
    std::string service;    ///< its id; empty: the first there is
};
/// `watch` is told of every page of an atlas. Throws model::Error, always in a headless build.
void drawPages(const store::StudyState& state, const PagesRequest& request, model::Language language, const model::Watch& watch);
/// Opens the window on a store and returns when it is closed. Throws in a headless build.
int openWindow(const std::filesystem::path& store);

}  // namespace raquette::cli
