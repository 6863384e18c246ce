#include "tests/gis/roads/brute_drives.h"

#include <algorithm>
#include <map>
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
    for (const PathRule& rule : raw.paths) addSequences(rule);
    std::vector<Under> states;
    std::map<std::pair<std::size_t, Under>, std::size_t> known;
    const auto stateOf = [&](std::size_t drive, const Under& under) {
        const auto [state, isNew] = known.try_emplace({drive, under}, states.size());
        if (isNew) {
            states.push_back(under);
            last_.push_back(drive);
        }
        return state->second;
    };
    for (std::size_t i = 0; i < drives_.size(); ++i) stateOf(i, after({}, i));
    for (std::size_t i = 0; i < states.size(); ++i) {
        next_.emplace_back();
        for (std::size_t go = 0; go < drives_.size(); ++go) {
            if (mayGoOn(last_[i], states[i], go)) next_[i].push_back(stateOf(go, after(states[i], go)));
        }
    }
}

void BruteDrives::addSequences(const PathRule& rule) {
    std::vector<Journey> driven;
    for (std::size_t i = 0; i < drives_.size(); ++i) {
        if (drives_[i].road == rule.from && drives_[i].end == rule.points.front()) driven.push_back({i});
    }
    for (std::size_t i = 0; i < rule.via.size(); ++i) {
        std::vector<Journey> longer;
        for (const Journey& come : driven) {
            for (const Journey& walk : walks(rule.via[i], rule.points[i], rule.points[i + 1])) {
                longer.push_back(come);
                longer.back().insert(longer.back().end(), walk.begin(), walk.end());
            }
        }
        driven = std::move(longer);
    }
    for (const Journey& come : driven) {
        for (std::size_t go = 0; go < drives_.size(); ++go) {
            if (drives_[go].road != rule.to || drives_[go].start != rule.points.back()) continue;
            if (rule.from == rule.to && rule.points.front() == rule.points.back() && !reverses(drives_[come.front()], drives_[go]))
                continue;
            // Nobody drives it who would have to pass a barrier.
            if (std::ranges::any_of(come, [&](std::size_t drive) { return barred(drives_[drive].end); })) continue;
            sequences_.push_back({come, rule.only});
            sequences_.back().drives.push_back(go);
        }
    }
}

/// Piece after piece along a road, from where it passes one point to where it next passes the other.
std::vector<BruteDrives::Journey> BruteDrives::walks(std::uint32_t road, std::uint32_t from, std::uint32_t to) const {
    std::vector<Journey> walks;
    for (std::size_t i = 0; i < drives_.size(); ++i) {
        if (drives_[i].road != road || drives_[i].start != from) continue;
        Journey walk;
        for (std::optional<std::size_t> piece = i; piece; piece = nextPiece(drives_[*piece])) {
            walk.push_back(*piece);
            if (drives_[*piece].end == to) {
                walks.push_back(walk);
                break;
            }
            if (drives_[*piece].end == from) break;
        }
    }
    return walks;
}

/// On along the same road; around, where it ends where it began.
std::optional<std::size_t> BruteDrives::nextPiece(const Drive& drive) const {
    const std::uint32_t first = raw_.roads[drive.road].firstVertex;
    const std::uint32_t last = raw_.verticesEnd(drive.road) - 2;  // of the last piece
    std::uint32_t vertex = drive.along ? drive.vertex + 1 : drive.vertex - 1;
    if (drive.vertex == (drive.along ? last : first)) {
        if (raw_.vertices[first] != raw_.vertices[last + 1]) return std::nullopt;
        vertex = drive.along ? first : last;
    }
    const auto next =
        std::ranges::find_if(drives_, [&](const Drive& other) { return other.vertex == vertex && other.along == drive.along; });
    return static_cast<std::size_t>(next - drives_.begin());
}

/// One more drive: on along what one is on, back along it if it forbids, or from its beginning.
BruteDrives::Under BruteDrives::after(const Under& under, std::size_t go) const {
    Under next;
    for (const auto& [sequence, at] : under) {
        const Journey& drives = sequences_[sequence].drives;
        if (drives[at + 1] == go && at + 2 < drives.size()) next.emplace(sequence, at + 1);
        if (!sequences_[sequence].only && at > 0 && reverses(drives_[drives[at]], drives_[go])) next.emplace(sequence, at - 1);
    }
    for (std::size_t sequence = 0; sequence < sequences_.size(); ++sequence) {
        if (sequences_[sequence].drives.front() == go) next.emplace(sequence, 0);
    }
    return next;
}

bool BruteDrives::mayGoOn(std::size_t come, const Under& under, std::size_t go) const {
    if (!mayFollow(drives_[come], drives_[go])) return false;
    bool must = mustChoose(drives_[come]);
    bool chosen = isChoice(drives_[come], drives_[go]);
    for (const auto& [sequence, at] : under) {
        const Sequence& rule = sequences_[sequence];
        const bool isNext = rule.drives[at + 1] == go;
        if (!rule.only && isNext && at + 2 == rule.drives.size()) return false;
        must = must || rule.only;
        chosen = chosen || (rule.only && isNext);
    }
    return !must || chosen;
}

bool BruteDrives::barred(std::uint32_t point) const {
    return std::ranges::find(raw_.barriers, point) != raw_.barriers.end();
}

/// At junctions and at the ends of roads; not where a road merely bends.
bool BruteDrives::canTurn(std::uint32_t point) const {
    if (std::ranges::count(raw_.vertices, point) > 1 || barred(point)) return true;
    if (std::ranges::any_of(raw_.turns, [&](const TurnRule& rule) { return rule.via == point; })) return true;
    for (std::size_t road = 0; road < raw_.roads.size(); ++road) {
        if (raw_.vertices[raw_.roads[road].firstVertex] == point || raw_.vertices[raw_.verticesEnd(road) - 1] == point) return true;
    }
    return false;
}

/// Whether the roads lead on, and no rule at this junction says no.
bool BruteDrives::mayFollow(const Drive& come, const Drive& go) const {
    if (come.end != go.start) return false;
    if (reverses(come, go)) {
        if (!canTurn(come.end)) return false;
    } else if (barred(come.end)) {
        return false;
    }
    return std::ranges::none_of(raw_.turns, [&](const TurnRule& rule) { return !rule.only && named(rule, come, go); });
}

bool BruteDrives::named(const TurnRule& rule, const Drive& come, const Drive& go) const {
    if (rule.via != come.end || rule.from != come.road) return false;
    return rule.from == rule.to ? reverses(come, go) : go.road == rule.to;
}

/// Whether a rule at this junction says where to go on, and one can.
bool BruteDrives::mustChoose(const Drive& come) const {
    return std::ranges::any_of(drives_, [&](const Drive& other) {
        return other.start == come.end && isChoice(come, other) && (!barred(come.end) || reverses(come, other));
    });
}

bool BruteDrives::isChoice(const Drive& come, const Drive& go) const {
    return std::ranges::any_of(raw_.turns, [&](const TurnRule& rule) { return rule.only && named(rule, come, go); });
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
    std::vector<double> ended(last_.size(), never);
    double best = never;
    for (std::size_t i = 0; i < drives_.size(); ++i) {  // the first states: of who has driven nothing before
        if (drives_[i].vertex != from.vertex) continue;
        ended[i] = drives_[i].seconds * (drives_[i].along ? 1 - from.share : from.share);
        const double way = (to.share - from.share) * (drives_[i].along ? 1 : -1);
        if (to.vertex == from.vertex && way >= 0) best = std::min(best, way * drives_[i].seconds);
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t come = 0; come < last_.size(); ++come) {
            for (const std::size_t state : next_[come]) {
                const Drive& go = drives_[last_[state]];
                if (go.vertex == to.vertex) best = std::min(best, ended[come] + go.seconds * (go.along ? to.share : 1 - to.share));
                if (ended[come] + go.seconds < ended[state]) {
                    ended[state] = ended[come] + go.seconds;
                    changed = true;
                }
            }
        }
    }
    return best;
}

namespace {

std::vector<std::uint32_t> pointsOf(const RawRoads& raw, std::uint32_t road) {
    return {raw.vertices.begin() + raw.roads[road].firstVertex, raw.vertices.begin() + raw.verticesEnd(road)};
}

/// A rule over one to three roads that meet; false where those drawn do not.
bool addRandomPath(RawRoads& raw, std::mt19937& random) {
    const auto oneOf = [&](const std::vector<std::uint32_t>& all) { return all[random() % all.size()]; };
    PathRule rule;
    rule.from = static_cast<std::uint32_t>(random() % raw.roads.size());
    rule.only = random() % 2 == 0;
    std::uint32_t road = rule.from;
    for (std::size_t left = 2 + random() % 3; left > 0; --left) {
        const std::uint32_t point = oneOf(pointsOf(raw, road));
        std::vector<std::uint32_t> others;
        for (std::uint32_t other = 0; other < raw.roads.size(); ++other) {
            if (other != road && std::ranges::count(pointsOf(raw, other), point) > 0) others.push_back(other);
        }
        if (others.empty()) return false;
        road = oneOf(others);
        rule.points.push_back(point);
        rule.via.push_back(road);
    }
    rule.to = rule.via.back();
    rule.via.pop_back();
    raw.paths.push_back(rule);
    return true;
}

}  // namespace

RawRoads randomRoads(std::mt19937& random, std::size_t rules, std::size_t barriers, std::size_t paths) {
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
    if (raw.roads.empty()) return randomRoads(random, rules, barriers, paths);
    const auto somePointOf = [&](std::uint32_t road) {
        const auto end = road + 1 < raw.roads.size() ? raw.roads[road + 1].firstVertex : raw.vertices.size();
        return raw.vertices[raw.roads[road].firstVertex + below(end - raw.roads[road].firstVertex)];
    };
    for (std::size_t i = 0; i < rules; ++i) {
        const std::uint32_t from = below(raw.roads.size());
        raw.turns.push_back({from, somePointOf(from), below(3) == 0 ? from : below(raw.roads.size()), below(3) == 0});
    }
    for (std::size_t i = 0; i < barriers; ++i) raw.barriers.push_back(below(points));
    for (std::size_t tries = 0; raw.paths.size() < paths && tries < 10 * paths; ++tries) addRandomPath(raw, random);
    return raw;
}

}  // namespace raquette::roads::testing
