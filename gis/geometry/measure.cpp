#include "gis/geometry/measure.h"

#include <cmath>

namespace raquette::geometry {

namespace {

/// Even-odd rule over all edges of all rings.
template <class P, class X, class Y>
bool evenOdd(const Shape<P>& shape, P point, X xOf, Y yOf) {
    bool inside = false;
    for (std::size_t index = 0; index < shape.ringCount(); ++index) {
        const auto ring = shape.ring(index);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double y1 = yOf(ring[i - 1]);
            const double y2 = yOf(ring[i]);
            if ((y1 > yOf(point)) == (y2 > yOf(point))) continue;
            const double x = xOf(ring[i - 1]) + (yOf(point) - y1) / (y2 - y1) * (xOf(ring[i]) - xOf(ring[i - 1]));
            if (xOf(point) < x) inside = !inside;
        }
    }
    return inside;
}

}  // namespace

Box boxOf(const PlaneShape& shape) {
    Box box;
    for (const PlanePoint& point : shape.points) box.include(point.x, point.y);
    return box;
}

Box boxOf(const GeoShape& shape) {
    Box box;
    for (const LonLat& point : shape.points) box.include(point.lon, point.lat);
    return box;
}

double signedArea2(std::span<const PlanePoint> ring) {
    if (ring.empty()) return 0;
    const PlanePoint origin = ring.front();  // near the ring, so that large coordinates do not eat the digits
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        sum += (ring[i - 1].x - origin.x) * (ring[i].y - origin.y) - (ring[i].x - origin.x) * (ring[i - 1].y - origin.y);
    }
    return sum;
}

model::SquareMetres areaOf(const PlaneShape& shape) {
    double area = 0;
    for (std::size_t polygon = 0; polygon < shape.polygonCount(); ++polygon) {
        const std::size_t first = shape.firstRing(polygon);
        area += std::abs(signedArea2(shape.ring(first)));
        for (std::size_t ring = first + 1; ring < shape.polygonEnds[polygon]; ++ring) area -= std::abs(signedArea2(shape.ring(ring)));
    }
    return {area / 2};
}

bool contains(const PlaneShape& shape, PlanePoint point) {
    return evenOdd(shape, point, [](PlanePoint p) { return p.x; }, [](PlanePoint p) { return p.y; });
}

bool contains(const GeoShape& shape, LonLat point) {
    return evenOdd(shape, point, [](LonLat p) { return p.lon; }, [](LonLat p) { return p.lat; });
}

PlanePoint pointInside(const PlaneShape& shape, std::size_t polygon) {
    std::vector<double> heights;
    const auto outside = shape.ring(shape.firstRing(polygon));
    for (const PlanePoint& point : outside) heights.push_back(point.y);
    std::ranges::sort(heights);
    const auto last = std::unique(heights.begin(), heights.end());
    heights.erase(last, heights.end());
    if (heights.size() < 2) return outside.front();
    const std::size_t middle = (heights.size() - 1) / 2;
    const double y = (heights[middle] + heights[middle + 1]) / 2;  // between two vertices of the outside, never on one
    std::vector<double> crossings;
    for (std::size_t index = shape.firstRing(polygon); index < shape.polygonEnds[polygon]; ++index) {
        const auto ring = shape.ring(index);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            if ((ring[i - 1].y > y) == (ring[i].y > y)) continue;
            crossings.push_back(ring[i - 1].x + (y - ring[i - 1].y) / (ring[i].y - ring[i - 1].y) * (ring[i].x - ring[i - 1].x));
        }
    }
    std::ranges::sort(crossings);
    PlanePoint best = outside.front();
    double widest = 0;
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        const double width = crossings[i] - crossings[i - 1];
        if (width > widest) {
            widest = width;
            best = {(crossings[i] + crossings[i - 1]) / 2, y};
        }
    }
    return best;
}

PlanePoint pointInside(const PlaneShape& shape) {
    std::size_t largest = 0;
    double most = -1;
    for (std::size_t polygon = 0; polygon < shape.polygonCount(); ++polygon) {
        const double area = std::abs(signedArea2(shape.ring(shape.firstRing(polygon))));
        if (area > most) {
            most = area;
            largest = polygon;
        }
    }
    return pointInside(shape, largest);
}

PlaneShape polygonOf(const PlaneShape& shape, std::size_t polygon) {
    PlaneShape one;
    for (std::size_t index = shape.firstRing(polygon); index < shape.polygonEnds[polygon]; ++index) {
        const auto ring = shape.ring(index);
        one.points.insert(one.points.end(), ring.begin(), ring.end());
        one.closeRing();
    }
    one.closePolygon();
    return one;
}

}  // namespace raquette::geometry
