#pragma once

#include "gis/analysis/siting/demand.h"
#include "gis/analysis/siting/recount.h"

namespace raquette::analysis {

// The questions of demand.h and recount.h where the reach is a travel time. The reference must have roads of some profile.

/// As demandOf(); `nearest` is in minutes.
Demand demandInTime(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Minutes reach);

/// As reachedFrom().
Cover reachedInTime(const model::Reference& reference, const std::vector<geometry::LonLat>& places,
                    const std::vector<geometry::LonLat>& points, model::Minutes reach);

/// As recount(): each place by a search of its own for the whole land, asked from each point; not by the searches around places that found
/// the answer.
Recount recountInTime(const model::Reference& reference, const StudyArea& area, const Demand& demand,
                      const std::vector<geometry::LonLat>& places, model::Minutes reach);

}  // namespace raquette::analysis
