#include "gis/roads/turn_paths.h"

#include <optional>

namespace raquette::roads {

namespace {

class Finder {
public:
    Finder(const RawRoads& roads, const Stretches& stretches, const DrivesAround& around)
        : roads_(roads), stretches_(stretches), around_(around) {}

    void add(const TurnRule& rule) {
        for (const Drive come : around_.arriving(rule.via)) {
            if (stretches_.of(come).road == rule.from) goOn({come}, rule.from == rule.to, rule.via, rule.to, rule.only);
        }
    }

    void add(const PathRule& rule) {
        std::vector<std::vector<Drive>> driven;
        for (const Drive come : around_.arriving(rule.points.front())) {
            if (stretches_.of(come).road == rule.from) driven.push_back({come});
        }
        for (std::size_t i = 0; i < rule.via.size(); ++i) {
            const std::vector<std::vector<Drive>> walks = walksOver(rule.via[i], rule.points[i], rule.points[i + 1]);
            std::vector<std::vector<Drive>> longer;
            for (const std::vector<Drive>& drives : driven) {
                for (const std::vector<Drive>& walk : walks) {
                    if (stretches_.start(walk.front()) != stretches_.end(drives.back())) continue;
                    longer.push_back(drives);
                    longer.back().insert(longer.back().end(), walk.begin(), walk.end());
                }
            }
            constexpr std::size_t most = 64;  // rings upon rings: drawn by mistake, or to break this
            if (longer.size() > most) return;
            driven = std::move(longer);
        }
        const bool turnsBack = rule.from == rule.to && rule.points.front() == rule.points.back();
        for (const std::vector<Drive>& drives : driven) goOn(drives, turnsBack, rule.points.back(), rule.to, rule.only);
    }

    /// Nobody turns back in the middle of a loop.
    void addBends() {
        for (const std::uint32_t first : stretches_.bends) {
            for (const Drive come : {along(first), back(first + 1)}) {
                if (isOpen(roads_, stretches_, come) && isOpen(roads_, stretches_, reversed(come))) {
                    paths.push_back({{come, reversed(come)}, false});
                }
            }
        }
    }

    std::vector<TurnPath> paths;

private:
    /// With one road twice at one point a rule is about turning back on it.
    void goOn(const std::vector<Drive>& drives, bool turnsBack, std::uint32_t point, std::uint32_t road, bool only) {
        for (const Drive go : around_.leaving(point)) {
            if (stretches_.start(go) != stretches_.end(drives.back())) continue;
            if (turnsBack ? go != reversed(drives.front()) : stretches_.of(go).road != road) continue;
            paths.push_back({drives, only});
            paths.back().drives.push_back(go);
        }
    }

    /// The drives along a road from one of its points to where it next comes by another (or by the same, around a ring).
    std::vector<std::vector<Drive>> walksOver(std::uint32_t road, std::uint32_t from, std::uint32_t to) const {
        std::vector<std::vector<Drive>> walks;
        const auto [first, end] = stretches_.ofRoad(road);
        for (std::uint32_t i = first; i < end; ++i) {
            for (const Drive start : {along(i), back(i)}) {
                if (stretches_.startPoint(start) != from || !isOpen(roads_, stretches_, start)) continue;
                std::vector<Drive> walk{start};
                std::optional<Drive> last = start;
                while (last && stretches_.endPoint(*last) != to) {
                    last = stretches_.endPoint(*last) == from ? std::nullopt : nextAlong(*last, first, end);
                    if (last) walk.push_back(*last);
                }
                if (last) walks.push_back(std::move(walk));
            }
        }
        return walks;
    }

    /// On along the same road, which may be a ring; not past its end nor past a barrier.
    std::optional<Drive> nextAlong(Drive drive, std::uint32_t first, std::uint32_t end) const {
        const std::uint32_t here = drive / 2;
        std::uint32_t next = 0;
        if (isAlong(drive)) {
            next = here + 1 == end ? first : here + 1;
        } else {
            next = here == first ? end - 1 : here - 1;
        }
        const Drive on = isAlong(drive) ? along(next) : back(next);
        return stretches_.start(on) == stretches_.end(drive) ? std::optional(on) : std::nullopt;
    }

    const RawRoads& roads_;
    const Stretches& stretches_;
    const DrivesAround& around_;
};

}  // namespace

DrivesAround aroundRules(const RawRoads& roads, const Stretches& stretches) {
    std::vector<std::uint8_t> named(roads.points.size(), 0);
    for (const TurnRule& rule : roads.turns) named[rule.via] = 1;
    for (const PathRule& rule : roads.paths) {
        for (const std::uint32_t point : rule.points) named[point] = 1;
        for (const std::uint32_t road : rule.via) {
            for (std::uint32_t v = roads.roads[road].firstVertex; v < roads.verticesEnd(road); ++v) named[roads.vertices[v]] = 1;
        }
    }
    return {roads, stretches, named};
}

std::vector<TurnPath> turnPaths(const RawRoads& roads, const Stretches& stretches, const DrivesAround& around) {
    Finder finder(roads, stretches, around);
    for (const TurnRule& rule : roads.turns) finder.add(rule);
    for (const PathRule& rule : roads.paths) finder.add(rule);
    finder.addBends();
    return std::move(finder.paths);
}

}  // namespace raquette::roads
