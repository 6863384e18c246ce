#pragma once

#include "gis/roads/spot.h"

#include <random>
#include <vector>

namespace raquette::roads::testing {

/// A place on the piece of road that begins at a vertex.
struct RawPlace {
    std::uint32_t vertex = 0;
    double share = 0.5;
};

/// Journeys over roads as their source has them, not cut and not laid out: one state for each piece between two vertices and way along it,
/// rules asked at each turn, every state relaxed until nothing changes (Bellman 1958). For small worlds.
class BruteDrives {
public:
    explicit BruteDrives(const RawRoads& raw);

    /// Places on pieces that can be driven at all, one for each.
    std::vector<RawPlace> places(double share) const;
    Position position(const RawPlace& place) const;
    /// The same place on the graph made of these roads; none where no journey begins or another road crosses just there.
    Spot spot(const RoadGraph& graph, const RawPlace& place) const;
    /// Seconds; infinite where nothing leads.
    double seconds(const RawPlace& from, const RawPlace& to) const;

private:
    struct Drive {
        std::uint32_t road = 0;
        std::uint32_t vertex = 0;  ///< of its piece
        bool along = true;
        double seconds = 0;
        std::uint32_t start = 0, end = 0;  ///< points
    };
    bool mayFollow(const Drive& come, const Drive& go) const;
    bool reverses(const Drive& come, const Drive& go) const { return come.vertex == go.vertex && come.along != go.along; }
    bool canTurn(std::uint32_t point) const;
    bool barred(std::uint32_t point) const;

    const RawRoads& raw_;
    std::vector<Drive> drives_;
    std::vector<std::vector<std::size_t>> next_;
};

/// A small world in general position: roads of up to four pieces among a few points, some one-way, with rules and barriers.
RawRoads randomRoads(std::mt19937& random, std::size_t rules, std::size_t barriers);

}  // namespace raquette::roads::testing
