#include "gis/roads/stretches.h"

#include <algorithm>
#include <limits>

namespace raquette::roads {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Whether it leads anywhere at all.
bool isRoad(const RawRoads& roads, std::size_t road) {
    const RawRoad& raw = roads.roads[road];
    return (raw.forward > 0 || raw.backward > 0) && roads.verticesEnd(road) - raw.firstVertex >= 2;
}

/// How often roads come by each point: once, or (2) so often, or for such a reason, that they are cut there.
std::vector<std::uint8_t> usesOf(const RawRoads& roads) {
    std::vector<std::uint8_t> uses(roads.points.size(), 0);
    const auto use = [&](std::uint32_t point, int times) { uses[point] = static_cast<std::uint8_t>(std::min(uses[point] + times, 2)); };
    for (std::size_t road = 0; road < roads.roads.size(); ++road) {
        if (!isRoad(roads, road)) continue;
        const std::uint32_t first = roads.roads[road].firstVertex;
        const std::uint32_t last = roads.verticesEnd(road) - 1;
        for (std::uint32_t v = first; v <= last; ++v) use(roads.vertices[v], v == first || v == last ? 2 : 1);
    }
    for (const TurnRule& rule : roads.turns) use(rule.via, 2);
    for (const PathRule& rule : roads.paths) {
        for (const std::uint32_t point : rule.points) use(point, 2);
    }
    for (const std::uint32_t point : roads.barriers) use(point, 2);
    return uses;
}

/// The roads that rules over roads name.
std::vector<std::uint8_t> ruledRoads(const RawRoads& roads) {
    std::vector<std::uint8_t> ruled(roads.roads.size(), 0);
    for (const PathRule& rule : roads.paths) {
        ruled[rule.from] = 1;
        ruled[rule.to] = 1;
        for (const std::uint32_t road : rule.via) ruled[road] = 1;
    }
    return ruled;
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> Stretches::ofRoad(std::uint32_t road) const {
    const auto [first, last] = std::ranges::equal_range(all, road, {}, &Stretch::road);
    return {static_cast<std::uint32_t>(first - all.begin()), static_cast<std::uint32_t>(last - all.begin())};
}

Stretches cutRoads(const RawRoads& roads) {
    Stretches cut;
    const std::vector<std::uint8_t> uses = usesOf(roads);
    const std::vector<std::uint8_t> ruled = ruledRoads(roads);
    std::vector<std::uint8_t> barred(roads.points.size(), 0);
    for (const std::uint32_t point : roads.barriers) barred[point] = 1;
    std::vector<std::uint32_t> junctionOf(roads.points.size(), none);
    const auto junction = [&](std::uint32_t point) {
        if (barred[point] == 0 && junctionOf[point] != none) return junctionOf[point];
        junctionOf[point] = static_cast<std::uint32_t>(cut.junctionPoints.size());
        cut.junctionPoints.push_back(point);
        return junctionOf[point];
    };
    for (std::uint32_t road = 0; road < roads.roads.size(); ++road) {
        if (!isRoad(roads, road)) continue;
        std::uint32_t from = roads.roads[road].firstVertex;
        const auto close = [&](std::uint32_t last) {
            const std::uint32_t tail = junction(roads.vertices[from]);
            cut.all.push_back({road, from, last, tail, junction(roads.vertices[last])});
            from = last;
        };
        for (std::uint32_t v = from + 1; v < roads.verticesEnd(road); ++v) {
            if (uses[roads.vertices[v]] < 2) continue;
            if (ruled[road] != 0 && roads.vertices[from] == roads.vertices[v] && v - from >= 2) {
                cut.bends.push_back(static_cast<std::uint32_t>(cut.all.size()));
                close(from + (v - from) / 2);
            }
            close(v);
        }
    }
    return cut;
}

DrivesAround::DrivesAround(const RawRoads& roads, const Stretches& stretches, std::span<const std::uint8_t> named) {
    for (std::size_t i = 0; i < stretches.all.size(); ++i) {
        for (const Drive drive : {along(i), back(i)}) {
            if (!isOpen(roads, stretches, drive)) continue;
            if (const std::uint32_t point = stretches.startPoint(drive); named[point] != 0) leaving_[point].push_back(drive);
            if (const std::uint32_t point = stretches.endPoint(drive); named[point] != 0) arriving_[point].push_back(drive);
        }
    }
}

std::span<const Drive> DrivesAround::leaving(std::uint32_t point) const {
    const auto found = leaving_.find(point);
    return found == leaving_.end() ? std::span<const Drive>() : found->second;
}

std::span<const Drive> DrivesAround::arriving(std::uint32_t point) const {
    const auto found = arriving_.find(point);
    return found == arriving_.end() ? std::span<const Drive>() : found->second;
}

}  // namespace raquette::roads
