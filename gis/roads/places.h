#pragma once

#include "gis/roads/roads.h"
#include "gis/roads/spot.h"

namespace raquette::roads {

/// Many places (people, cells of a lattice), each with its spot on the roads, found from the nodes that a search reaches.
class Places {
public:
    /// `spots`, one per place, must outlive it; places without a road are never found. A journey's walk at the place's end is counted.
    Places(const Roads& roads, Heading heading, std::span<const Spot> spots);

    const Roads& roads() const { return *roads_; }
    Heading heading() const { return heading_; }
    std::span<const Spot> spots() const { return spots_; }
    std::size_t size() const { return spots_.size(); }

private:
    friend class PlaceSearch;
    /// How a place is left (or come to) through a node.
    struct End {
        std::uint32_t place = 0;
        Millis time = 0;  ///< along its edge and the walk
    };
    std::span<const End> endsAt(std::uint32_t node) const {
        const std::size_t begin = node == 0 ? 0 : nodeEnds_[node - 1];
        return std::span(ends_).subspan(begin, nodeEnds_[node] - begin);
    }

    const Roads* roads_;
    Heading heading_;
    std::span<const Spot> spots_;
    std::vector<std::uint32_t> nodeEnds_;
    std::vector<End> ends_;
    std::vector<std::uint32_t> byEdge_;  ///< places by the edge of their spot
};

struct PlaceTime {
    std::uint32_t place = 0;
    Millis time = 0;
};

/// Searches around one provider after another for the places within a time of it. Not to be shared between threads.
class PlaceSearch {
public:
    explicit PlaceSearch(const Places& places);

    /// Each place within `limit` of a provider once, in no order, with its time. `delay` is what the provider's end of the journey takes:
    /// its walk, its car park, its queue. Valid until the next search.
    std::span<const PlaceTime> around(const Spot& provider, Millis delay, Millis limit);

private:
    void offer(std::uint32_t place, Millis time);

    const Places* places_;
    BoundedSearch search_;
    std::vector<Seed> seeds_;
    std::vector<Millis> best_;
    std::vector<PlaceTime> found_;
    Millis limit_ = 0;
};

/// A spot for each place, in parallel.
std::vector<Spot> spotsOf(const RoadGraph& graph, std::span<const geometry::LonLat> places, model::Metres farthest);

}  // namespace raquette::roads
