#pragma once

#include "gis/geometry/shape.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// What the cells of a position may mean, in degrees, the reading as typed first, then with its axes swapped.
struct PositionReadings {
    std::optional<geometry::LonLat> asTyped;
    std::optional<geometry::LonLat> swapped;
    std::string crs;  ///< the projection it was converted from; empty for degrees
    bool decimalComma = false;
    bool unreadable = false;  ///< something is typed, and it is no pair of numbers
};

/// From two cells. `crs` may be empty: metres of Lambert-93 and of Lambert II are known by their magnitude.
PositionReadings readPosition(std::string_view longitude, std::string_view latitude, std::string_view crs);
/// From one cell "latitude, longitude".
PositionReadings readCoordinatesCell(std::string_view cell, std::string_view crs);

/// Within the surroundings of the mainland, Corsica or one of the five overseas départements.
bool isNearFrance(geometry::LonLat at);

}  // namespace raquette::ingest
