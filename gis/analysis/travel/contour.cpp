#include "gis/analysis/travel/contour.h"

#include "gis/geometry/measure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// The window with a rim of corners all around that have no value and lie where the window's own edge does: borders close along it.
class Rimmed {
public:
    Rimmed(const PlaneField& field, const FieldWindow& window, double level)
        : field_(field), window_(window), level_(level), columns_(window.columns + 2), rows_(window.rows + 2) {}

    std::size_t columns() const { return columns_; }
    std::size_t rows() const { return rows_; }
    std::uint32_t corner(std::size_t column, std::size_t row) const { return static_cast<std::uint32_t>(row * columns_ + column); }

    float value(std::size_t column, std::size_t row) const {
        const bool rim = column == 0 || row == 0 || column == columns_ - 1 || row == rows_ - 1;
        return rim ? std::numeric_limits<float>::infinity() : field_.at(window_.column + column - 1, window_.row + row - 1);
    }
    bool inside(std::size_t column, std::size_t row) const { return static_cast<double>(value(column, row)) <= level_; }

    PlanePoint place(std::size_t column, std::size_t row) const {
        const auto along = [](std::size_t at, std::size_t count) { return std::clamp<std::size_t>(at, 1, count - 2) - 1; };
        return {field_.origin.x + static_cast<double>(window_.column + along(column, columns_)) * field_.side,
                field_.origin.y + static_cast<double>(window_.row + along(row, rows_)) * field_.side};
    }

    /// Where the border passes between a corner inside and one outside. Never at a corner itself, where two borders could meet.
    PlanePoint crossing(std::size_t c1, std::size_t r1, std::size_t c2, std::size_t r2) const {
        if (!inside(c1, r1)) {
            std::swap(c1, c2);
            std::swap(r1, r2);
        }
        const auto in = static_cast<double>(value(c1, r1));
        const auto out = static_cast<double>(value(c2, r2));
        const double share = std::isfinite(out) ? std::clamp((level_ - in) / (out - in), 0.02, 0.98) : 0.5;
        const PlanePoint a = place(c1, r1);
        const PlanePoint b = place(c2, r2);
        return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
    }

private:
    const PlaneField& field_;
    const FieldWindow& window_;
    double level_;
    std::size_t columns_;
    std::size_t rows_;
};

/// Follows the border, the inside to its left.
class Tracer {
public:
    explicit Tracer(const Rimmed& grid)
        : grid_(grid), next_(grid.columns() * grid.rows() * 2, none), part_(grid.columns() * grid.rows(), none) {}

    PlaneShape trace() {
        markParts();
        for (std::size_t row = 0; row + 1 < grid_.rows(); ++row) {
            for (std::size_t column = 0; column + 1 < grid_.columns(); ++column) link(column, row);
        }
        std::vector<std::vector<std::vector<PlanePoint>>> rings(parts_);  // of each part, its outside first
        for (std::uint32_t start = 0; start < next_.size(); ++start) {
            if (next_[start] != none) takeRing(start, rings);
        }
        PlaneShape shape;
        for (auto& part : rings) {
            if (part.empty()) continue;
            for (const std::vector<PlanePoint>& ring : part) {
                shape.points.insert(shape.points.end(), ring.begin(), ring.end());
                shape.closeRing();
            }
            shape.closePolygon();
        }
        return shape;
    }

private:
    /// Corners inside that hang together by the sides of cells.
    void markParts() {
        std::vector<std::uint32_t> open;
        for (std::uint32_t corner = 0; corner < part_.size(); ++corner) {
            if (part_[corner] != none || !isInside(corner)) continue;
            part_[corner] = parts_;
            open.assign(1, corner);
            while (!open.empty()) {
                const std::uint32_t from = open.back();
                open.pop_back();
                // The rim is outside, so no neighbour of a corner inside leaves the grid.
                const auto width = static_cast<std::uint32_t>(grid_.columns());
                for (const std::uint32_t to : {from - 1, from + 1, from - width, from + width}) {
                    if (part_[to] != none || !isInside(to)) continue;
                    part_[to] = parts_;
                    open.push_back(to);
                }
            }
            ++parts_;
        }
    }
    bool isInside(std::uint32_t corner) const { return grid_.inside(corner % grid_.columns(), corner / grid_.columns()); }

    /// Sides of cells by the corner they start at: to the east, to the north.
    std::uint32_t east(std::size_t column, std::size_t row) const { return grid_.corner(column, row) * 2; }
    std::uint32_t north(std::size_t column, std::size_t row) const { return grid_.corner(column, row) * 2 + 1; }

    /// The border through one cell: from side to side, the inside to its left.
    void link(std::size_t column, std::size_t row) {
        const bool sw = grid_.inside(column, row);
        const bool se = grid_.inside(column + 1, row);
        const bool ne = grid_.inside(column + 1, row + 1);
        const bool nw = grid_.inside(column, row + 1);
        const std::uint32_t south = east(column, row);
        const std::uint32_t right = north(column + 1, row);
        const std::uint32_t top = east(column, row + 1);
        const std::uint32_t left = north(column, row);
        switch ((sw ? 1 : 0) | (se ? 2 : 0) | (ne ? 4 : 0) | (nw ? 8 : 0)) {
            case 1:
                next_[south] = left;
                break;
            case 2:
                next_[right] = south;
                break;
            case 3:
                next_[right] = left;
                break;
            case 4:
                next_[top] = right;
                break;
            case 5:
                next_[south] = left;
                next_[top] = right;
                break;
            case 6:
                next_[top] = south;
                break;
            case 7:
                next_[top] = left;
                break;
            case 8:
                next_[left] = top;
                break;
            case 9:
                next_[south] = top;
                break;
            case 10:
                next_[right] = south;
                next_[left] = top;
                break;
            case 11:
                next_[right] = top;
                break;
            case 12:
                next_[left] = right;
                break;
            case 13:
                next_[south] = right;
                break;
            case 14:
                next_[left] = south;
                break;
            default:
                break;
        }
    }

    struct Side {
        std::size_t column, row, toColumn, toRow;
    };
    Side side(std::uint32_t index) const {
        const std::size_t corner = index / 2;
        const std::size_t column = corner % grid_.columns();
        const std::size_t row = corner / grid_.columns();
        return index % 2 == 0 ? Side{column, row, column + 1, row} : Side{column, row, column, row + 1};
    }

    void takeRing(std::uint32_t start, std::vector<std::vector<std::vector<PlanePoint>>>& rings) {
        std::vector<PlanePoint> ring;
        std::uint32_t part = none;
        std::uint32_t at = start;
        do {
            const auto [column, row, toColumn, toRow] = side(at);
            add(ring, grid_.crossing(column, row, toColumn, toRow));
            part = part_[grid_.inside(column, row) ? grid_.corner(column, row) : grid_.corner(toColumn, toRow)];
            const std::uint32_t following = next_[at];
            next_[at] = none;
            at = following;
        } while (at != start);
        while (ring.size() > 1 && ring.back() == ring.front()) ring.pop_back();
        if (ring.size() < 3) return;  // a corner of the window alone is inside
        ring.push_back(ring.front());
        const double area = geometry::signedArea2(ring);
        if (area == 0) return;
        auto& ofPart = rings[part];
        area > 0 ? ofPart.insert(ofPart.begin(), std::move(ring)) : ofPart.insert(ofPart.end(), std::move(ring));
    }

    /// Corners in a straight row along the grid say nothing.
    static void add(std::vector<PlanePoint>& ring, PlanePoint point) {
        if (!ring.empty() && ring.back() == point) return;
        const std::size_t size = ring.size();
        const auto row = [](double a, double b, double c) { return a == b && b == c; };
        if (size > 1 && (row(ring[size - 2].x, ring[size - 1].x, point.x) || row(ring[size - 2].y, ring[size - 1].y, point.y))) {
            ring.back() = point;
        } else {
            ring.push_back(point);
        }
    }

    const Rimmed& grid_;
    std::vector<std::uint32_t> next_;
    std::vector<std::uint32_t> part_;
    std::uint32_t parts_ = 0;
};

}  // namespace

FieldWindow windowAround(const PlaneField& field, const geometry::Box& box) {
    const auto range = [&](double least, double most, double origin, std::size_t count) {
        const double last = static_cast<double>(count) - 1;
        const double first = std::clamp(std::floor((least - origin) / field.side) - 1, 0.0, last);
        const double end = std::clamp(std::ceil((most - origin) / field.side) + 1, 0.0, last);
        return std::pair(static_cast<std::size_t>(first), static_cast<std::size_t>(std::max(end - first, 0.0)) + 1);
    };
    const auto [column, columns] = range(box.minX, box.maxX, field.origin.x, field.columns);
    const auto [row, rows] = range(box.minY, box.maxY, field.origin.y, field.rows);
    return {column, row, columns, rows};
}

PlaneShape contour(const PlaneField& field, const FieldWindow& window, double level) {
    if (window.columns < 2 || window.rows < 2) return {};
    const Rimmed grid(field, window, level);
    return Tracer(grid).trace();
}

}  // namespace raquette::analysis
