#pragma once

#include "gis/roads/road_graph.h"

#include <memory>
#include <span>
#include <vector>

namespace raquette::roads {

/// Which way journeys go: from wherever people are to the providers, or home from there.
enum class Heading { ToSeeds, FromSeeds };

/// Where a search begins: a node, what has been travelled there already, and for whom.
struct Seed {
    std::uint32_t node = 0;
    Millis time = 0;
    std::uint32_t label = 0;
};

inline constexpr std::uint32_t noLabel = std::numeric_limits<std::uint32_t>::max();

/// Of each node the nearest seed by time; `unreached` and `noLabel` where there is none.
struct NearestSeeds {
    std::vector<Millis> times;
    std::vector<std::uint32_t> labels;
};

/// One search for all seeds (Dijkstra 1959, with buckets, Dial 1969), or two at once where there are many and two threads are to be had:
/// the same is found. Of seeds equally near the smaller label wins. Nothing further than `limit` is looked at.
NearestSeeds nearestSeeds(const RoadGraph& graph, Heading heading, std::span<const Seed> seeds, Millis limit = unreached);

/// A node and how long it takes.
struct Reached {
    std::uint32_t node = 0;
    Millis time = 0;

    bool operator==(const Reached&) const = default;
};

/// Searches around one place after another, each as cheap as what it reaches. Not to be shared between threads; a graph may be.
class BoundedSearch {
public:
    explicit BoundedSearch(const RoadGraph& graph);
    ~BoundedSearch();
    BoundedSearch(const BoundedSearch&) = delete;
    BoundedSearch& operator=(const BoundedSearch&) = delete;
    BoundedSearch(BoundedSearch&&) noexcept;
    BoundedSearch& operator=(BoundedSearch&&) noexcept;

    /// Every node within the limit, nearest first, equally near ones by node (labels are not looked at). Valid until the next search.
    std::span<const Reached> around(Heading heading, std::span<const Seed> seeds, Millis limit);
    /// Time of a node in the last search.
    Millis timeOf(std::uint32_t node) const { return times_[node]; }

private:
    class Queue;
    void settle();

    const RoadGraph* graph_;
    std::vector<Millis> times_;
    std::vector<Reached> reached_;
    std::unique_ptr<Queue> queue_;
};

}  // namespace raquette::roads
