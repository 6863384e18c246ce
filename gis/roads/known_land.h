#pragma once

#include "gis/roads/road_graph.h"

#include <span>
#include <utility>
#include <vector>

namespace raquette::roads {

/// The land whose roads a graph has: within some kilometres of one, or with roads in half of the directions around it (a mountain, a lake),
/// or of a territory whose roads it surely has. What lies beyond the edge of an extract is not known, and not without roads.
class KnownLand {
public:
    KnownLand() = default;
    explicit KnownLand(const RoadGraph& graph);
    /// Territories that are known to their last mountain, to within a kilometre.
    void add(std::span<const geometry::GeoShape* const> territories);
    bool holds(geometry::LonLat place) const;

private:
    std::size_t index(std::int64_t column, std::int64_t row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
    }

    double west_ = 0, south_ = 0;
    std::int64_t columns_ = 0, rows_ = 0;
    std::vector<std::uint8_t> known_;
    std::vector<std::pair<std::int32_t, std::int32_t>> added_;  ///< cells of the territories, row and column, ascending
};

}  // namespace raquette::roads
