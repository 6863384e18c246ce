#include "viewer/map/simplification.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace raquette::viewer {

namespace {

double squaredDistance(geometry::PlanePoint p, geometry::PlanePoint a, geometry::PlanePoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    const double x = p.x - a.x - along * dx;
    const double y = p.y - a.y - along * dy;
    return x * x + y * y;
}

struct Stretch {
    std::size_t first, last;
    double most;  ///< no point within is needed longer than the point that cut it
};

}  // namespace

void rankPoints(std::span<const geometry::PlanePoint> line, std::span<float> ranks) {
    constexpr double always = std::numeric_limits<double>::infinity();
    if (line.empty()) return;
    ranks.front() = ranks.back() = std::numeric_limits<float>::infinity();
    std::vector<Stretch> open{{0, line.size() - 1, always}};
    while (!open.empty()) {
        const auto [first, last, most] = open.back();
        open.pop_back();
        if (last < first + 2) continue;
        std::size_t farthest = first + 1;
        double distance = -1;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double here = squaredDistance(line[i], line[first], line[last]);
            if (here <= distance) continue;
            distance = here;
            farthest = i;
        }
        const double rank = std::min(most, std::sqrt(distance));
        ranks[farthest] = static_cast<float>(rank);
        open.push_back({first, farthest, rank});
        open.push_back({farthest, last, rank});
    }
}

}  // namespace raquette::viewer
