#include "gis/analysis/lattice.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

/// Calls with (row, first column, last column) for the runs of cells whose middle a shape holds, in grid numbers.
template <class Run>
void forMiddles(const PlaneShape& shape, double side, Run run) {
    const geometry::Box box = boxOf(shape);
    const auto firstRow = static_cast<std::int64_t>(std::ceil(box.minY / side - 0.5));
    const auto lastRow = static_cast<std::int64_t>(std::floor(box.maxY / side - 0.5));
    if (lastRow < firstRow) return;
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(lastRow - firstRow + 1));
    for (std::size_t index = 0; index < shape.ringCount(); ++index) {
        const auto ring = shape.ring(index);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const PlanePoint& a = ring[i - 1].y < ring[i].y ? ring[i - 1] : ring[i];
            const PlanePoint& b = ring[i - 1].y < ring[i].y ? ring[i] : ring[i - 1];
            const auto from = static_cast<std::int64_t>(std::ceil(a.y / side - 0.5));
            for (std::int64_t row = from; (static_cast<double>(row) + 0.5) * side < b.y; ++row) {
                const double y = (static_cast<double>(row) + 0.5) * side;
                crossings[static_cast<std::size_t>(row - firstRow)].push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    for (std::size_t r = 0; r < crossings.size(); ++r) {
        std::ranges::sort(crossings[r]);
        for (std::size_t i = 1; i < crossings[r].size(); i += 2) {
            run(firstRow + static_cast<std::int64_t>(r), static_cast<std::int64_t>(std::ceil(crossings[r][i - 1] / side - 0.5)),
                static_cast<std::int64_t>(std::floor(crossings[r][i] / side - 0.5)));
        }
    }
}

/// Calls with every cell that a shape's border passes through, at steps of a quarter of a cell.
template <class Cell>
void forBorder(const PlaneShape& shape, double side, Cell cell) {
    for (std::size_t index = 0; index < shape.ringCount(); ++index) {
        const auto ring = shape.ring(index);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double length = std::hypot(ring[i].x - ring[i - 1].x, ring[i].y - ring[i - 1].y);
            const int steps = static_cast<int>(length / (side / 4)) + 1;
            for (int k = 0; k < steps; ++k) {
                const double t = static_cast<double>(k) / steps;
                cell(static_cast<std::int64_t>(std::floor((ring[i - 1].x + t * (ring[i].x - ring[i - 1].x)) / side)),
                     static_cast<std::int64_t>(std::floor((ring[i - 1].y + t * (ring[i].y - ring[i - 1].y)) / side)));
            }
        }
    }
}

}  // namespace

Lattice::Lattice(std::span<const PlaneShape* const> owners, double side) : side_(side) {
    geometry::Box box;
    for (const PlaneShape* shape : owners) box.include(boxOf(*shape));
    if (box.empty()) return;
    firstColumn_ = static_cast<std::int64_t>(std::floor(box.minX / side)) - 1;
    firstRow_ = static_cast<std::int64_t>(std::floor(box.minY / side)) - 1;
    columns_ = static_cast<std::size_t>(static_cast<std::int64_t>(std::floor(box.maxX / side)) + 2 - firstColumn_);
    rows_ = static_cast<std::size_t>(static_cast<std::int64_t>(std::floor(box.maxY / side)) + 2 - firstRow_);
    std::vector<std::uint32_t> owner(columns_ * rows_, noPlace);
    std::vector<std::uint8_t> middle(columns_ * rows_, 0);
    const auto cellAt = [&](std::int64_t column, std::int64_t row) {
        return gridIndex(static_cast<std::size_t>(column - firstColumn_), static_cast<std::size_t>(row - firstRow_));
    };
    for (std::uint32_t i = 0; i < owners.size(); ++i) {
        forMiddles(*owners[i], side, [&](std::int64_t row, std::int64_t first, std::int64_t last) {
            for (std::int64_t column = first; column <= last; ++column) {
                owner[cellAt(column, row)] = i;
                middle[cellAt(column, row)] = 1;
            }
        });
    }
    for (std::uint32_t i = 0; i < owners.size(); ++i) {
        forBorder(*owners[i], side, [&](std::int64_t column, std::int64_t row) {
            std::uint32_t& who = owner[cellAt(column, row)];
            if (who == noPlace) who = i;
        });
    }
    grid_.assign(owner.size(), noPlace);
    for (std::uint32_t cell = 0; cell < owner.size(); ++cell) {
        if (owner[cell] == noPlace) continue;
        grid_[cell] = static_cast<std::uint32_t>(cells_.size());
        cells_.push_back(cell);
        owners_.push_back(owner[cell]);
        middles_.push_back(middle[cell]);
    }
}

PlanePoint Lattice::middle(std::uint32_t place) const {
    const auto column = static_cast<std::int64_t>(cells_[place] % columns_) + firstColumn_;
    const auto row = static_cast<std::int64_t>(cells_[place] / columns_) + firstRow_;
    return {(static_cast<double>(column) + 0.5) * side_, (static_cast<double>(row) + 0.5) * side_};
}

std::uint32_t Lattice::at(PlanePoint point) const {
    const std::int64_t column = static_cast<std::int64_t>(std::floor(point.x / side_)) - firstColumn_;
    const std::int64_t row = static_cast<std::int64_t>(std::floor(point.y / side_)) - firstRow_;
    if (column < 0 || row < 0 || column >= static_cast<std::int64_t>(columns_) || row >= static_cast<std::int64_t>(rows_)) return noPlace;
    return grid_[gridIndex(static_cast<std::size_t>(column), static_cast<std::size_t>(row))];
}

void Lattice::neighbours(std::uint32_t place, std::vector<std::uint32_t>& out) const {
    // The rectangle has a margin of one empty cell all around, so no index leaves it.
    const std::size_t cell = cells_[place];
    const std::array<std::size_t, 8> around{cell - columns_ - 1, cell - columns_, cell - columns_ + 1, cell - 1, cell + 1,
                                            cell + columns_ - 1, cell + columns_, cell + columns_ + 1};
    for (const std::size_t other : around) {
        if (grid_[other] != noPlace) out.push_back(grid_[other]);
    }
}

HeightGraph heightGraph(const Lattice& lattice, const std::function<double(PlanePoint)>& height, bool ownersApart) {
    const auto count = static_cast<std::uint32_t>(lattice.size());
    HeightGraph graph;
    graph.heights.resize(count);
    graph.ranks.resize(count);
    graph.ends.resize(count);
    tbb::parallel_for(std::uint32_t{0}, count, [&](std::uint32_t place) {
        graph.heights[place] = height(lattice.middle(place));
        graph.ranks[place] = lattice.owner(place);
    });
    graph.neighbours.reserve(std::size_t{count} * 8);
    std::vector<std::uint32_t> around;
    for (std::uint32_t place = 0; place < count; ++place) {
        around.clear();
        lattice.neighbours(place, around);
        for (const std::uint32_t other : around) {
            if (!ownersApart || lattice.owner(other) == lattice.owner(place)) graph.neighbours.push_back(other);
        }
        graph.ends[place] = static_cast<std::uint32_t>(graph.neighbours.size());
    }
    return graph;
}

}  // namespace raquette::analysis
