#pragma once

#include "gis/model/units.h"

#include <cmath>
#include <cstdint>
#include <limits>

namespace raquette::roads {

/// Milliseconds on the road. Whole numbers: sums along a way are exact, whatever the order they are made in.
using Millis = std::uint32_t;

/// A place that no road leads to, a road closed in that direction.
inline constexpr Millis unreached = std::numeric_limits<Millis>::max();

/// Sums that stay `unreached` where a part is, or where they would not fit (a journey of seven weeks).
constexpr Millis plus(Millis a, Millis b) {
    return a >= unreached - b ? unreached : a + b;
}

inline Millis toMillis(double seconds) {
    const double millis = std::round(seconds * 1000);
    return millis >= static_cast<double>(unreached) ? unreached : static_cast<Millis>(millis);
}
inline Millis toMillis(model::Minutes time) {
    return toMillis(time.value * 60);
}
/// Infinite where nothing leads.
inline model::Minutes toMinutes(Millis time) {
    return {time == unreached ? std::numeric_limits<double>::infinity() : static_cast<double>(time) / 60000};
}

}  // namespace raquette::roads
