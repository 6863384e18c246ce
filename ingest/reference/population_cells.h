#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/study.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace raquette::ingest {

/// A cell that cannot be used. Row 0: so many more, as `value` says.
struct BrokenCell {
    long row = 0;
    std::string value;
};

/// The inhabited cells of a grid, in its own coordinates.
struct PopulationCells {
    std::vector<geometry::PlanePoint> centres;
    std::vector<std::int32_t> people;
    std::vector<long> rows;  ///< as a spreadsheet shows them; of a raster, its line
    std::vector<BrokenCell> broken;
    std::string crs;             ///< `EPSG:3035`, else WKT
    std::optional<double> side;  ///< of a cell, in units of the CRS
};

enum class PopulationForm { Points, Polygons, Raster };
/// By the file's extension: CSV is points, GeoTIFF and its like a raster, any other GIS file polygons.
PopulationForm populationForm(const std::filesystem::path& file);

/// Reads the inhabited cells. Weights need not be whole (some grids share people out): what rounding one takes, the next gives back. A
/// polygon counts at the middle of its rectangle, or inside it where that lies outside; a pixel at its middle. Throws model::Error for a
/// missing or broken file, column, layer or CRS.
PopulationCells readPopulationCells(const model::PopulationFile& grid);

}  // namespace raquette::ingest
