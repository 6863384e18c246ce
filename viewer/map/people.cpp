#include "viewer/map/people.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace raquette::viewer {

namespace {

std::int32_t floorDivided(std::int32_t value, std::int32_t by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

void sortAndMerge(std::vector<PeopleBin>& bins) {
    const auto key = [](const PeopleBin& bin) { return std::tuple(bin.row, bin.column); };
    std::sort(bins.begin(), bins.end(), [&](const PeopleBin& a, const PeopleBin& b) { return key(a) < key(b); });
    std::size_t kept = 0;
    for (const PeopleBin& bin : bins) {
        if (kept > 0 && key(bins[kept - 1]) == key(bin))
            bins[kept - 1].people += bin.people;
        else
            bins[kept++] = bin;
    }
    bins.resize(kept);
}

struct Run {
    std::int32_t from = 0, to = 0;  // columns, `to` excluded
    auto operator<=>(const Run&) const = default;
};

}  // namespace

PeopleGrid gather(const std::vector<PlanePeople>& points, double cell) {
    PeopleGrid grid{cell, {}};
    grid.bins.reserve(points.size());
    for (const PlanePeople& point : points) {
        if (point.people <= 0) continue;
        grid.bins.push_back({static_cast<std::int32_t>(std::floor(point.at.y / cell)),
                             static_cast<std::int32_t>(std::floor(point.at.x / cell)), point.people});
    }
    sortAndMerge(grid.bins);
    return grid;
}

PeopleGrid coarsened(const PeopleGrid& grid, int factor) {
    PeopleGrid out{grid.cell * factor, grid.bins};
    for (PeopleBin& bin : out.bins) {
        bin.row = floorDivided(bin.row, factor);
        bin.column = floorDivided(bin.column, factor);
    }
    sortAndMerge(out.bins);
    return out;
}

std::size_t densityClass(const PeopleGrid& grid, const PeopleBin& bin, const std::vector<double>& upperBoundsPerKm2) {
    const double perKm2 = static_cast<double>(bin.people) / (grid.cell * grid.cell / 1e6);
    const auto above = std::upper_bound(upperBoundsPerKm2.begin(), upperBoundsPerKm2.end(), perKm2);
    return static_cast<std::size_t>(above - upperBoundsPerKm2.begin());
}

std::vector<Box> binsFromClass(const PeopleGrid& grid, std::size_t leastClass, const std::vector<double>& upperBoundsPerKm2,
                               const Box& visible) {
    std::map<std::int32_t, std::vector<Run>> rows;
    for (const PeopleBin& bin : grid.bins) {
        const double south = bin.row * grid.cell;
        const double west = bin.column * grid.cell;
        if (south > visible.north || south + grid.cell < visible.south || west > visible.east || west + grid.cell < visible.west) continue;
        if (densityClass(grid, bin, upperBoundsPerKm2) < leastClass) continue;
        std::vector<Run>& runs = rows[bin.row];
        if (!runs.empty() && runs.back().to == bin.column)
            ++runs.back().to;
        else
            runs.push_back({bin.column, bin.column + 1});
    }
    std::vector<Box> rectangles;
    std::map<Run, std::size_t> open;  // the rectangle each run of the row below ended
    std::int32_t previousRow = 0;
    for (const auto& [row, runs] : rows) {
        if (row != previousRow + 1) open.clear();
        std::map<Run, std::size_t> next;
        for (const Run& run : runs) {
            const auto below = open.find(run);
            if (below == open.end()) {
                rectangles.push_back({run.from * grid.cell, row * grid.cell, run.to * grid.cell, (row + 1) * grid.cell});
                next[run] = rectangles.size() - 1;
            } else {
                rectangles[below->second].north = (row + 1) * grid.cell;
                next[run] = below->second;
            }
        }
        open = std::move(next);
        previousRow = row;
    }
    return rectangles;
}

}  // namespace raquette::viewer
