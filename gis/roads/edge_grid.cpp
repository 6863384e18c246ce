#include "gis/roads/edge_grid.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace raquette::roads {

namespace {

/// Square cells in metres, in the middle of what they cover; larger ones where there would be too many.
EdgeGrid gridOver(std::span<const Position> points) {
    EdgeGrid grid;
    Position least{std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max()};
    Position most{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::min()};
    for (const Position& point : points) {
        least = {std::min(least.lon, point.lon), std::min(least.lat, point.lat)};
        most = {std::max(most.lon, point.lon), std::max(most.lat, point.lat)};
    }
    constexpr double side = 500;  // metres: a cell holds a handful of roads in the country, some dozens in a town
    const MetresPerDegree metres((static_cast<double>(least.lat) + most.lat) / 2 / positionsPerDegree);
    grid.west = least.lon;
    grid.south = least.lat;
    grid.cellLon = static_cast<std::int32_t>(side / std::max(metres.lon, 1000.0) * positionsPerDegree);
    grid.cellLat = static_cast<std::int32_t>(side / metres.lat * positionsPerDegree);
    grid.columns = static_cast<std::uint32_t>((std::int64_t{most.lon} - least.lon) / grid.cellLon) + 1;
    grid.rows = static_cast<std::uint32_t>((std::int64_t{most.lat} - least.lat) / grid.cellLat) + 1;
    while (std::uint64_t{grid.columns} * grid.rows > 50'000'000) {  // places all over the world
        grid.cellLon *= 2;
        grid.cellLat *= 2;
        grid.columns = grid.columns / 2 + 1;
        grid.rows = grid.rows / 2 + 1;
    }
    return grid;
}

/// Row by row, the columns that a straight line passes there: not all between its ends, which for a line across a country are millions.
void addCells(const EdgeGrid& grid, Position a, Position b, std::vector<std::uint32_t>& cells) {
    if (a.lat > b.lat) std::swap(a, b);
    const auto [minLon, maxLon] = std::minmax(a.lon, b.lon);
    const double slope = a.lat == b.lat ? 0 : (static_cast<double>(b.lon) - a.lon) / (static_cast<double>(b.lat) - a.lat);
    const std::int64_t first = (std::int64_t{a.lat} - grid.south) / grid.cellLat;
    const std::int64_t last = (std::int64_t{b.lat} - grid.south) / grid.cellLat;
    for (std::int64_t row = first; row <= last; ++row) {
        const auto lonAt = [&](std::int64_t boundary) {
            return a.lon + slope * static_cast<double>(grid.south + boundary * grid.cellLat - a.lat);
        };
        const double enter = row == first ? a.lon : lonAt(row);
        const double leave = row == last ? b.lon : lonAt(row + 1);
        constexpr double rounding = 2;
        const double west = std::max<double>(std::min(enter, leave) - rounding, minLon);
        const double east = std::min<double>(std::max(enter, leave) + rounding, maxLon);
        const auto column = [&](double lon) { return (static_cast<std::int64_t>(lon) - grid.west) / grid.cellLon; };
        for (std::int64_t c = column(west); c <= column(east); ++c) cells.push_back(static_cast<std::uint32_t>(row * grid.columns + c));
    }
}

/// Each cell that an edge passes, for edges on which journeys may begin and end.
template <class Visit>
void forCells(const EdgeGrid& grid, std::span<const Edge> edges, std::span<const Position> points, Visit visit) {
    std::vector<std::uint32_t> cells;
    for (std::uint32_t index = 0; index < edges.size(); ++index) {
        if (edges[index].stopping == 0) continue;
        const std::size_t begin = edges[index].firstPoint;
        const std::size_t end = index + 1 < edges.size() ? edges[index + 1].firstPoint : points.size();
        cells.clear();
        for (std::size_t i = begin; i + 1 < end; ++i) addCells(grid, points[i], points[i + 1], cells);
        std::ranges::sort(cells);
        cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
        for (const std::uint32_t cell : cells) visit(cell, index);
    }
}

}  // namespace

LaidGrid layGrid(std::span<const Edge> edges, std::span<const Position> points) {
    LaidGrid laid;
    if (points.empty()) return laid;
    laid.grid = gridOver(points);
    laid.cellEnds.assign(std::size_t{laid.grid.columns} * laid.grid.rows, 0);
    forCells(laid.grid, edges, points, [&](std::uint32_t cell, std::uint32_t) { ++laid.cellEnds[cell]; });
    std::vector<std::uint32_t> next(laid.cellEnds.size());
    std::exclusive_scan(laid.cellEnds.begin(), laid.cellEnds.end(), next.begin(), 0U);
    std::inclusive_scan(laid.cellEnds.begin(), laid.cellEnds.end(), laid.cellEnds.begin());
    laid.cellEdges.resize(laid.cellEnds.back());
    forCells(laid.grid, edges, points, [&](std::uint32_t cell, std::uint32_t edge) { laid.cellEdges[next[cell]++] = edge; });
    return laid;
}

}  // namespace raquette::roads
