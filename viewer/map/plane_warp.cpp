#include "viewer/map/plane_warp.h"

#include <cmath>
#include <cstdint>

namespace raquette::viewer {

namespace {

constexpr double spacing = 10000;  // metres between crossings: planes bend by a few metres over it

}  // namespace

PlaneWarp::PlaneWarp(geometry::Frame from, geometry::Frame to, const Box& around) {
    if (from == to || around.empty()) return;
    around_ = around.grown(spacing);
    columns_ = static_cast<std::size_t>(std::ceil(around_.width() / spacing)) + 1;
    rows_ = static_cast<std::size_t>(std::ceil(around_.height() / spacing)) + 1;
    nodes_.reserve(columns_ * rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
        for (std::size_t column = 0; column < columns_; ++column)
            nodes_.push_back({around_.west + static_cast<double>(column) * spacing, around_.south + static_cast<double>(row) * spacing});
    }
    nodes_ = geometry::toPlane(to, geometry::toLonLat(from, nodes_));
}

geometry::PlanePoint PlaneWarp::operator()(geometry::PlanePoint at) const {
    if (isNothing()) return at;
    const double x = (at.x - around_.west) / spacing;
    const double y = (at.y - around_.south) / spacing;
    const auto cell = [](double along, std::size_t count) {
        return static_cast<std::size_t>(std::clamp(std::floor(along), 0.0, static_cast<double>(count - 2)));
    };
    const std::size_t column = cell(x, columns_);
    const std::size_t row = cell(y, rows_);
    const double east = x - static_cast<double>(column);
    const double north = y - static_cast<double>(row);
    const auto mixed = [&](double geometry::PlanePoint::* axis) {
        const double south = std::lerp(node(column, row).*axis, node(column + 1, row).*axis, east);
        return std::lerp(south, std::lerp(node(column, row + 1).*axis, node(column + 1, row + 1).*axis, east), north);
    };
    return {mixed(&geometry::PlanePoint::x), mixed(&geometry::PlanePoint::y)};
}

Box PlaneWarp::before(const Box& there) const {
    if (isNothing()) return there;
    Box out;
    for (std::size_t row = 0; row + 1 < rows_; ++row) {
        for (std::size_t column = 0; column + 1 < columns_; ++column) {
            Box cell;
            for (std::size_t corner = 0; corner < 4; ++corner) cell.add(node(column + corner % 2, row + corner / 2));
            if (!cell.meets(there)) continue;
            const double west = around_.west + static_cast<double>(column) * spacing;
            const double south = around_.south + static_cast<double>(row) * spacing;
            out.add(Box{west, south, west + spacing, south + spacing});
        }
    }
    return out;
}

std::vector<geometry::PlanePoint> sidesOf(const Box& box, double step) {
    std::vector<geometry::PlanePoint> ring;
    const auto side = [&](geometry::PlanePoint from, geometry::PlanePoint to, double geometry::PlanePoint::* axis) {
        ring.push_back(from);
        const bool forward = to.*axis > from.*axis;
        const std::int64_t way = forward ? 1 : -1;
        const auto first = static_cast<std::int64_t>(forward ? std::floor(from.*axis / step) : std::ceil(from.*axis / step)) + way;
        const auto along = [&](std::int64_t k) { return static_cast<double>(k) * step; };
        for (std::int64_t k = first; (to.*axis - along(k)) * static_cast<double>(way) > 0; k += way) {
            geometry::PlanePoint at = from;
            at.*axis = along(k);
            ring.push_back(at);
        }
    };
    side({box.west, box.south}, {box.east, box.south}, &geometry::PlanePoint::x);
    side({box.east, box.south}, {box.east, box.north}, &geometry::PlanePoint::y);
    side({box.east, box.north}, {box.west, box.north}, &geometry::PlanePoint::x);
    side({box.west, box.north}, {box.west, box.south}, &geometry::PlanePoint::y);
    return ring;
}

}  // namespace raquette::viewer
