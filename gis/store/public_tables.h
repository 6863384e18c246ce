#pragma once

#include "gis/store/layers.h"

#include <string>
#include <vector>

namespace raquette::store {

/// What may leave the store: the asked layers (none asked: all that have rows, but `people`, `study` and `services`, which are there to
/// draw the store again), without a single private column. For a GIS the indicators are one table per level, joined to their territories.
/// Throws model::Error naming the layers when one is unknown.
/// For partners, the private columns that the study lets them have are among the others, under their own names.
enum class Indicators { AsTable, JoinedByLevel };
enum class Audience { All, Partners };
std::vector<Table> publicTables(const StudyState& state, const std::vector<std::string>& names, Indicators indicators,
                                Audience audience = Audience::All);

/// The same table without its private columns, but for those of `shared` fields.
Table withoutPrivate(Table table, const std::vector<std::string>& shared = {});

}  // namespace raquette::store
