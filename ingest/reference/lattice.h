#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/reference.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// Side of a lattice cell, metres.
inline constexpr double latticeSide = 2000;

/// The points of the lattice that lie on a département's land: absolute multiples of 2 km on its frame, row by row from the south-west.
/// Where the land is too small or too narrow for any, one point well inside it. Empty for an empty shape.
std::vector<geometry::LonLat> latticePoints(std::string_view departementCode, const geometry::GeoShape& land);

/// `people` whole people over `points`, as evenly as whole people can: the sum is exact, and points left without anybody are not kept.
std::vector<model::PopulationPoint> spreadPeople(std::int64_t people, const std::vector<geometry::LonLat>& points,
                                                 std::int32_t departement);

}  // namespace raquette::ingest
