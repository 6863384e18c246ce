#include "gis/roads/path_rules.h"

#include <algorithm>
#include <iterator>

namespace raquette::roads {

namespace {

class Joiner {
public:
    Joiner(const RawRoads& roads, std::span<const std::vector<std::uint32_t>> ways, bool only) : roads_(roads), ways_(ways) {
        rule_.only = only;
    }

    std::vector<PathRule> join() {
        for (const std::uint32_t from : ways_.front()) {
            rule_.from = from;
            goOn(from, 1);
        }
        return found_.size() <= 8 && tries_ <= most ? std::move(found_) : std::vector<PathRule>();
    }

private:
    static constexpr int most = 1000;  // roads that share point after point: drawn by mistake, or to break this

    /// From a road on to those of a way, wherever they meet.
    void goOn(std::uint32_t road, std::size_t way) {
        for (const std::uint32_t next : ways_[way]) {
            if (next == road) continue;
            for (const std::uint32_t point : meetings(road, next)) {
                if (++tries_ > most) return;
                if (!rule_.via.empty() && point == rule_.points.back() && !comesBack(road, point)) continue;
                rule_.points.push_back(point);
                if (way + 1 == ways_.size()) {
                    rule_.to = next;
                    found_.push_back(rule_);
                } else {
                    rule_.via.push_back(next);
                    goOn(next, way + 1);
                    rule_.via.pop_back();
                }
                rule_.points.pop_back();
            }
        }
    }

    std::vector<std::uint32_t> pointsOf(std::uint32_t road) const {
        const auto vertices = std::span(roads_.vertices).subspan(roads_.roads[road].firstVertex);
        std::vector<std::uint32_t> points(vertices.begin(), vertices.begin() + roads_.verticesEnd(road) - roads_.roads[road].firstVertex);
        std::ranges::sort(points);
        return points;
    }

    std::vector<std::uint32_t> meetings(std::uint32_t a, std::uint32_t b) const {
        std::vector<std::uint32_t> both;
        std::ranges::set_intersection(pointsOf(a), pointsOf(b), std::back_inserter(both));
        both.erase(std::unique(both.begin(), both.end()), both.end());
        return both;
    }

    /// Whether a road passes a point twice: a ring can be driven from it to itself.
    bool comesBack(std::uint32_t road, std::uint32_t point) const { return std::ranges::count(pointsOf(road), point) > 1; }

    const RawRoads& roads_;
    std::span<const std::vector<std::uint32_t>> ways_;
    PathRule rule_;
    std::vector<PathRule> found_;
    int tries_ = 0;
};

}  // namespace

std::vector<PathRule> pathRules(const RawRoads& roads, std::span<const std::vector<std::uint32_t>> ways, bool only) {
    return ways.size() < 3 ? std::vector<PathRule>() : Joiner(roads, ways, only).join();
}

}  // namespace raquette::roads
