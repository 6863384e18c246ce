#pragma once

#include "gis/report/land_outlines.h"
#include "gis/report/outline.h"
#include "gis/store/store.h"

#include <string>
#include <vector>

namespace raquette::report {

/// A map on the page: what it shows of the plane, and the land in it.
struct LandWindow {
    Window window;
    std::string title;                      ///< empty for the main map
    std::vector<std::size_t> departements;  ///< whose outline it may show
};

/// The windows that show the whole study: first the land where most départements lie, then each overseas département alone.
/// Empty when nothing of the land has an outline.
std::vector<LandWindow> landWindows(const store::StudyState& state, const LandOutlines& land);

}  // namespace raquette::report
