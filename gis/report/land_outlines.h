#pragma once

#include "gis/model/reference.h"

#include <vector>

namespace raquette::report {

/// The outlines of land that maps are drawn on: as the reference has them, else, where it has communes' alone, these joined together.
struct LandOutlines {
    std::vector<geometry::GeoShape> departements;  ///< in the reference's order; empty where neither is known
    std::vector<geometry::GeoShape> regions;       ///< the same
};

LandOutlines landOutlines(const model::Reference& reference);

/// The outline of a commune, EPCI, département or région; empty where the reference has none.
geometry::GeoShape outlineOf(const model::Reference& reference, const LandOutlines& land, const model::TerritoryId& territory);

}  // namespace raquette::report
