#pragma once

#include "gis/geometry/measure.h"
#include "gis/geometry/shape.h"

#include <cstddef>
#include <vector>

namespace raquette::analysis {

/// Values at the corners of a grid on a land's plane, row by row from the south.
struct PlaneField {
    geometry::PlanePoint origin;  ///< of the first value
    double side = 1;              ///< metres between neighbours
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<float> values;  ///< infinite where there is none

    float at(std::size_t column, std::size_t row) const { return values[row * columns + column]; }
};

/// A window of a field: its corners from (column, row), so many of each.
struct FieldWindow {
    std::size_t column = 0;
    std::size_t row = 0;
    std::size_t columns = 0;
    std::size_t rows = 0;
};

/// The corners around a box and one more on each side, as far as the field goes: empty beside it.
FieldWindow windowAround(const PlaneField& field, const geometry::Box& box);

/// Where a field is at most `level`, within a window: valid polygons, closed along the window's edge. Between two corners of the grid the
/// border runs where the straight line between their values passes the level, halfway to a corner without a value (marching squares,
/// Lorensen and Cline 1987, in the plane). Corners that meet only at a diagonal are kept apart.
geometry::PlaneShape contour(const PlaneField& field, const FieldWindow& window, double level);

}  // namespace raquette::analysis
