#pragma once

#include "gis/report/outline.h"
#include "gis/store/store.h"

#include <array>
#include <string>
#include <vector>

namespace raquette::report {

/// Where the unserved people live: path data of square cells for each class of unserved people per km² (data/palette.json). Cells are a few
/// drawing units wide, never narrower than the population's own; a cell where nobody is unserved is in none.
std::vector<std::string> densityPaths(const store::StudyState& state, const analysis::ServiceResult& result, const Window& window);

/// The same cells as corners on the Earth, for a map that is not on the window's plane; cells of one class in a row are one. `around`: how
/// far beyond the window, in shares of its size.
using DensityCell = std::array<geometry::LonLat, 4>;
std::vector<std::vector<DensityCell>> densityCells(const store::StudyState& state, const analysis::ServiceResult& result,
                                                   const Window& window, double around);

}  // namespace raquette::report
