#pragma once

#include "gis/analysis/watershed.h"
#include "gis/geometry/measure.h"
#include "gis/geometry/shape.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace raquette::analysis {

inline constexpr std::uint32_t noPlace = std::numeric_limits<std::uint32_t>::max();

/// Square cells over an area, aligned to whole multiples of their side on the plane: what is around does not move them.
class Lattice {
public:
    /// Cells that an owner's shape holds the middle of, or at least touches (so that a spit of land narrower than a cell stays in one
    /// piece). Where several touch, the one that holds the middle, else the first of the list, owns the cell.
    Lattice(std::span<const geometry::PlaneShape* const> owners, double side);

    double side() const { return side_; }
    std::size_t size() const { return owners_.size(); }
    std::uint32_t owner(std::uint32_t place) const { return owners_[place]; }
    bool holdsMiddle(std::uint32_t place) const { return middles_[place] != 0; }
    geometry::PlanePoint middle(std::uint32_t place) const;
    /// The cell a point lies in; `noPlace` where the area has none.
    std::uint32_t at(geometry::PlanePoint point) const;
    /// The eight around, as far as the area reaches.
    void neighbours(std::uint32_t place, std::vector<std::uint32_t>& out) const;

private:
    std::size_t gridIndex(std::size_t column, std::size_t row) const { return row * columns_ + column; }

    double side_;
    std::int64_t firstColumn_ = 0;
    std::int64_t firstRow_ = 0;
    std::size_t columns_ = 0;
    std::size_t rows_ = 0;
    std::vector<std::uint32_t> grid_;   ///< place of each cell of the rectangle around, or noPlace
    std::vector<std::uint32_t> cells_;  ///< of each place, its index in the grid
    std::vector<std::uint32_t> owners_;
    std::vector<std::uint8_t> middles_;
};

/// The lattice as a graph, with the height of each cell's middle. With `ownersApart`, cells of different owners are no neighbours.
HeightGraph heightGraph(const Lattice& lattice, const std::function<double(geometry::PlanePoint)>& height, bool ownersApart);

}  // namespace raquette::analysis
