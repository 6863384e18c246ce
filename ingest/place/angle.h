#pragma once

#include <optional>
#include <string_view>
#include <utility>

namespace raquette::ingest {

/// Degrees typed with marks or a hemisphere.
struct Angle {
    enum class Axis { Unknown, Latitude, Longitude };
    double degrees = 0;
    Axis axis = Axis::Unknown;  ///< told by N, S, E, O (Ouest), W or their words
    bool sexagesimal = false;   ///< in degrees and minutes, at least
};

/// `45°26'12"N`, `45° 26,2' Nord`, `N 45 26 12`, `45d26m12s`, `4°23'O`, `4.39° E`: with a mark or a hemisphere at least, whatever quotes
/// stand for minutes and seconds. Minutes and seconds are under 60, and only the last number has decimals. Nothing otherwise.
std::optional<Angle> readAngle(std::string_view text);

/// Both angles of one cell: between `,` `;` `/` or spaces, the first being the latitude unless they say otherwise.
std::optional<std::pair<Angle, Angle>> readAngles(std::string_view cell);

}  // namespace raquette::ingest
