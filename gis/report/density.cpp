#include "gis/report/density.h"

#include "gis/text/palette.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <map>

namespace raquette::report {

namespace {

constexpr double cellUnits = 2.5;
constexpr long longestRun = 16;  // cells: the edges of a longer one would part from their neighbours on a plane where they bend

struct Cell {
    long row = 0;
    long column = 0;
    auto operator<=>(const Cell&) const = default;
};

bool isUnserved(std::uint8_t reach) {
    return reach == analysis::NotReached || reach == analysis::PossiblyReached;
}

/// How wide a cell is, metres: a whole number of the population's own, at least two, so that each holds as many of them as the next. Where
/// each commune's people stand at its point, a cell is never narrower than a commune of mean size: people are nowhere as dense as a point.
double sideOf(const store::StudyState& state, const Window& window) {
    constexpr double communeSide = 4000;
    const double wished = cellUnits / window.scale();
    const double own = state.reference.populationCell.value_or(0);
    return own > 0 ? own * std::max(2.0, std::ceil(wished / own)) : std::max(wished, communeSide);
}

struct Run {
    std::size_t rank = 0;  ///< class
    geometry::PlanePoint northWest;
    double width = 0, height = 0;  ///< metres
};

/// The cells of a box on the window's plane; neighbours of one class in a row are one run.
std::vector<Run> runsIn(const store::StudyState& state, const analysis::ServiceResult& result, const Window& window,
                        const geometry::Box& box) {
    const text::DensityClasses& classes = text::unservedPerKm2();
    const double side = sideOf(state, window);
    std::map<Cell, std::int64_t> people;
    const std::size_t count = std::min(result.reach.size(), state.reference.people.size());
    for (std::size_t i = 0; i < count; ++i) {
        const model::PopulationPoint& point = state.reference.people[i];
        if (!isUnserved(result.reach[i]) || geometry::frameAt(point.at) != window.frame) continue;
        const geometry::PlanePoint at = geometry::toPlane(window.frame, point.at);
        if (!box.contains(at.x, at.y)) continue;
        people[{std::lround(std::floor((box.maxY - at.y) / side)), std::lround(std::floor((at.x - box.minX) / side))}] += point.people;
    }
    const double km2 = side * side / 1e6;
    const auto rankOf = [&](std::int64_t inhabitants) { return text::classOf(classes, static_cast<double>(inhabitants) / km2); };
    std::vector<Run> runs;
    for (auto cell = people.begin(); cell != people.end();) {
        const std::size_t rank = rankOf(cell->second);
        const Cell first = cell->first;
        long width = 0;
        while (cell != people.end() && width < longestRun && cell->first == Cell{first.row, first.column + width} &&
               rankOf(cell->second) == rank) {
            ++width;
            ++cell;
        }
        runs.push_back({rank,
                        {box.minX + static_cast<double>(first.column) * side, box.maxY - static_cast<double>(first.row) * side},
                        static_cast<double>(width) * side,
                        side});
    }
    return runs;
}

}  // namespace

std::vector<std::string> densityPaths(const store::StudyState& state, const analysis::ServiceResult& result, const Window& window) {
    std::vector<std::string> paths(text::unservedPerKm2().colours.size());
    for (const Run& run : runsIn(state, result, window, window.box)) {
        const geometry::PlanePoint at = window.toDrawing(run.northWest);
        const double width = run.width * window.scale();
        paths[run.rank] += fmt::format("M{:.1f} {:.1f}h{:.1f}v{:.1f}h-{:.1f}z", at.x, at.y, width, run.height * window.scale(), width);
    }
    return paths;
}

std::vector<std::vector<DensityCell>> densityCells(const store::StudyState& state, const analysis::ServiceResult& result,
                                                   const Window& window, double around) {
    const double dx = (window.box.maxX - window.box.minX) * around;
    const double dy = (window.box.maxY - window.box.minY) * around;
    const geometry::Box box{window.box.minX - dx, window.box.minY - dy, window.box.maxX + dx, window.box.maxY + dy};
    std::vector<std::vector<DensityCell>> cells(text::unservedPerKm2().colours.size());
    for (const Run& run : runsIn(state, result, window, box)) {
        const auto corner = [&](double east, double south) {
            return geometry::toLonLat(window.frame, geometry::PlanePoint{run.northWest.x + east, run.northWest.y - south});
        };
        cells[run.rank].push_back({corner(0, 0), corner(run.width, 0), corner(run.width, run.height), corner(0, run.height)});
    }
    return cells;
}

}  // namespace raquette::report
