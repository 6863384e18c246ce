#pragma once

#include "gis/store/exports/target_crs.h"
#include "gis/store/table.h"

#include <filesystem>
#include <vector>

namespace raquette::store {

/// One drawing for CAD programs, a layer of it for each table that has a geometry: outlines as closed polylines, places as points, and
/// names as text, because a drawing has no columns. Land that the CRS is not made for would lie far off and out of shape: it is left out,
/// and how many polygons, lines or points that makes is returned. `target` is the place that messages name. Throws model::Error.
std::size_t writeDxf(const std::vector<Table>& tables, TargetCrs& crs, const std::filesystem::path& path,
                     const std::filesystem::path& target);

}  // namespace raquette::store
