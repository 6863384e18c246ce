#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"
#include "gis/roads/road_graph.h"

#include <functional>

namespace raquette::analysis {

/// Counts the junctions on the land of a study area. `timeAt` gives the time between a junction, named by its first node, and its nearest
/// provider, `unreached` where no road joins them; it is asked from several threads.
Junctions junctionsOn(const StudyArea& area, const roads::RoadGraph& graph, roads::Millis reach,
                      const std::function<roads::Millis(std::uint32_t junction)>& timeAt);

}  // namespace raquette::analysis
