#pragma once

#include "gis/roads/spot.h"

#include <optional>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace raquette::roads::testing {

/// A place on the piece of road that begins at a vertex.
struct RawPlace {
    std::uint32_t vertex = 0;
    double share = 0.5;
};

/// Journeys over roads as their source has them, not cut and not laid out: a state is a piece between two vertices, a way along it, and how
/// far one is on each rule over several roads; rules are asked at each turn, and every state relaxed until nothing changes (Bellman 1958).
/// For small worlds.
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
    /// Drives by their numbers, one after another.
    using Journey = std::vector<std::size_t>;
    /// What a rule over roads names, driven piece by piece.
    struct Sequence {
        Journey drives;
        bool only = false;
    };
    /// On which sequences one is, and at the end of which drive of each, be it on or back.
    using Under = std::set<std::pair<std::size_t, std::size_t>>;

    void addSequences(const PathRule& rule);
    std::vector<Journey> walks(std::uint32_t road, std::uint32_t from, std::uint32_t to) const;
    std::optional<std::size_t> nextPiece(const Drive& drive) const;
    Under after(const Under& under, std::size_t go) const;
    bool mayGoOn(std::size_t come, const Under& under, std::size_t go) const;
    bool mayFollow(const Drive& come, const Drive& go) const;
    bool named(const TurnRule& rule, const Drive& come, const Drive& go) const;
    bool mustChoose(const Drive& come) const;
    bool isChoice(const Drive& come, const Drive& go) const;
    bool reverses(const Drive& come, const Drive& go) const { return come.vertex == go.vertex && come.along != go.along; }
    bool canTurn(std::uint32_t point) const;
    bool barred(std::uint32_t point) const;

    const RawRoads& raw_;
    std::vector<Drive> drives_;
    std::vector<Sequence> sequences_;
    std::vector<std::size_t> last_;               ///< of each state the drive it is on
    std::vector<std::vector<std::size_t>> next_;  ///< of each state those that may follow
};

/// A small world in general position: roads of up to four pieces among a few points, some one-way, with rules, barriers and
/// rules over roads.
RawRoads randomRoads(std::mt19937& random, std::size_t rules, std::size_t barriers, std::size_t paths = 0);

}  // namespace raquette::roads::testing
