#pragma once

#include "gis/report/map_scope.h"

#include <string>

namespace raquette::report {

/// How many holes carry their number on the map, and lead the table.
inline constexpr std::size_t numberedHoles = 12;

/// The map of one service as inline SVG: the main window, then each overseas département of the study in a small map of its own.
/// Land, covered areas, holes, where the unserved people live (classes of data/palette.json), providers, and the numbers of the largest
/// holes, each a link to `#hole-SERVICE-RANK`. Colours come from the page's style sheet, light or dark.
std::string svgMap(const store::StudyState& state, const MapScope& scope, std::size_t service, model::Language language);

}  // namespace raquette::report
