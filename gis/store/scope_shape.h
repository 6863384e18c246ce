#pragma once

#include "gis/store/store.h"

#include <vector>

namespace raquette::store {

/// The land of a contract's scope: the union of its territories' outlines. Empty as soon as one of them has no outline in the
/// reference, because half a perimeter on a map would be a wrong one.
geometry::GeoShape scopeShape(const StudyState& state, const std::vector<model::TerritoryId>& scope);

}  // namespace raquette::store
