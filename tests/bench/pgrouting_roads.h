#pragma once

#include "gis/roads/search.h"

#include <filesystem>
#include <vector>

namespace raquette::bench {

/// What `pgrouting` left in a folder: its graph as ours, the places it searched from and what it found.
struct PgRoutingRoads {
    struct Found {
        std::uint32_t place = 0;  ///< node
        std::uint32_t node = 0;
        double seconds = 0;
    };
    roads::RoadGraph graph;
    std::vector<std::uint32_t> places;  ///< nodes
    std::vector<Found> alone;           ///< from each place, one after another
    std::vector<Found> nearest;         ///< from the nearest
};

/// Throws std::runtime_error where a vertex is not to be told from another.
PgRoutingRoads readPgRouting(const std::filesystem::path& folder);

}  // namespace raquette::bench
