#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"
#include "gis/analysis/people.h"
#include "gis/analysis/uncovered.h"

namespace raquette::analysis {

/// Figures of every territory that the study area touches: the study itself, named areas, régions, départements, and EPCI and communes
/// where the reference has commune polygons. `uncovered` has one entry per land of the area.
std::vector<Indicator> indicators(const model::Study& study, const model::Reference& reference, const StudyArea& area,
                                  const PeopleReach& people, const std::vector<UncoveredLand>& uncovered,
                                  const std::vector<Provider>& providers);

}  // namespace raquette::analysis
