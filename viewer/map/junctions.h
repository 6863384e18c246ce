#pragma once

#include "gis/geometry/shape.h"

#include <cstdint>
#include <span>
#include <vector>

namespace raquette::viewer {

/// The places that the outlines of areas pass through, numbered, and those among them where borders meet: where outlines that ran together
/// part. The same coordinates are the same place, to the last bit.
class Junctions {
public:
    explicit Junctions(std::span<const geometry::PlaneShape* const> areas);

    /// A ring as places, not closed, its area on the left. Repeated places and rings of less than three are left out.
    struct Ring {
        std::uint32_t end = 0;  ///< among the places of all rings
        std::int32_t area = 0;
    };
    const std::vector<Ring>& rings() const { return rings_; }
    std::span<const std::uint32_t> placesOf(std::size_t ring) const;
    geometry::PlanePoint at(std::uint32_t place) const { return points_[place]; }
    bool isJunction(std::uint32_t place) const { return junctions_[place]; }

private:
    std::uint32_t placeOf(geometry::PlanePoint point);
    void addRing(std::span<const geometry::PlanePoint> points, bool isHole, std::int32_t area);
    void findJunctions();

    std::vector<geometry::PlanePoint> points_;  ///< of each place
    std::vector<std::uint32_t> slots_;          ///< open addressing: places by their coordinates
    std::vector<std::uint32_t> places_;         ///< ring after ring
    std::vector<Ring> rings_;
    std::vector<bool> junctions_;
};

}  // namespace raquette::viewer
