#include "gis/analysis/catchment.h"

#include "gis/analysis/catchment_union.h"
#include "gis/geometry/circle.h"
#include "gis/geometry/convex.h"
#include "gis/geometry/overlay.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace raquette::analysis {

namespace {

using geometry::Box;
using geometry::PlanePoint;
using geometry::PlaneShape;

double radiusFor(const Provider& provider, model::Metres reach, Certainty certainty) {
    if (certainty == Certainty::Sure) return reach.value - provider.uncertainty.value;
    if (certainty == Certainty::Possible) return reach.value + provider.uncertainty.value;
    return reach.value;
}

/// The land's rectangle in degrees, from its rectangle on the plane.
Box degreesAround(const Land& land) {
    const Box plane = land.box();
    Box degrees;
    for (int i = 0; i <= 8; ++i) {
        for (int j = 0; j <= 8; ++j) {
            const geometry::LonLat at = toLonLat(
                land.frame, PlanePoint{plane.minX + (plane.maxX - plane.minX) * i / 8, plane.minY + (plane.maxY - plane.minY) * j / 8});
            degrees.include(at.lon, at.lat);
        }
    }
    return degrees;
}

bool mayTouch(const Box& degrees, geometry::LonLat at, double radius) {
    constexpr double metresPerDegree = 110000;  // a little less than the truth, so that the margin is a little more
    const double margin = radius / metresPerDegree + 0.1;
    const double cosLat = std::max(0.05, std::cos(at.lat * std::numbers::pi / 180));
    return at.lat >= degrees.minY - margin && at.lat <= degrees.maxY + margin && at.lon >= degrees.minX - margin / cosLat &&
           at.lon <= degrees.maxX + margin / cosLat;
}

Catchment catchmentOf(geometry::Frame frame, std::uint32_t provider, geometry::LonLat at, double radius) {
    Catchment catchment;
    catchment.provider = provider;
    catchment.shape.points = geometry::circleOnPlane(frame, at, {radius});
    catchment.shape.closeRing();
    catchment.shape.closePolygon();
    catchment.box = boxOf(catchment.shape);
    catchment.centre = toPlane(frame, at);
    catchment.inner = std::numeric_limits<double>::infinity();
    for (const PlanePoint& point : catchment.shape.points) {
        const double distance = std::hypot(point.x - catchment.centre.x, point.y - catchment.centre.y);
        catchment.outer = std::max(catchment.outer, distance);
        catchment.inner = std::min(catchment.inner, distance);
    }
    catchment.inner *= std::cos(std::numbers::pi / geometry::circleCorners) * 0.9999;
    return catchment;
}

double farthest(const Box& box, PlanePoint from) {
    return std::hypot(std::max(std::abs(box.minX - from.x), std::abs(box.maxX - from.x)),
                      std::max(std::abs(box.minY - from.y), std::abs(box.maxY - from.y)));
}

double nearest(const Box& box, PlanePoint from) {
    const double dx = std::max({box.minX - from.x, 0.0, from.x - box.maxX});
    const double dy = std::max({box.minY - from.y, 0.0, from.y - box.maxY});
    return std::hypot(dx, dy);
}

double squared(double x, double y) {
    return x * x + y * y;
}

double squaredDistanceToEdge(PlanePoint a, PlanePoint b, PlanePoint from) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = squared(dx, dy);
    const double along = length2 > 0 ? std::clamp(((from.x - a.x) * dx + (from.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return squared(a.x + along * dx - from.x, a.y + along * dy - from.y);
}

enum class Lies { Apart, Across, Over };

/// How a catchment lies to a shape, where the shape's rectangle leaves it open. A disc is convex: it holds what its corners are in.
Lies lies(const Catchment& catchment, const PlaneShape& shape) {
    double nearest2 = std::numeric_limits<double>::infinity();
    double farthest2 = 0;
    for (std::size_t r = 0; r < shape.ringCount(); ++r) {
        const auto ring = shape.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            nearest2 = std::min(nearest2, squaredDistanceToEdge(ring[i], ring[i + 1], catchment.centre));
            farthest2 = std::max(farthest2, squared(ring[i].x - catchment.centre.x, ring[i].y - catchment.centre.y));
        }
    }
    if (farthest2 <= catchment.inner * catchment.inner) return Lies::Over;
    if (nearest2 < catchment.outer * catchment.outer || contains(shape, catchment.centre)) return Lies::Across;
    return Lies::Apart;
}

/// What of a box these catchments cover, all that touch it; and a little around it, so that the cut never runs along a border there.
PlaneShape coveredNear(const Box& box, const std::vector<const Catchment*>& near) {
    constexpr double margin = 10;
    const Box around{box.minX - margin, box.minY - margin, box.maxX + margin, box.maxY + margin};
    std::vector<PlaneShape> parts;
    for (const Catchment* catchment : near) {
        PlaneShape part = geometry::cutTo(around, catchment->cell);
        if (!part.empty()) parts.push_back(std::move(part));
    }
    if (parts.size() < 2) return parts.empty() ? PlaneShape() : std::move(parts.front());
    return geometry::unaryUnion(std::span<const PlaneShape>(parts));
}

/// The drawn shapes that touch a box, together.
PlaneShape drawnNear(const Box& box, const Catchments& catchments) {
    if (catchments.timed) return catchments.timed(box);
    std::vector<PlaneShape> near;
    for (const std::uint32_t i : catchments.index.touching(box)) near.push_back(catchments.drawn[i]);
    if (near.size() < 2) return near.empty() ? PlaneShape() : std::move(near.front());
    return geometry::unaryUnion(std::span<const PlaneShape>(near));
}

}  // namespace

Catchments catchmentsOn(const Land& land, const std::vector<Provider>& providers, model::Metres reach, Certainty certainty) {
    const Box degrees = degreesAround(land);
    std::vector<std::uint32_t> near;
    for (std::uint32_t i = 0; i < providers.size(); ++i) {
        const double radius = radiusFor(providers[i], reach, certainty);
        if (radius > 0 && mayTouch(degrees, providers[i].at, radius)) near.push_back(i);
    }
    Catchments catchments;
    catchments.each.resize(near.size());
    tbb::parallel_for(std::size_t{0}, near.size(), [&](std::size_t i) {
        const Provider& provider = providers[near[i]];
        catchments.each[i] = catchmentOf(land.frame, near[i], provider.at, radiusFor(provider, reach, certainty));
    });
    // By place: whatever the order of the lists, the same figures to the last bit.
    const auto key = [](const Catchment& one) { return std::tuple(one.centre.x, one.centre.y, one.outer, one.provider); };
    std::ranges::sort(catchments.each, {}, key);
    cutToCells(catchments.each);
    std::vector<Box> boxes;
    for (const Catchment& catchment : catchments.each) boxes.push_back(catchment.box);
    catchments.index = CatchmentIndex(std::move(boxes));
    catchments.together = catchmentUnion(catchments.each);
    return catchments;
}

CatchmentIndex::CatchmentIndex(std::vector<Box> boxes) : boxes_(std::move(boxes)) {
    double width = 0;
    for (const Box& box : boxes_) {
        all_.include(box);
        width = std::max(width, box.maxX - box.minX);
    }
    if (boxes_.empty()) return;
    cell_ = std::max({width / 2, (all_.maxX - all_.minX) / 512, (all_.maxY - all_.minY) / 512, 1.0});
    columns_ = static_cast<std::size_t>((all_.maxX - all_.minX) / cell_) + 1;
    rows_ = static_cast<std::size_t>((all_.maxY - all_.minY) / cell_) + 1;
    cells_.resize(columns_ * rows_);
    for (std::uint32_t i = 0; i < boxes_.size(); ++i) {
        const Box& box = boxes_[i];
        const auto firstColumn = static_cast<std::size_t>((box.minX - all_.minX) / cell_);
        const auto lastColumn = static_cast<std::size_t>((box.maxX - all_.minX) / cell_);
        const auto firstRow = static_cast<std::size_t>((box.minY - all_.minY) / cell_);
        const auto lastRow = static_cast<std::size_t>((box.maxY - all_.minY) / cell_);
        for (std::size_t row = firstRow; row <= lastRow; ++row) {
            for (std::size_t column = firstColumn; column <= lastColumn; ++column) cells_[row * columns_ + column].push_back(i);
        }
    }
}

std::vector<std::uint32_t> CatchmentIndex::touching(const Box& box) const {
    std::vector<std::uint32_t> found;
    if (cells_.empty() || !all_.touches(box)) return found;
    const auto column = [&](double x) {
        return static_cast<std::size_t>(std::clamp((x - all_.minX) / cell_, 0.0, static_cast<double>(columns_ - 1)));
    };
    const auto row = [&](double y) {
        return static_cast<std::size_t>(std::clamp((y - all_.minY) / cell_, 0.0, static_cast<double>(rows_ - 1)));
    };
    for (std::size_t r = row(box.minY); r <= row(box.maxY); ++r) {
        for (std::size_t c = column(box.minX); c <= column(box.maxX); ++c) {
            for (const std::uint32_t i : cells_[r * columns_ + c]) {
                if (boxes_[i].touches(box)) found.push_back(i);
            }
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::optional<PlaneShape> uncoveredPart(const PlaneShape& shape, const Box& box, const Catchments& catchments) {
    if (!catchments.byDistance()) {
        const PlaneShape covered = drawnNear(box, catchments);
        return covered.empty() ? std::nullopt : std::optional(geometry::difference(shape, covered));
    }
    std::vector<const Catchment*> near;
    for (const std::uint32_t i : catchments.index.touching(box)) {
        const Catchment& catchment = catchments.each[i];
        if (farthest(box, catchment.centre) <= catchment.inner) return PlaneShape{};
        if (nearest(box, catchment.centre) >= catchment.outer) continue;
        const Lies lying = lies(catchment, shape);
        if (lying == Lies::Over) return PlaneShape{};
        if (lying == Lies::Across) near.push_back(&catchment);
    }
    if (near.empty()) return std::nullopt;
    const PlaneShape covered = coveredNear(box, near);
    return covered.empty() ? std::nullopt : std::optional(geometry::difference(shape, covered));
}

PlaneShape unionNear(const Box& box, const Catchments& catchments) {
    if (!catchments.byDistance())
        return std::ranges::any_of(catchments.whole, [](auto one) { return one != 0; }) ? catchments.together : drawnNear(box, catchments);
    std::vector<const Catchment*> near;
    for (const std::uint32_t i : catchments.index.touching(box)) near.push_back(&catchments.each[i]);
    return coveredNear(box, near);
}

}  // namespace raquette::analysis
