#include "gis/analysis/thin_cover.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;

double squared(PlanePoint a, PlanePoint b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

double turn(PlanePoint from, PlanePoint to, PlanePoint at) {
    return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x);
}

}  // namespace

Within within(const Catchment& catchment, std::uint32_t index, PlanePoint a, PlanePoint b) {
    const double toA = squared(a, catchment.centre);
    const double toB = squared(b, catchment.centre);
    if (std::max(toA, toB) <= catchment.inner * catchment.inner) return {0, 1, index};
    if (std::min(toA, toB) > catchment.outer * catchment.outer + squared(a, b) / 4) return {1, 0, index};
    Within piece{0, 1, index};
    const auto ring = catchment.shape.ring(0);
    for (std::size_t i = 1; i < ring.size() && piece.from < piece.to; ++i) {
        const double ofA = turn(ring[i - 1], ring[i], a);  // on the left: within, as rims turn anticlockwise
        const double ofB = turn(ring[i - 1], ring[i], b);
        if (ofA < 0 && ofB < 0) return {1, 0, index};
        if (ofA < 0) piece.from = std::max(piece.from, ofA / (ofA - ofB));
        if (ofB < 0) piece.to = std::min(piece.to, ofA / (ofA - ofB));
    }
    return piece;
}

}  // namespace raquette::analysis
