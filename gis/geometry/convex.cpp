#include "gis/geometry/convex.h"

namespace raquette::geometry {

PlaneShape convexShape(std::vector<PlanePoint> ring) {
    PlaneShape shape;
    if (ring.size() < 3) return shape;
    ring.push_back(ring.front());
    shape.points = std::move(ring);
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

PlaneShape cutTo(const Box& box, const PlaneShape& convex) {
    if (convex.empty()) return {};
    std::vector<PlanePoint> ring(convex.points.begin(), convex.points.end() - 1);
    keepSide(ring, [&](PlanePoint p) { return p.x - box.minX; });
    keepSide(ring, [&](PlanePoint p) { return box.maxX - p.x; });
    keepSide(ring, [&](PlanePoint p) { return p.y - box.minY; });
    keepSide(ring, [&](PlanePoint p) { return box.maxY - p.y; });
    return convexShape(std::move(ring));
}

}  // namespace raquette::geometry
