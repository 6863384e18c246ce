#pragma once

#include "gis/store/layers.h"

#include <string>
#include <vector>

namespace raquette::store {

/// What may leave the store: the asked layers (none asked: all that have rows, but `people`, `study` and `services`, which are there to
/// draw the store again), without a single private column. For a GIS the indicators are one table per level, joined to their territories.
/// Throws model::Error naming the layers when one is unknown.
enum class Indicators { AsTable, JoinedByLevel };
std::vector<Table> publicTables(const StudyState& state, const std::vector<std::string>& names, Indicators indicators);

}  // namespace raquette::store
