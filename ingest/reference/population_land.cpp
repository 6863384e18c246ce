#include "ingest/reference/population_land.h"

#include "gis/model/reference.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace raquette::ingest {

namespace {

constexpr double binSide = 0.1;  // degrees: about as wide as two communes
constexpr double metresPerDegree = 111'320;

/// Squared distance from the origin to a segment of the local plane.
double squaredDistance(double ax, double ay, double bx, double by) {
    const double dx = bx - ax;
    const double dy = by - ay;
    const double length2 = dx * dx + dy * dy;
    const double along = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    return std::pow(ax + along * dx, 2) + std::pow(ay + along * dy, 2);
}

double squaredDistanceToBorder(geometry::LonLat point, const geometry::GeoShape& shape, double cosine) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t ring = 0; ring < shape.ringCount(); ++ring) {
        const auto corners = shape.ring(ring);
        for (std::size_t i = 1; i < corners.size(); ++i) {
            least = std::min(least, squaredDistance((corners[i - 1].lon - point.lon) * cosine, corners[i - 1].lat - point.lat,
                                                    (corners[i].lon - point.lon) * cosine, corners[i].lat - point.lat));
        }
    }
    return least;
}

}  // namespace

LandIndex::LandIndex(std::span<const geometry::GeoShape> shapes) : shapes_(shapes) {
    for (const geometry::GeoShape& shape : shapes) extent_.include(boxes_.emplace_back(geometry::boxOf(shape)));
    if (extent_.empty()) return;
    columns_ = static_cast<std::int64_t>((extent_.maxX - extent_.minX) / binSide) + 1;
    rows_ = static_cast<std::int64_t>((extent_.maxY - extent_.minY) / binSide) + 1;
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
    const auto forEachBin = [&](std::size_t shape, auto use) {
        if (boxes_[shape].empty()) return;
        const Bins bins = binsOf(boxes_[shape]);
        for (std::int64_t row = bins.south; row <= bins.north; ++row) {
            for (std::int64_t column = bins.west; column <= bins.east; ++column) use(static_cast<std::size_t>(row * columns_ + column));
        }
    };
    for (std::size_t i = 0; i < shapes.size(); ++i) forEachBin(i, [&](std::size_t bin) { ++counts[bin + 1]; });
    std::partial_sum(counts.begin(), counts.end(), counts.begin());
    binShapes_.resize(counts.back());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        forEachBin(i, [&](std::size_t bin) { binShapes_[counts[bin]++] = static_cast<std::int32_t>(i); });
    }
    counts.pop_back();
    binEnds_ = std::move(counts);  // each bin's start has moved to its end
}

LandIndex::Bins LandIndex::binsOf(const geometry::Box& box) const {
    const auto bin = [](double value, double from, std::int64_t count) {
        return std::clamp(static_cast<std::int64_t>(std::floor((value - from) / binSide)), std::int64_t{0}, count - 1);
    };
    return {bin(box.minX, extent_.minX, columns_), bin(box.maxX, extent_.minX, columns_), bin(box.minY, extent_.minY, rows_),
            bin(box.maxY, extent_.minY, rows_)};
}

std::span<const std::int32_t> LandIndex::shapesIn(std::int64_t column, std::int64_t row) const {
    const auto bin = static_cast<std::size_t>(row * columns_ + column);
    const std::size_t begin = bin == 0 ? 0 : binEnds_[bin - 1];
    return std::span(binShapes_).subspan(begin, binEnds_[bin] - begin);
}

std::int32_t LandIndex::containing(geometry::LonLat point) const {
    if (!extent_.contains(point.lon, point.lat)) return model::nowhere;
    geometry::Box at;
    at.include(point.lon, point.lat);
    const Bins bin = binsOf(at);
    for (const std::int32_t shape : shapesIn(bin.west, bin.south)) {
        const auto i = static_cast<std::size_t>(shape);
        if (boxes_[i].contains(point.lon, point.lat) && geometry::contains(shapes_[i], point)) return shape;
    }
    return model::nowhere;
}

std::int32_t LandIndex::nearest(geometry::LonLat point, model::Metres reach) const {
    if (!std::isfinite(point.lon) || !std::isfinite(point.lat) || extent_.empty()) return model::nowhere;
    const double cosine = std::cos(point.lat * std::numbers::pi / 180);
    const double north = reach.value / metresPerDegree * 1.01;  // a degree of latitude is 0.7 % shorter in the south
    const double east = north / std::max(cosine, 0.01);
    geometry::Box around;
    around.include(point.lon - east, point.lat - north);
    around.include(point.lon + east, point.lat + north);
    if (!around.touches(extent_)) return model::nowhere;

    std::int32_t best = model::nowhere;
    double least = std::pow(reach.value / metresPerDegree, 2);
    const Bins bins = binsOf(around);
    for (std::int64_t row = bins.south; row <= bins.north; ++row) {
        for (std::int64_t column = bins.west; column <= bins.east; ++column) {
            for (const std::int32_t shape : shapesIn(column, row)) {
                const auto i = static_cast<std::size_t>(shape);
                if (!boxes_[i].touches(around)) continue;
                const double distance = squaredDistanceToBorder(point, shapes_[i], cosine);
                if (distance > least || (distance == least && best != model::nowhere && shape > best)) continue;
                best = shape;
                least = distance;
            }
        }
    }
    return best;
}

}  // namespace raquette::ingest
