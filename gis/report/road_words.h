#pragma once

#include "gis/analysis/analysis.h"

#include <string>
#include <vector>

namespace raquette::report {

/// How far the roads could tell a service by travel time: whose times are estimated, who lives far from any road, which providers do.
/// Nothing where the reach is no travel time.
std::vector<std::string> roadLines(const analysis::ServiceResult& result, model::Language language);

}  // namespace raquette::report
