#include "gis/geometry/locator.h"

#include <cmath>

namespace raquette::geometry {

namespace {

template <class Visit>
void forEachEdge(std::span<const PlaneShape> shapes, Visit visit) {
    for (std::uint32_t shape = 0; shape < shapes.size(); ++shape) {
        for (std::size_t index = 0; index < shapes[shape].ringCount(); ++index) {
            const auto ring = shapes[shape].ring(index);
            for (std::size_t i = 1; i < ring.size(); ++i) {
                if (ring[i - 1].y != ring[i].y) visit(ring[i - 1], ring[i], shape);
            }
        }
    }
}

}  // namespace

Locator::Locator(std::span<const PlaneShape> shapes) {
    std::size_t count = 0;
    for (const PlaneShape& shape : shapes) {
        box_.include(boxOf(shape));
        count += shape.points.size();
    }
    if (box_.empty()) return;
    const auto slabs = static_cast<std::size_t>(std::clamp(std::sqrt(static_cast<double>(count)) * 2, 1.0, 8192.0));
    height_ = std::max((box_.maxY - box_.minY) / static_cast<double>(slabs), 1e-9);
    slabEnds_.resize(slabs);
    std::vector<std::uint32_t> sizes(slabs, 0);
    forEachEdge(shapes, [&](PlanePoint a, PlanePoint b, std::uint32_t) {
        for (std::size_t slab = slabOf(std::min(a.y, b.y)); slab <= slabOf(std::max(a.y, b.y)); ++slab) ++sizes[slab];
    });
    std::uint32_t total = 0;
    for (std::size_t slab = 0; slab < slabs; ++slab) {
        slabEnds_[slab] = total;  // where it begins, until it is filled
        total += sizes[slab];
    }
    edges_.resize(total);
    forEachEdge(shapes, [&](PlanePoint a, PlanePoint b, std::uint32_t shape) {
        for (std::size_t slab = slabOf(std::min(a.y, b.y)); slab <= slabOf(std::max(a.y, b.y)); ++slab) {
            edges_[slabEnds_[slab]++] = {a, b, shape};
        }
    });
}

std::size_t Locator::slabOf(double y) const {
    const double slab = (y - box_.minY) / height_;
    return std::min(static_cast<std::size_t>(std::max(slab, 0.0)), slabEnds_.size() - 1);
}

std::optional<std::uint32_t> Locator::at(PlanePoint point) const {
    if (!box_.contains(point.x, point.y)) return std::nullopt;
    const std::size_t slab = slabOf(point.y);
    bool inside = false;
    std::uint32_t shape = 0;
    for (std::uint32_t i = slab == 0 ? 0 : slabEnds_[slab - 1]; i < slabEnds_[slab]; ++i) {
        const Edge& edge = edges_[i];
        if (edge.shape != shape) {
            if (inside) return shape;
            shape = edge.shape;
        }
        if ((edge.from.y > point.y) == (edge.to.y > point.y)) continue;
        const double x = edge.from.x + (point.y - edge.from.y) / (edge.to.y - edge.from.y) * (edge.to.x - edge.from.x);
        if (point.x < x) inside = !inside;
    }
    if (inside) return shape;
    return std::nullopt;
}

}  // namespace raquette::geometry
