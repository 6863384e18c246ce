#pragma once

#include "gis/geometry/shape.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace raquette::ingest {

/// Where a raster's pixels lie.
struct RasterFrame {
    std::string crs;             ///< WKT; empty when the file does not say
    std::optional<double> side;  ///< of a square pixel
};

/// Calls with every inhabited pixel of a raster's first band, line by line: its middle in the raster's coordinates, its people, its line
/// from
/// 1. Pixels without data, at zero or below hold nobody. Throws model::Error for a file that is missing, broken, too large or turned
/// without a place on the ground.
RasterFrame readPopulationRaster(const std::filesystem::path& file, const std::function<void(geometry::PlanePoint, double, long)>& take);

}  // namespace raquette::ingest
