#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"
#include "gis/analysis/people.h"
#include "gis/analysis/perimeter.h"
#include "gis/analysis/surveyed.h"
#include "gis/analysis/uncovered.h"

namespace raquette::analysis {

/// What the indicators of one service are drawn from.
struct IndicatorContext {
    const model::Study& study;
    const model::Reference& reference;
    const StudyArea& area;
    const std::vector<Provider>& providers;
    const std::vector<Perimeter>& perimeters;  ///< none where the reach is a distance
    const PeopleReach& people;
    const Surveyed& surveyed;
};

/// Figures of every territory that the study area touches: the study itself, named areas, régions, départements, and EPCI and communes
/// where the reference has commune polygons. `uncovered` has one entry per land of the area.
std::vector<Indicator> indicators(const IndicatorContext& context, const std::vector<UncoveredLand>& uncovered);

}  // namespace raquette::analysis
