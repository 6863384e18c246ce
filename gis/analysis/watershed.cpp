#include "gis/analysis/watershed.h"

#include <algorithm>
#include <numeric>

namespace raquette::analysis {

namespace {

/// Basins under way: each place knows a place higher up in its basin; a top knows itself.
class Basins {
public:
    explicit Basins(std::size_t places) : above_(places) { std::iota(above_.begin(), above_.end(), 0u); }

    std::uint32_t top(std::uint32_t place) {
        while (above_[place] != place) {
            above_[place] = above_[above_[place]];
            place = above_[place];
        }
        return place;
    }
    void join(std::uint32_t lowerTop, std::uint32_t higherTop) { above_[lowerTop] = higherTop; }

private:
    std::vector<std::uint32_t> above_;
};

}  // namespace

std::vector<std::uint32_t> basins(const HeightGraph& graph, double persistence) {
    const auto count = static_cast<std::uint32_t>(graph.heights.size());
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        if (graph.heights[a] != graph.heights[b]) return graph.heights[a] > graph.heights[b];
        return graph.ranks[a] != graph.ranks[b] ? graph.ranks[a] < graph.ranks[b] : a < b;
    });
    std::vector<std::uint32_t> turn(count);  // when each place is reached, from the highest down
    for (std::uint32_t i = 0; i < count; ++i) turn[order[i]] = i;

    Basins under(count);
    for (const std::uint32_t place : order) {
        std::uint32_t highest = place;
        for (const std::uint32_t next : graph.of(place)) {
            if (turn[next] < turn[highest]) highest = next;
        }
        if (highest == place) continue;  // a top
        under.join(place, under.top(highest));
        for (const std::uint32_t next : graph.of(place)) {
            if (turn[next] > turn[place]) continue;
            const std::uint32_t a = under.top(place);
            const std::uint32_t b = under.top(next);
            if (a == b) continue;
            const std::uint32_t lower = turn[a] > turn[b] ? a : b;
            if (graph.heights[lower] - graph.heights[place] < persistence) under.join(lower, lower == a ? b : a);
        }
    }
    std::vector<std::uint32_t> tops(count);
    for (std::uint32_t place = 0; place < count; ++place) tops[place] = under.top(place);
    return tops;
}

}  // namespace raquette::analysis
