#pragma once

#include "gis/analysis/siting/demand.h"

namespace raquette::analysis {

/// What places do for people, measured plainly: from every point to every place by the geodesic, with neither the search's index nor its
/// lists. Only a difference of latitude that alone exceeds the reach spares a measure.
struct Recount {
    std::int64_t more = 0;   ///< people reached whom no existing provider reaches
    std::int64_t twice = 0;  ///< people reached at least twice, existing providers counted
};
Recount recount(const Demand& demand, const std::vector<geometry::LonLat>& places, model::Metres reach);

/// Metres from each point to the nearest place, existing providers counted.
std::vector<double> nearestOf(const Demand& demand, const std::vector<geometry::LonLat>& places);

}  // namespace raquette::analysis
