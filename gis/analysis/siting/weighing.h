#pragma once

#include "gis/geometry/shape.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace raquette::analysis {

/// How far a place is from a point, where it is nearer than that point's limit.
struct NearPlace {
    std::uint32_t place;
    double far;
};
/// Of each point, nearest first.
using NearPlaces = std::vector<std::vector<NearPlace>>;

/// How far places are from people, for the models that weigh that: in metres, or in seconds of travel; infinite where no road joins them.
struct Weighing {
    /// The candidates nearer to each point than its limit. Refuses too many pairs.
    std::function<NearPlaces(const std::vector<double>& limits)> nearer;
    /// From each point to the nearest of some places, or of the existing ones: measured plainly, place by place.
    std::function<std::vector<double>(const std::vector<geometry::LonLat>& places)> nearest;
};

/// Pairs of a person's place and a candidate that fit in about a gigabyte, with what is made of them.
inline constexpr std::size_t mostPairs = 40'000'000;
/// Throws model::Error: more than that.
[[noreturn]] void refusePairs();

}  // namespace raquette::analysis
