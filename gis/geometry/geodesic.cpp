#include "gis/geometry/geodesic.h"

#include <GeographicLib/Geodesic.hpp>
#include <cmath>
#include <numbers>

namespace raquette::geometry {

namespace {

constexpr double semiMajor = 6378137.0;
constexpr double flattening = 1 / 298.257222101;

const GeographicLib::Geodesic& grs80() {
    static const GeographicLib::Geodesic ellipsoid(semiMajor, flattening);
    return ellipsoid;
}

}  // namespace

model::Metres geodesicDistance(LonLat from, LonLat to) {
    double metres = 0;
    grs80().Inverse(from.lat, from.lon, to.lat, to.lon, metres);
    return {metres};
}

LonLat geodesicFrom(LonLat from, double direction, model::Metres distance) {
    LonLat to;
    grs80().Direct(from.lat, from.lon, direction, distance.value, to.lat, to.lon);
    return to;
}

std::array<double, 3> inSpace(LonLat point) {
    constexpr double degree = std::numbers::pi / 180;
    constexpr double eccentricity2 = flattening * (2 - flattening);
    const double sinLat = std::sin(point.lat * degree);
    const double cosLat = std::cos(point.lat * degree);
    const double normal = semiMajor / std::sqrt(1 - eccentricity2 * sinLat * sinLat);
    return {normal * cosLat * std::cos(point.lon * degree), normal * cosLat * std::sin(point.lon * degree),
            normal * (1 - eccentricity2) * sinLat};
}

DistanceBounds geodesicBounds(double chord) {
    constexpr double tightest = semiMajor * (1 - flattening) * (1 - flattening);
    constexpr double rounding = 1e-7;  // of coordinates of 6e6 m in double precision, with room
    return {chord - rounding, 2 * tightest * std::asin(chord / (2 * tightest)) + rounding};
}

}  // namespace raquette::geometry
