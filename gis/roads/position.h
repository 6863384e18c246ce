#pragma once

#include "gis/geometry/shape.h"

#include <cmath>
#include <cstdint>

namespace raquette::roads {

/// Ten millionths of a degree, WGS 84, as OpenStreetMap keeps them: a centimetre.
struct Position {
    std::int32_t lon = 0;
    std::int32_t lat = 0;

    bool operator==(const Position&) const = default;
};

inline constexpr double positionsPerDegree = 1e7;

inline geometry::LonLat toLonLat(Position at) {
    return {at.lon / positionsPerDegree, at.lat / positionsPerDegree};
}
inline Position toPosition(geometry::LonLat at) {
    return {static_cast<std::int32_t>(std::lround(at.lon * positionsPerDegree)),
            static_cast<std::int32_t>(std::lround(at.lat * positionsPerDegree))};
}

/// Metres of a degree of longitude and of latitude around a latitude, on GRS80: the ellipsoid's two radii of curvature there. Over a
/// stretch of road (10 km) the straight line by them departs from the geodesic by less than a millionth.
struct MetresPerDegree {
    double lon = 0;
    double lat = 0;

    explicit MetresPerDegree(double latitude) {
        constexpr double degree = 0.017453292519943295;
        constexpr double semiMajor = 6378137;
        constexpr double eccentricity2 = 0.00669438002290;
        const double sine = std::sin(latitude * degree);
        const double w2 = 1 - eccentricity2 * sine * sine;
        const double w = std::sqrt(w2);
        lon = degree * semiMajor / w * std::cos(latitude * degree);
        lat = degree * semiMajor * (1 - eccentricity2) / (w2 * w);
    }
};

/// Length of the straight line between two places at most some kilometres apart.
inline double shortDistance(Position a, Position b) {
    const MetresPerDegree metres((static_cast<double>(a.lat) + b.lat) / 2 / positionsPerDegree);
    return std::hypot((static_cast<double>(a.lon) - b.lon) / positionsPerDegree * metres.lon,
                      (static_cast<double>(a.lat) - b.lat) / positionsPerDegree * metres.lat);
}

}  // namespace raquette::roads
