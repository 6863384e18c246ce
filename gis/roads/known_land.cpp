#include "gis/roads/known_land.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace raquette::roads {

namespace {

constexpr double side = 0.03;     // degrees: some 3 km
constexpr std::int64_t far = 12;  // cells: a wilderness of more than 35 km is not bridged
constexpr int enough = 4;         // of eight directions: beyond a straight edge of an extract roads lie in three

/// Row and column of a cell of a territory: a third of the others, some kilometre.
using Cell = std::pair<std::int32_t, std::int32_t>;
constexpr double fine = 0.01;  // degrees

std::int32_t fineIndex(double degrees) {
    return static_cast<std::int32_t>(std::floor(degrees / fine));
}

std::pair<geometry::LonLat, geometry::LonLat> southFirst(geometry::LonLat a, geometry::LonLat b) {
    return a.lat <= b.lat ? std::pair(a, b) : std::pair(b, a);
}

/// The cells that a border passes: row by row, the columns that it spans there.
void addBorder(std::span<const geometry::LonLat> ring, std::vector<Cell>& cells) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const auto [south, north] = southFirst(ring[i], ring[i + 1]);
        const double slope = north.lat > south.lat ? (north.lon - south.lon) / (north.lat - south.lat) : 0;
        for (std::int32_t row = fineIndex(south.lat); row <= fineIndex(north.lat); ++row) {
            const double enter = south.lon + slope * (std::max(row * fine, south.lat) - south.lat);
            const double leave = slope == 0 ? north.lon : south.lon + slope * (std::min((row + 1) * fine, north.lat) - south.lat);
            for (std::int32_t column = fineIndex(std::min(enter, leave)); column <= fineIndex(std::max(enter, leave)); ++column)
                cells.emplace_back(row, column);
        }
    }
}

/// The cells whose middle a shape holds, row by row.
void addInside(const geometry::GeoShape& shape, std::vector<Cell>& cells) {
    std::map<std::int32_t, std::vector<double>> crossings;  // of the line through the middles of a row, by its longitude
    for (std::size_t r = 0; r < shape.ringCount(); ++r) {
        const auto ring = shape.ring(r);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const auto [south, north] = southFirst(ring[i], ring[i + 1]);
            for (std::int32_t row = fineIndex(south.lat) - 1; row <= fineIndex(north.lat); ++row) {
                const double middle = (row + 0.5) * fine;
                if (south.lat > middle || north.lat <= middle) continue;
                crossings[row].push_back(south.lon + (north.lon - south.lon) * (middle - south.lat) / (north.lat - south.lat));
            }
        }
    }
    for (auto& [row, at] : crossings) {
        std::ranges::sort(at);
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            for (std::int32_t column = fineIndex(at[i]); column <= fineIndex(at[i + 1]); ++column) cells.emplace_back(row, column);
        }
    }
}

}  // namespace

KnownLand::KnownLand(const RoadGraph& graph) {
    const RoadGraph::Arrays& arrays = graph.arrays();
    const EdgeGrid& grid = arrays.grid;
    if (grid.columns == 0) return;
    west_ = grid.west / positionsPerDegree - 2 * side;
    south_ = grid.south / positionsPerDegree - 2 * side;
    columns_ = static_cast<std::int64_t>(std::int64_t{grid.columns} * grid.cellLon / positionsPerDegree / side) + 5;
    rows_ = static_cast<std::int64_t>(std::int64_t{grid.rows} * grid.cellLat / positionsPerDegree / side) + 5;
    std::vector<std::uint8_t> roads(static_cast<std::size_t>(columns_ * rows_), 0);
    for (std::size_t cell = 0; cell < arrays.cellEnds.size(); ++cell) {
        if (arrays.cellEnds[cell] == (cell == 0 ? 0 : arrays.cellEnds[cell - 1])) continue;
        const std::size_t row = cell / grid.columns;
        const double lon = (grid.west + (static_cast<double>(cell % grid.columns) + 0.5) * grid.cellLon) / positionsPerDegree;
        const double lat = (grid.south + (static_cast<double>(row) + 0.5) * grid.cellLat) / positionsPerDegree;
        roads[index(static_cast<std::int64_t>((lon - west_) / side), static_cast<std::int64_t>((lat - south_) / side))] = 1;
    }
    const auto isRoad = [&](std::int64_t column, std::int64_t row) {
        return column >= 0 && row >= 0 && column < columns_ && row < rows_ && roads[index(column, row)] != 0;
    };
    known_.assign(roads.size(), 0);
    constexpr std::array<std::array<std::int64_t, 2>, 8> sides{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}};
    for (std::int64_t row = 0; row < rows_; ++row) {
        for (std::int64_t column = 0; column < columns_; ++column) {
            bool near = false;
            for (std::int64_t dr = -1; dr <= 1; ++dr) {
                for (std::int64_t dc = -1; dc <= 1; ++dc) near = near || isRoad(column + dc, row + dr);
            }
            const auto along = [&](const std::array<std::int64_t, 2>& step) {
                for (std::int64_t i = 1; i <= far; ++i) {
                    if (isRoad(column + i * step[0], row + i * step[1])) return true;
                }
                return false;
            };
            known_[index(column, row)] = near || std::ranges::count_if(sides, along) >= enough ? 1 : 0;
        }
    }
}

void KnownLand::add(std::span<const geometry::GeoShape* const> territories) {
    for (const geometry::GeoShape* territory : territories) {
        for (std::size_t r = 0; r < territory->ringCount(); ++r) addBorder(territory->ring(r), added_);
        addInside(*territory, added_);
    }
    std::ranges::sort(added_);
    added_.erase(std::unique(added_.begin(), added_.end()), added_.end());
}

bool KnownLand::holds(geometry::LonLat place) const {
    if (std::ranges::binary_search(added_, Cell(fineIndex(place.lat), fineIndex(place.lon)))) return true;
    const double column = std::floor((place.lon - west_) / side);
    const double row = std::floor((place.lat - south_) / side);
    if (!(column >= 0 && row >= 0 && column < static_cast<double>(columns_) && row < static_cast<double>(rows_))) return false;
    return known_[index(static_cast<std::int64_t>(column), static_cast<std::int64_t>(row))] != 0;
}

}  // namespace raquette::roads
