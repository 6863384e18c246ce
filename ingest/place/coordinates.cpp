#include "ingest/place/coordinates.h"

#include "gis/geometry/frame.h"
#include "gis/model/error.h"
#include "ingest/table/cells.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace raquette::ingest {

namespace {

using geometry::LonLat;
using geometry::PlanePoint;

struct Projection {
    std::string_view crs;
    double minX, maxX, minY, maxY;  ///< the part of the plane where France lies, metres
};
constexpr std::array<Projection, 2> projections{{{"EPSG:2154", 50e3, 1300e3, 6000e3, 7200e3}, {"EPSG:27572", 0, 1250e3, 1550e3, 2750e3}}};

std::optional<LonLat> inDegrees(double lon, double lat) {
    if (std::abs(lon) > 180 || std::abs(lat) > 90) return std::nullopt;
    return LonLat{lon, lat};
}

std::optional<LonLat> converted(std::string_view crs, PlanePoint point) {
    const LonLat at = geometry::toLonLat(crs, std::vector<PlanePoint>{point}).front();
    if (!std::isfinite(at.lon) || !std::isfinite(at.lat)) return std::nullopt;
    return at;
}

void readPlane(PositionReadings& readings, double x, double y) {
    const auto fits = [](const Projection& p, double px, double py) {
        return px >= p.minX && px <= p.maxX && py >= p.minY && py <= p.maxY;
    };
    for (const Projection& projection : projections) {
        if (fits(projection, x, y)) readings.asTyped = converted(projection.crs, {x, y});
        if (fits(projection, y, x)) readings.swapped = converted(projection.crs, {y, x});
        if (!readings.asTyped && !readings.swapped) continue;
        readings.crs = projection.crs;
        return;
    }
}

}  // namespace

bool isNearFrance(LonLat at) {
    struct Land {
        double west, south, east, north;
    };
    constexpr std::array<Land, 5> lands{{{-5.6, 41.2, 10.0, 51.3},
                                         {-62.0, 14.2, -60.6, 16.7},
                                         {-54.8, 2.0, -51.4, 6.0},
                                         {55.0, -21.6, 56.0, -20.7},
                                         {44.8, -13.2, 45.5, -12.4}}};
    return std::ranges::any_of(lands, [&](const Land& land) {
        return at.lon >= land.west && at.lon <= land.east && at.lat >= land.south && at.lat <= land.north;
    });
}

PositionReadings readPosition(std::string_view longitude, std::string_view latitude, std::string_view crs) {
    PositionReadings readings;
    if (saysNothing(longitude) && saysNothing(latitude)) return readings;
    readings.decimalComma = longitude.find(',') != std::string_view::npos || latitude.find(',') != std::string_view::npos;
    const auto x = readDecimal(longitude);
    const auto y = readDecimal(latitude);
    readings.unreadable = !x || !y;
    if (readings.unreadable || (*x == 0 && *y == 0)) {
        readings.unreadable = true;  // 0, 0 is what a program writes when it knows nothing
        return readings;
    }
    const bool degrees = crs.empty() || crs == "EPSG:4326" || crs == "4326" || crs == "WGS84";
    if (!degrees) {
        readings.crs = crs.find(':') == std::string_view::npos ? "EPSG:" + std::string(crs) : std::string(crs);
        try {
            readings.asTyped = converted(readings.crs, {*x, *y});
        } catch (const model::Error&) {
            readings.unreadable = true;
        }
        return readings;
    }
    readings.asTyped = inDegrees(*x, *y);
    readings.swapped = inDegrees(*y, *x);
    if (!readings.asTyped && !readings.swapped) readPlane(readings, *x, *y);
    return readings;
}

PositionReadings readCoordinatesCell(std::string_view cell, std::string_view crs) {
    if (saysNothing(cell)) return {};
    std::vector<std::string> parts = splitCell(cell, ";|");
    if (parts.size() != 2) parts = splitCell(cell, ",");
    if (parts.size() == 4) parts = {parts[0] + "," + parts[1], parts[2] + "," + parts[3]};  // 45,43, 4,39
    if (parts.size() != 2) parts = splitCell(cell, " ");
    if (parts.size() != 2) {
        PositionReadings unreadable;
        unreadable.unreadable = true;
        return unreadable;
    }
    for (std::string& part : parts) {
        if (part.ends_with(',')) part.pop_back();
    }
    return readPosition(parts[1], parts[0], crs);
}

}  // namespace raquette::ingest
