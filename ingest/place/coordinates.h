#pragma once

#include "gis/geometry/shape.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// One thing the cells of a position may mean, in degrees.
struct PositionReading {
    geometry::LonLat at;
    std::string crs;         ///< the projection it was converted from; empty for degrees
    bool swapped = false;    ///< its axes were the wrong way round
    bool lostPoint = false;  ///< degrees whose decimal point was lost, or multiplied by a million
    bool evenly = false;     ///< both lost as many decimals: likelier

    /// Degrees as typed.
    bool plain() const { return crs.empty() && !swapped && !lostPoint; }
};

/// All of them, as typed first; where the row's commune is says which one is meant.
struct PositionReadings {
    std::vector<PositionReading> all;
    bool decimalComma = false;
    bool sexagesimal = false;  ///< degrees, minutes, seconds
    bool unreadable = false;   ///< something is typed, and it is no pair of numbers
};

/// From two cells. `crs` may be empty: metres of Lambert-93, of the Lambert zones I to IV, of Lambert II étendu, of CC42 to CC50, of the
/// overseas UTM and of Web Mercator are then each a reading, where they fall in the land that uses them.
PositionReadings readPosition(std::string_view longitude, std::string_view latitude, std::string_view crs);
/// From one cell "latitude, longitude", or "45°26'N 4°23'E" in either order.
PositionReadings readCoordinatesCell(std::string_view cell, std::string_view crs);

/// Within the surroundings of the mainland, Corsica or one of the five overseas départements.
bool isNearFrance(geometry::LonLat at);

}  // namespace raquette::ingest
