#include "gis/analysis/equity/alike.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <utility>

namespace raquette::analysis {

namespace {

struct Point {
    std::uint32_t index = 0;
    double size = 0;
    double density = 0;
};

void standardise(std::vector<Point>& points, double Point::* axis) {
    double sum = 0;
    for (const Point& point : points) sum += point.*axis;
    const auto count = static_cast<double>(points.size());
    double squares = 0;
    for (const Point& point : points) squares += (point.*axis - sum / count) * (point.*axis - sum / count);
    const double deviation = std::sqrt(squares / count);
    for (Point& point : points) point.*axis = deviation > 0 ? point.*axis / deviation : 0;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> mostAlike(const std::vector<Stature>& territories, std::size_t count) {
    std::vector<Point> points;
    for (std::uint32_t i = 0; i < territories.size(); ++i) {
        const Stature& one = territories[i];
        if (one.people <= 0 || one.area.value <= 0) continue;
        const auto people = static_cast<double>(one.people);
        points.push_back({i, std::log(people), std::log(people / one.area.value)});
    }
    std::vector<std::vector<std::uint32_t>> alike(territories.size());
    if (points.empty()) return alike;
    standardise(points, &Point::size);
    standardise(points, &Point::density);
    tbb::parallel_for(std::size_t{0}, points.size(), [&](std::size_t i) {
        std::vector<std::pair<double, std::uint32_t>> others;
        for (const Point& other : points) {
            if (other.index == points[i].index) continue;
            const double size = other.size - points[i].size;
            const double density = other.density - points[i].density;
            others.emplace_back(size * size + density * density, other.index);
        }
        const std::size_t kept = std::min(count, others.size());
        std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(kept), others.end());
        for (std::size_t k = 0; k < kept; ++k) alike[points[i].index].push_back(others[k].second);
    });
    return alike;
}

}  // namespace raquette::analysis
