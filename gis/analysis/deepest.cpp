#include "gis/analysis/deepest.h"

#include "gis/analysis/lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

/// The middle of the circle through three points.
PlanePoint circumcentre(PlanePoint a, PlanePoint b, PlanePoint c) {
    const double bx = b.x - a.x;
    const double by = b.y - a.y;
    const double cx = c.x - a.x;
    const double cy = c.y - a.y;
    const double d = 2 * (bx * cy - by * cx);
    const double b2 = bx * bx + by * by;
    const double c2 = cx * cx + cy * cy;
    return {a.x + (cy * b2 - by * c2) / d, a.y + (bx * c2 - cx * b2) / d};
}

/// The farthest place so far from its nearest provider. Two places differ in that distance by at most what lies between them, so most need
/// not be measured when places come side by side.
class Deepest {
public:
    explicit Deepest(const NearestProvider& nearest) : nearest_(nearest) {}

    double depth() const { return depth_; }
    PlanePoint place() const { return place_; }

    void look(PlanePoint place) {
        constexpr double rounding = 1e-6;
        if (lastDepth_ + std::hypot(place.x - last_.x, place.y - last_.y) + rounding <= depth_) return;
        last_ = place;
        lastDepth_ = nearest_.distance(place);
        if (lastDepth_ <= depth_) return;
        depth_ = lastDepth_;
        place_ = place;
    }

private:
    const NearestProvider& nearest_;
    double depth_ = -1;
    PlanePoint place_;
    double lastDepth_ = std::numeric_limits<double>::infinity();
    PlanePoint last_;
};

}  // namespace

double deepestOf(const PlaneShape& hole, const NearestProvider& nearest, double side) {
    const PlaneShape* const owner = &hole;
    const Lattice lattice(std::span(&owner, 1), side);
    Deepest deepest(nearest);
    for (std::uint32_t place = 0; place < lattice.size(); ++place) {
        if (lattice.holdsMiddle(place)) deepest.look(lattice.middle(place));
    }
    const PlanePoint top = deepest.place();
    const std::vector<PlanePoint> three = deepest.depth() >= 0 ? nearest.nearest(top, 3) : std::vector<PlanePoint>();
    for (const PlanePoint& corner : hole.points) deepest.look(corner);
    if (three.size() == 3) {
        const PlanePoint middle = circumcentre(three[0], three[1], three[2]);
        const bool near = std::hypot(middle.x - top.x, middle.y - top.y) < 2 * side;
        if (near && contains(hole, middle)) deepest.look(middle);
    }
    return deepest.depth();
}

double deepestOf(const PlaneShape& hole, const Height& height, double side) {
    const PlaneShape* const owner = &hole;
    const Lattice lattice(std::span(&owner, 1), side);
    double deepest = -1;
    for (std::uint32_t place = 0; place < lattice.size(); ++place) {
        if (lattice.holdsMiddle(place)) deepest = std::max(deepest, height(lattice.middle(place)));
    }
    // A border has far more corners than it has ups and downs.
    const std::size_t step = std::max<std::size_t>(1, hole.points.size() / 200);
    for (std::size_t i = 0; i < hole.points.size(); i += step) deepest = std::max(deepest, height(hole.points[i]));
    return deepest;
}

}  // namespace raquette::analysis
