#pragma once

#include "gis/analysis/analysis.h"
#include "gis/model/language.h"

#include <string>
#include <vector>

namespace raquette::report {

/// « Le Fil (12,4 km) », or that there is none.
std::string nearestWords(const analysis::Gap& gap, model::Language language);
/// « 1 234 km² ».
std::string areaWords(const analysis::Gap& gap, model::Language language);
/// What its card on the map says, a line each: people, why, the nearest, whether it is certain.
std::vector<std::string> holeLines(const analysis::Gap& gap, model::Language language);

}  // namespace raquette::report
