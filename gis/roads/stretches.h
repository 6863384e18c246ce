#pragma once

#include "gis/roads/raw_roads.h"

#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace raquette::roads {

/// A piece of a road between two junctions: vertices `first` to `last`, both included.
struct Stretch {
    std::uint32_t road = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t tail = 0;  ///< its junctions
    std::uint32_t head = 0;
};

/// A stretch driven along (even) or back (odd).
using Drive = std::uint32_t;
constexpr Drive along(std::size_t stretch) {
    return static_cast<Drive>(stretch * 2);
}
constexpr Drive back(std::size_t stretch) {
    return static_cast<Drive>(stretch * 2 + 1);
}
constexpr bool isAlong(Drive drive) {
    return drive % 2 == 0;
}
/// The same stretch the other way.
constexpr Drive reversed(Drive drive) {
    return drive ^ 1U;
}

/// Roads cut where they meet, where they end, where a turn rule or a barrier stands. A road that a rule over roads names is also cut in the
/// middle of a loop that leads back to its junction, so that where a drive ends tells which way it went.
struct Stretches {
    std::vector<Stretch> all;                   ///< road by road, each along its vertices
    std::vector<std::uint32_t> junctionPoints;  ///< of each junction; the sides of a barrier are junctions of their own
    std::vector<std::uint32_t> bends;           ///< stretches that end in the middle of a loop, where nobody turns back

    const Stretch& of(Drive drive) const { return all[drive / 2]; }
    std::uint32_t start(Drive drive) const { return isAlong(drive) ? of(drive).tail : of(drive).head; }
    std::uint32_t end(Drive drive) const { return isAlong(drive) ? of(drive).head : of(drive).tail; }
    std::uint32_t startPoint(Drive drive) const { return junctionPoints[start(drive)]; }
    std::uint32_t endPoint(Drive drive) const { return junctionPoints[end(drive)]; }
    /// The first stretch of a road, and the one after its last.
    std::pair<std::uint32_t, std::uint32_t> ofRoad(std::uint32_t road) const;
};

Stretches cutRoads(const RawRoads& roads);

/// Whether its road is open this way.
inline bool isOpen(const RawRoads& roads, const Stretches& stretches, Drive drive) {
    const RawRoad& road = roads.roads[stretches.of(drive).road];
    return (isAlong(drive) ? road.forward : road.backward) > 0;
}

/// The open drives out of and into some points.
class DrivesAround {
public:
    /// `named` has a 1 for each of them.
    DrivesAround(const RawRoads& roads, const Stretches& stretches, std::span<const std::uint8_t> named);

    std::span<const Drive> leaving(std::uint32_t point) const;
    std::span<const Drive> arriving(std::uint32_t point) const;

private:
    std::unordered_map<std::uint32_t, std::vector<Drive>> leaving_, arriving_;
};

}  // namespace raquette::roads
