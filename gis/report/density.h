#pragma once

#include "gis/report/outline.h"
#include "gis/store/store.h"

#include <string>
#include <vector>

namespace raquette::report {

/// Where the unserved people live: path data of square cells for each class of unserved people per km² (data/palette.json). Cells are a few
/// drawing units wide, never narrower than the population's own; a cell where nobody is unserved is in none.
std::vector<std::string> densityPaths(const store::StudyState& state, const analysis::ServiceResult& result, const Window& window);

}  // namespace raquette::report
