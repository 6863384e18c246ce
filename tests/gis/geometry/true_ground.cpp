#include "tests/gis/geometry/true_ground.h"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <cmath>
#include <numbers>

namespace raquette::testing {

namespace {

constexpr double a = 6378137;
constexpr double f = 1 / 298.257222101;  // GRS80, Moritz 2000

const GeographicLib::Geodesic& grs80() {
    static const GeographicLib::Geodesic ours(a, f);
    return ours;
}

}  // namespace

double trueDistance(geometry::LonLat from, geometry::LonLat to) {
    double metres = 0;
    grs80().Inverse(from.lat, from.lon, to.lat, to.lon, metres);
    return metres;
}

geometry::LonLat trueDestination(geometry::LonLat from, double azimuth, double metres) {
    geometry::LonLat to;
    grs80().Direct(from.lat, from.lon, azimuth, metres, to.lat, to.lon);
    return to;
}

double trueArea(const std::vector<geometry::LonLat>& ring) {
    GeographicLib::PolygonArea polygon(grs80());
    for (const geometry::LonLat& point : ring) polygon.AddPoint(point.lat, point.lon);
    double perimeter = 0;
    double area = 0;
    polygon.Compute(false, true, perimeter, area);
    return std::abs(area);
}

/// Radii of curvature of the meridian and of the prime vertical (the latter times the cosine is the parallel's own).
Radian trueRadian(double latitude) {
    const double phi = latitude * std::numbers::pi / 180;
    const double e2 = f * (2 - f);
    const double w = std::sqrt(1 - e2 * std::sin(phi) * std::sin(phi));
    return {a * (1 - e2) / (w * w * w), a / w * std::cos(phi)};
}

}  // namespace raquette::testing
