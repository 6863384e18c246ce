#include "gis/report/density.h"

#include "gis/text/palette.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>

namespace raquette::report {

namespace {

constexpr double cellUnits = 2.5;

struct Cell {
    long row = 0;
    long column = 0;
    auto operator<=>(const Cell&) const = default;
};

bool isUnserved(std::uint8_t reach) {
    return reach == analysis::NotReached || reach == analysis::PossiblyReached;
}

}  // namespace

std::vector<std::string> densityPaths(const store::StudyState& state, const analysis::ServiceResult& result, const Window& window) {
    const text::DensityClasses& classes = text::unservedPerKm2();
    const double side = std::max(cellUnits / window.scale(), state.reference.populationCell.value_or(0) * 1.5);
    std::map<Cell, std::int64_t> people;
    const std::size_t count = std::min(result.reach.size(), state.reference.people.size());
    for (std::size_t i = 0; i < count; ++i) {
        const model::PopulationPoint& point = state.reference.people[i];
        if (!isUnserved(result.reach[i]) || geometry::frameAt(point.at) != window.frame) continue;
        const geometry::PlanePoint at = geometry::toPlane(window.frame, point.at);
        if (!window.box.contains(at.x, at.y)) continue;
        people[{std::lround(std::floor((window.box.maxY - at.y) / side)), std::lround(std::floor((at.x - window.box.minX) / side))}] +=
            point.people;
    }
    std::vector<std::string> paths(classes.colours.size());
    const double km2 = side * side / 1e6;
    const double units = side * window.scale();
    for (auto cell = people.begin(); cell != people.end();) {
        const std::size_t rank = text::classOf(classes, static_cast<double>(cell->second) / km2);
        // Neighbours of one class in a row are drawn as one rectangle.
        const Cell first = cell->first;
        long width = 0;
        while (cell != people.end() && cell->first == Cell{first.row, first.column + width} &&
               text::classOf(classes, static_cast<double>(cell->second) / km2) == rank) {
            ++width;
            ++cell;
        }
        paths[rank] += fmt::format("M{:.1f} {:.1f}h{:.1f}v{:.1f}h-{:.1f}z", static_cast<double>(first.column) * units,
                                   static_cast<double>(first.row) * units, static_cast<double>(width) * units, units,
                                   static_cast<double>(width) * units);
    }
    return paths;
}

}  // namespace raquette::report
