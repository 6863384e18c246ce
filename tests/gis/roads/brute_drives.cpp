#include "tests/gis/roads/brute_drives.h"

#include <algorithm>
#include <set>
#include <utility>

namespace raquette::roads::testing {

BruteDrives::BruteDrives(const RawRoads& raw) : raw_(raw) {
    for (std::uint32_t road = 0; road < raw.roads.size(); ++road) {
        const auto end = road + 1 < raw.roads.size() ? raw.roads[road + 1].firstVertex : static_cast<std::uint32_t>(raw.vertices.size());
        for (std::uint32_t v = raw.roads[road].firstVertex; v + 1 < end; ++v) {
            const double metres = shortDistance(raw.points[raw.vertices[v]], raw.points[raw.vertices[v + 1]]);
            const auto add = [&](bool along, float kmh) {
                if (kmh <= 0) return;
                drives_.push_back({road, v, along, metres * 3.6 / static_cast<double>(kmh), raw.vertices[along ? v : v + 1],
                                   raw.vertices[along ? v + 1 : v]});
            };
            add(true, raw.roads[road].forward);
            add(false, raw.roads[road].backward);
        }
    }
    next_.resize(drives_.size());
    for (std::size_t come = 0; come < drives_.size(); ++come) {
        for (std::size_t go = 0; go < drives_.size(); ++go) {
            if (mayFollow(drives_[come], drives_[go])) next_[come].push_back(go);
        }
    }
}

bool BruteDrives::barred(std::uint32_t point) const {
    return std::ranges::find(raw_.barriers, point) != raw_.barriers.end();
}

/// At junctions and at the ends of roads; not where a road merely bends.
bool BruteDrives::canTurn(std::uint32_t point) const {
    if (std::ranges::count(raw_.vertices, point) > 1 || barred(point)) return true;
    if (std::ranges::any_of(raw_.turns, [&](const TurnRule& rule) { return rule.via == point; })) return true;
    for (std::size_t road = 0; road < raw_.roads.size(); ++road) {
        const auto end = road + 1 < raw_.roads.size() ? raw_.roads[road + 1].firstVertex : raw_.vertices.size();
        if (raw_.vertices[raw_.roads[road].firstVertex] == point || raw_.vertices[end - 1] == point) return true;
    }
    return false;
}

bool BruteDrives::mayFollow(const Drive& come, const Drive& go) const {
    if (come.end != go.start) return false;
    if (reverses(come, go)) {
        if (!canTurn(come.end)) return false;
    } else if (barred(come.end)) {
        return false;
    }
    bool mustChoose = false;
    bool chosen = false;
    for (const TurnRule& rule : raw_.turns) {
        if (rule.via != come.end || rule.from != come.road) continue;
        const auto names = [&](const Drive& other) { return rule.from == rule.to ? reverses(come, other) : other.road == rule.to; };
        if (!rule.only) {
            if (names(go)) return false;
            continue;
        }
        const bool possible = std::ranges::any_of(drives_, [&](const Drive& other) {
            return other.start == come.end && names(other) && (!barred(come.end) || reverses(come, other));
        });
        mustChoose = mustChoose || possible;
        chosen = chosen || names(go);
    }
    return !mustChoose || chosen;
}

std::vector<RawPlace> BruteDrives::places(double share) const {
    std::vector<RawPlace> places;
    for (const Drive& drive : drives_) {
        if (places.empty() || places.back().vertex != drive.vertex) places.push_back({drive.vertex, share});
    }
    return places;
}

Position BruteDrives::position(const RawPlace& place) const {
    const Position a = raw_.points[raw_.vertices[place.vertex]];
    const Position b = raw_.points[raw_.vertices[place.vertex + 1]];
    return {a.lon + static_cast<std::int32_t>((b.lon - a.lon) * place.share),
            a.lat + static_cast<std::int32_t>((b.lat - a.lat) * place.share)};
}

Spot BruteDrives::spot(const RoadGraph& graph, const RawPlace& place) const {
    const Spot spot = spotAt(graph, toLonLat(position(place)), {0.5});
    if (!spot.onRoad()) return spot;
    const auto piece = std::span(raw_.vertices).subspan(place.vertex, 2);
    const bool isIts =
        !std::ranges::search(graph.shape(spot.edge), piece, {}, {}, [&](std::uint32_t point) { return raw_.points[point]; }).empty();
    return isIts ? spot : Spot{};
}

double BruteDrives::seconds(const RawPlace& from, const RawPlace& to) const {
    constexpr double never = std::numeric_limits<double>::infinity();
    std::vector<double> ended(drives_.size(), never);
    double best = never;
    for (std::size_t i = 0; i < drives_.size(); ++i) {
        if (drives_[i].vertex != from.vertex) continue;
        ended[i] = drives_[i].seconds * (drives_[i].along ? 1 - from.share : from.share);
        const double way = (to.share - from.share) * (drives_[i].along ? 1 : -1);
        if (to.vertex == from.vertex && way >= 0) best = std::min(best, way * drives_[i].seconds);
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t come = 0; come < drives_.size(); ++come) {
            for (const std::size_t go : next_[come]) {
                if (drives_[go].vertex == to.vertex) {
                    best = std::min(best, ended[come] + drives_[go].seconds * (drives_[go].along ? to.share : 1 - to.share));
                }
                if (ended[come] + drives_[go].seconds < ended[go]) {
                    ended[go] = ended[come] + drives_[go].seconds;
                    changed = true;
                }
            }
        }
    }
    return best;
}

RawRoads randomRoads(std::mt19937& random, std::size_t rules, std::size_t barriers) {
    RawRoads raw;
    const auto below = [&](std::size_t count) { return static_cast<std::uint32_t>(random() % count); };
    const std::size_t points = 4 + below(8);
    for (std::size_t i = 0; i < points; ++i) {
        raw.points.push_back({static_cast<std::int32_t>(30800000 + below(300000)), static_cast<std::int32_t>(457800000 + below(200000))});
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> joined;  // two roads on one line could not be told apart by a place on it
    const std::size_t roads = 2 + below(9);
    for (std::size_t i = 0; i < roads; ++i) {
        std::vector<std::uint32_t> way{below(points)};
        for (std::size_t pieces = 1 + below(4); pieces > 0; --pieces) {
            const std::uint32_t next = below(points);
            if (next == way.back() || !joined.insert(std::minmax(next, way.back())).second) continue;
            way.push_back(next);
        }
        if (way.size() < 2) continue;
        const float kmh = 20 + static_cast<float>(below(70));
        const std::uint32_t kind = below(4);
        raw.roads.push_back({static_cast<std::uint32_t>(raw.vertices.size()), kind == 1 ? 0 : kmh, kind == 0 ? 0 : kmh, 0, true});
        raw.vertices.insert(raw.vertices.end(), way.begin(), way.end());
    }
    if (raw.roads.empty()) return randomRoads(random, rules, barriers);
    const auto somePointOf = [&](std::uint32_t road) {
        const auto end = road + 1 < raw.roads.size() ? raw.roads[road + 1].firstVertex : raw.vertices.size();
        return raw.vertices[raw.roads[road].firstVertex + below(end - raw.roads[road].firstVertex)];
    };
    for (std::size_t i = 0; i < rules; ++i) {
        const std::uint32_t from = below(raw.roads.size());
        raw.turns.push_back({from, somePointOf(from), below(3) == 0 ? from : below(raw.roads.size()), below(3) == 0});
    }
    for (std::size_t i = 0; i < barriers; ++i) raw.barriers.push_back(below(points));
    return raw;
}

}  // namespace raquette::roads::testing
