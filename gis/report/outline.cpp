#include "gis/report/outline.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <utility>

namespace raquette::report {

namespace {

using geometry::PlanePoint;

constexpr double tolerance = 0.25;   // of a drawing unit: half a pixel on a desktop
constexpr double leastExtent = 0.6;  // smaller rings are less than a dot

double distanceToSegment(PlanePoint p, PlanePoint a, PlanePoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0);
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// Relative moves in tenths of a unit, from rounded positions, so that rounding never adds up.
std::string pathOfRing(const std::vector<PlanePoint>& ring) {
    std::string out;
    long x = 0;
    long y = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const long nextX = std::lround(ring[i].x * 10);
        const long nextY = std::lround(ring[i].y * 10);
        if (i > 0 && nextX == x && nextY == y) continue;
        const auto tenths = [](long value) {
            return fmt::format("{}{}{}", value < 0 ? "-" : "", std::labs(value) / 10,
                               std::labs(value) % 10 == 0 ? "" : fmt::format(".{}", std::labs(value) % 10));
        };
        out += i == 0 ? "M" : i == 1 ? "l" : " ";
        out += tenths(i == 0 ? nextX : nextX - x) + " " + tenths(i == 0 ? nextY : nextY - y);
        x = nextX;
        y = nextY;
    }
    return out + "z";
}

}  // namespace

std::vector<PlanePoint> simplified(std::vector<PlanePoint> ring, double tolerance) {
    if (ring.size() < 5) return ring;
    std::vector<bool> keep(ring.size(), false);
    // A closed ring has no two ends to draw a line between: its first point and the one farthest from it are kept.
    std::size_t far = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (std::hypot(ring[i].x - ring[0].x, ring[i].y - ring[0].y) > std::hypot(ring[far].x - ring[0].x, ring[far].y - ring[0].y))
            far = i;
    }
    keep.front() = keep.back() = keep[far] = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, far}, {far, ring.size() - 1}};
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        double worst = tolerance;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double distance = distanceToSegment(ring[i], ring[first], ring[last]);
            if (distance > worst) {
                worst = distance;
                at = i;
            }
        }
        if (at == 0) continue;
        keep[at] = true;
        spans.emplace_back(first, at);
        spans.emplace_back(at, last);
    }
    std::vector<PlanePoint> left;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (keep[i]) left.push_back(ring[i]);
    }
    return left;
}

geometry::PlaneShape inFrame(const geometry::GeoShape& shape, geometry::Frame frame) {
    geometry::GeoShape own;
    for (std::size_t p = 0; p < shape.polygonCount(); ++p) {
        if (geometry::frameAt(shape.ring(shape.firstRing(p)).front()) != frame) continue;
        for (std::size_t r = shape.firstRing(p); r < shape.polygonEnds[p]; ++r) {
            const auto ring = shape.ring(r);
            own.points.insert(own.points.end(), ring.begin(), ring.end());
            own.closeRing();
        }
        own.closePolygon();
    }
    return own.empty() ? geometry::PlaneShape() : geometry::toPlane(frame, own);
}

std::string pathOf(const geometry::PlaneShape& shape, const Window& window) {
    std::string path;
    for (std::size_t r = 0; r < shape.ringCount(); ++r) {
        geometry::Box box;
        std::vector<PlanePoint> ring;
        for (const PlanePoint& point : shape.ring(r)) {
            box.include(point.x, point.y);
            ring.push_back(window.toDrawing(point));
        }
        const bool visible = box.touches(window.box) && std::max(box.maxX - box.minX, box.maxY - box.minY) * window.scale() > leastExtent;
        if (!visible) continue;
        ring = simplified(std::move(ring), tolerance);
        if (ring.size() > 3) path += pathOfRing(ring);
    }
    return path;
}

std::string pathOf(const geometry::GeoShape& shape, const Window& window) {
    return pathOf(inFrame(shape, window.frame), window);
}

}  // namespace raquette::report
