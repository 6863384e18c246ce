#include "ingest/place/coordinates.h"

#include "gis/geometry/frame.h"
#include "gis/model/error.h"
#include "ingest/place/angle.h"
#include "ingest/table/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace raquette::ingest {

namespace {

using geometry::LonLat;
using geometry::PlanePoint;

struct Box {
    double west, south, east, north;

    bool holds(LonLat at) const { return at.lon >= west && at.lon <= east && at.lat >= south && at.lat <= north; }
};
constexpr Box mainland{-5.6, 41.2, 10.0, 51.3};
constexpr Box antilles{-62.0, 14.2, -60.6, 16.7};
constexpr Box guyane{-54.8, 2.0, -51.4, 6.0};
constexpr Box reunion{55.0, -21.6, 56.0, -20.7};
constexpr Box mayotte{44.8, -13.2, 45.5, -12.4};
constexpr Box anywhere{-63, -22, 56, 52};

/// A projection in use, the part of its plane where its land lies (metres), and that land.
struct Projection {
    std::string_view crs;
    double minX, maxX, minY, maxY;
    Box land;
};
constexpr double north = 1e6;
constexpr std::array<Projection, 20> projections{{
    {"EPSG:2154", 50e3, 1300e3, 6.0e6, 7.2e6, mainland},
    {"EPSG:27572", 0, 1250e3, 1.55e6, 2.75e6, mainland},  // Lambert II étendu
    {"EPSG:27561", 300e3, 1100e3, 0, 400e3, {-5.6, 47.9, 10.0, 51.3}},
    {"EPSG:27562", 0, 1100e3, 0, 400e3, {-5.6, 45.2, 10.0, 48.2}},
    {"EPSG:27563", 250e3, 1100e3, 0, 400e3, {-5.6, 42.2, 10.0, 45.6}},
    {"EPSG:27564", 450e3, 650e3, 50e3, 350e3, {8.4, 41.2, 9.7, 43.2}},
    {"EPSG:3942", 1.1e6, 2.3e6, north * 1, north * 1 + 400e3, {-5.6, 40.9, 10.0, 43.1}},
    {"EPSG:3943", 1.1e6, 2.3e6, north * 2, north * 2 + 400e3, {-5.6, 41.9, 10.0, 44.1}},
    {"EPSG:3944", 1.1e6, 2.3e6, north * 3, north * 3 + 400e3, {-5.6, 42.9, 10.0, 45.1}},
    {"EPSG:3945", 1.1e6, 2.3e6, north * 4, north * 4 + 400e3, {-5.6, 43.9, 10.0, 46.1}},
    {"EPSG:3946", 1.1e6, 2.3e6, north * 5, north * 5 + 400e3, {-5.6, 44.9, 10.0, 47.1}},
    {"EPSG:3947", 1.1e6, 2.3e6, north * 6, north * 6 + 400e3, {-5.6, 45.9, 10.0, 48.1}},
    {"EPSG:3948", 1.1e6, 2.3e6, north * 7, north * 7 + 400e3, {-5.6, 46.9, 10.0, 49.1}},
    {"EPSG:3949", 1.1e6, 2.3e6, north * 8, north * 8 + 400e3, {-5.6, 47.9, 10.0, 50.1}},
    {"EPSG:3950", 1.1e6, 2.3e6, north * 9, north * 9 + 400e3, {-5.6, 48.9, 10.0, 51.3}},
    {"EPSG:5490", 400e3, 800e3, 1.55e6, 1.9e6, antilles},
    {"EPSG:2972", 50e3, 500e3, 200e3, 700e3, guyane},
    {"EPSG:2975", 290e3, 400e3, 7.60e6, 7.72e6, reunion},
    {"EPSG:4471", 470e3, 560e3, 8.53e6, 8.65e6, mayotte},
    {"EPSG:3857", -6.95e6, 6.24e6, -2.5e6, 6.7e6, anywhere},
}};

std::optional<LonLat> converted(std::string_view crs, PlanePoint point) {
    const LonLat at = geometry::toLonLat(crs, std::vector<PlanePoint>{point}).front();
    if (!std::isfinite(at.lon) || !std::isfinite(at.lat)) return std::nullopt;
    return at;
}

void addPlane(std::vector<PositionReading>& readings, double x, double y, bool swapped) {
    for (const Projection& projection : projections) {
        if (x < projection.minX || x > projection.maxX || y < projection.minY || y > projection.maxY) continue;
        const auto at = converted(projection.crs, {x, y});
        if (at && projection.land.holds(*at) && isNearFrance(*at)) readings.push_back({*at, std::string(projection.crs), swapped});
    }
}

/// The digits of a number without its point, with its sign; nothing when it has decimals or too few digits to be a position's.
struct Digits {
    double value = 0;
    int count = 0;
};
std::optional<Digits> digitsOf(std::string_view cell) {
    std::string digits;
    int points = 0;
    for (const char c : cell) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c == '.') {
            ++points;  // 45.432.123: a spreadsheet took it for thousands
        } else if (c != ' ' && c != '-') {
            return std::nullopt;
        }
    }
    if (digits.size() < 5 || digits.size() > 15 || points == 1) return std::nullopt;
    Digits read;
    std::from_chars(digits.data(), digits.data() + digits.size(), read.value);
    read.count = static_cast<int>(digits.size());
    if (cell.find('-') != std::string_view::npos) read.value = -read.value;
    return read;
}

/// Degrees whose point was lost, put back wherever that falls in France.
void addLostPoints(std::vector<PositionReading>& readings, std::string_view xCell, std::string_view yCell, bool swapped) {
    const auto x = digitsOf(xCell);
    const auto y = digitsOf(yCell);
    if (!x || !y) return;
    // Both multiplied alike, then each with a point of its own.
    for (const double scale : {1e4, 1e5, 1e6, 1e7, 1e8}) {
        const LonLat at{x->value / scale, y->value / scale};
        if (isNearFrance(at)) readings.push_back({at, {}, swapped, true, true});
    }
    for (const int before : {2, 1}) {
        for (const int beforeLat : {2, 1}) {
            if (x->count - before == y->count - beforeLat) continue;
            const LonLat at{x->value / std::pow(10, x->count - before), y->value / std::pow(10, y->count - beforeLat)};
            if (isNearFrance(at)) readings.push_back({at, {}, swapped, true, false});
        }
    }
}

PositionReadings unreadable() {
    PositionReadings readings;
    readings.unreadable = true;
    return readings;
}

PositionReadings inCrs(std::string_view crs, double x, double y) {
    PositionReadings readings;
    const std::string name = crs.find(':') == std::string_view::npos ? "EPSG:" + std::string(crs) : std::string(crs);
    try {
        if (const auto at = converted(name, {x, y})) readings.all.push_back({*at, name});
        const auto turned = converted(name, {y, x});
        const bool typedIsThere = !readings.all.empty() && isNearFrance(readings.all.front().at);
        if (turned && !typedIsThere && isNearFrance(*turned)) readings.all.push_back({*turned, name, true});
    } catch (const model::Error&) {
        return unreadable();
    }
    return readings;
}

PositionReadings inAngles(const Angle& first, const Angle& second, bool latitudeFirst) {
    PositionReadings readings;
    readings.sexagesimal = first.sexagesimal || second.sexagesimal;
    const bool told = first.axis != Angle::Axis::Unknown || second.axis != Angle::Axis::Unknown;
    const bool firstIsLatitude = told ? first.axis == Angle::Axis::Latitude || second.axis == Angle::Axis::Longitude : latitudeFirst;
    const double lat = firstIsLatitude ? first.degrees : second.degrees;
    const double lon = firstIsLatitude ? second.degrees : first.degrees;
    const bool turned = firstIsLatitude != latitudeFirst;
    if (std::abs(lat) <= 90) readings.all.push_back({{lon, lat}, {}, turned});
    if (!told && std::abs(lon) <= 90) readings.all.push_back({{lat, lon}, {}, true});
    return readings;
}

bool isDegrees(std::string_view crs) {
    return crs.empty() || crs == "EPSG:4326" || crs == "4326" || crs == "WGS84" || crs == "WGS 84";
}

}  // namespace

bool isNearFrance(LonLat at) {
    return std::ranges::any_of(std::array{mainland, antilles, guyane, reunion, mayotte}, [&](const Box& land) { return land.holds(at); });
}

PositionReadings readPosition(std::string_view longitude, std::string_view latitude, std::string_view crs) {
    PositionReadings readings;
    if (saysNothing(longitude) && saysNothing(latitude)) return readings;
    const auto x = readDecimal(longitude);
    const auto y = readDecimal(latitude);
    if (!x || !y) {
        const auto lon = readAngle(longitude);
        const auto lat = readAngle(latitude);
        if (lon && lat && (lon->axis == Angle::Axis::Unknown || lon->axis != lat->axis)) return inAngles(*lon, *lat, false);
        addLostPoints(readings.all, longitude, latitude, false);
        readings.unreadable = readings.all.empty();
        return readings;
    }
    if (*x == 0 && *y == 0) return unreadable();  // what a program writes when it knows nothing
    readings.decimalComma = longitude.find(',') != std::string_view::npos || latitude.find(',') != std::string_view::npos;
    if (!isDegrees(crs)) {
        PositionReadings projected = inCrs(crs, *x, *y);
        projected.decimalComma = readings.decimalComma;
        return projected;
    }
    if (std::abs(*x) <= 180 && std::abs(*y) <= 90) readings.all.push_back({{*x, *y}, {}});
    if (std::abs(*y) <= 180 && std::abs(*x) <= 90) readings.all.push_back({{*y, *x}, {}, true});
    if (!readings.all.empty() || !crs.empty()) return readings;
    addPlane(readings.all, *x, *y, false);
    addPlane(readings.all, *y, *x, true);
    addLostPoints(readings.all, longitude, latitude, false);
    addLostPoints(readings.all, latitude, longitude, true);
    return readings;
}

PositionReadings readCoordinatesCell(std::string_view cell, std::string_view crs) {
    if (saysNothing(cell)) return {};
    if (const auto angles = readAngles(cell)) return inAngles(angles->first, angles->second, true);
    std::vector<std::string> parts = splitCell(cell, ";|");
    if (parts.size() != 2) parts = splitCell(cell, ",");
    if (parts.size() == 4) parts = {parts[0] + "," + parts[1], parts[2] + "," + parts[3]};  // 45,43, 4,39
    if (parts.size() != 2) parts = splitCell(cell, " ");
    if (parts.size() != 2) return unreadable();
    for (std::string& part : parts) {
        if (part.ends_with(',')) part.pop_back();
    }
    return readPosition(parts[1], parts[0], crs);
}

}  // namespace raquette::ingest
