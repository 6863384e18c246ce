#include "viewer/map/junctions.h"

#include "gis/geometry/measure.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

std::size_t hashOf(geometry::PlanePoint point) {
    std::uint64_t mixed = std::bit_cast<std::uint64_t>(point.x) * 0x9E3779B97F4A7C15U ^ std::bit_cast<std::uint64_t>(point.y);
    mixed = (mixed ^ (mixed >> 32U)) * 0xD6E8FEB86659FD93U;  // a mixing step after Pelle Evensen's rrmxmx
    return mixed ^ (mixed >> 32U);
}

}  // namespace

Junctions::Junctions(std::span<const geometry::PlaneShape* const> areas) {
    std::size_t count = 0;
    for (const geometry::PlaneShape* area : areas) count += area->points.size();
    slots_.assign(std::bit_ceil(count * 2 + 1), none);
    places_.reserve(count);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const geometry::PlaneShape& area = *areas[i];
        for (std::size_t polygon = 0; polygon < area.polygonCount(); ++polygon) {
            const std::size_t outside = area.firstRing(polygon);
            for (std::size_t ring = outside; ring < area.polygonEnds[polygon]; ++ring)
                addRing(area.ring(ring), ring != outside, static_cast<std::int32_t>(i));
        }
    }
    slots_ = {};
    findJunctions();
}

std::span<const std::uint32_t> Junctions::placesOf(std::size_t ring) const {
    const std::size_t begin = ring == 0 ? 0 : rings_[ring - 1].end;
    return std::span<const std::uint32_t>(places_).subspan(begin, rings_[ring].end - begin);
}

std::uint32_t Junctions::placeOf(geometry::PlanePoint point) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hashOf(point) & mask;; slot = (slot + 1) & mask) {
        if (slots_[slot] == none) {
            slots_[slot] = static_cast<std::uint32_t>(points_.size());
            points_.push_back(point);
        } else if (points_[slots_[slot]] != point) {
            continue;
        }
        return slots_[slot];
    }
}

void Junctions::addRing(std::span<const geometry::PlanePoint> points, bool isHole, std::int32_t area) {
    const std::size_t begin = places_.size();
    for (const geometry::PlanePoint& point : points) {
        const std::uint32_t place = placeOf(point);
        if (places_.size() == begin || places_.back() != place) places_.push_back(place);
    }
    while (places_.size() > begin + 1 && places_.back() == places_[begin]) places_.pop_back();
    if (places_.size() < begin + 3) {
        places_.resize(begin);
        return;
    }
    const bool anticlockwise = geometry::signedArea2(points) > 0;
    if (anticlockwise == isHole) std::reverse(places_.begin() + static_cast<std::ptrdiff_t>(begin), places_.end());
    rings_.push_back({static_cast<std::uint32_t>(places_.size()), area});
}

/// A place is a junction when two passages through it do not come from and go to the same two places.
void Junctions::findJunctions() {
    junctions_.assign(points_.size(), false);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> passages(points_.size(), {none, none});
    for (std::size_t i = 0; i < rings_.size(); ++i) {
        const auto ring = placesOf(i);
        for (std::size_t at = 0; at < ring.size(); ++at) {
            const std::uint32_t before = at == 0 ? ring.back() : ring[at - 1];
            const std::uint32_t after = at + 1 == ring.size() ? ring.front() : ring[at + 1];
            const auto passage = std::minmax(before, after);
            auto& known = passages[ring[at]];
            if (known.first == none)
                known = passage;
            else if (known != std::pair<std::uint32_t, std::uint32_t>(passage))
                junctions_[ring[at]] = true;
        }
    }
}

}  // namespace raquette::viewer
