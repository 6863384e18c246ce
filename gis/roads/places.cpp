#include "gis/roads/places.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <numeric>

namespace raquette::roads {

Places::Places(const Roads& roads, Heading heading, std::span<const Spot> spots) : roads_(&roads), heading_(heading), spots_(spots) {
    std::vector<std::pair<std::uint32_t, End>> all;
    std::vector<Seed> ends;
    for (std::uint32_t place = 0; place < spots.size(); ++place) {
        if (!spots[place].onRoad()) continue;
        byEdge_.push_back(place);
        ends.clear();
        // From the place's side the journey goes the other way round than the search.
        heading == Heading::ToSeeds ? leave(roads.graph, spots[place], ends) : arrive(roads.graph, spots[place], ends);
        const Millis walk = roads.walk(static_cast<double>(spots[place].metres));
        for (const Seed& end : ends) all.push_back({end.node, {place, plus(end.time, walk)}});
    }
    nodeEnds_.assign(roads.graph.nodeCount(), 0);
    for (const auto& [node, end] : all) ++nodeEnds_[node];
    std::vector<std::uint32_t> next(nodeEnds_.size());
    std::exclusive_scan(nodeEnds_.begin(), nodeEnds_.end(), next.begin(), 0U);
    std::inclusive_scan(nodeEnds_.begin(), nodeEnds_.end(), nodeEnds_.begin());
    ends_.resize(all.size());
    for (const auto& [node, end] : all) ends_[next[node]++] = end;
    std::ranges::sort(byEdge_, {}, [&](std::uint32_t place) { return std::pair(spots[place].edge, place); });
}

PlaceSearch::PlaceSearch(const Places& places) : places_(&places), search_(places.roads().graph), best_(places.size(), unreached) {}

void PlaceSearch::offer(std::uint32_t place, Millis time) {
    if (time > limit_ || time >= best_[place]) return;
    if (best_[place] == unreached) found_.push_back({place, 0});
    best_[place] = time;
}

std::span<const PlaceTime> PlaceSearch::around(const Spot& provider, Millis delay, Millis limit) {
    found_.clear();
    limit_ = limit;
    if (!provider.onRoad() || delay > limit) return found_;
    const Roads& roads = places_->roads();
    seeds_.clear();
    seedsOf(roads.graph, places_->heading(), provider, seeds_);
    for (Seed& seed : seeds_) seed.time = plus(seed.time, delay);
    for (const Reached& reached : search_.around(places_->heading(), seeds_, limit)) {
        for (const Places::End& end : places_->endsAt(reached.node)) offer(end.place, plus(reached.time, end.time));
    }
    const auto sameEdge =
        std::ranges::equal_range(places_->byEdge_, provider.edge, {}, [&](std::uint32_t place) { return places_->spots()[place].edge; });
    for (const std::uint32_t place : sameEdge) {
        const Spot& spot = places_->spots()[place];
        const Millis along = places_->heading() == Heading::ToSeeds ? straightAlong(roads.graph, spot, provider)
                                                                    : straightAlong(roads.graph, provider, spot);
        offer(place, plus(plus(along, roads.walk(static_cast<double>(spot.metres))), delay));
    }
    for (PlaceTime& one : found_) {
        one.time = best_[one.place];
        best_[one.place] = unreached;
    }
    return found_;
}

std::vector<Spot> spotsOf(const RoadGraph& graph, std::span<const geometry::LonLat> places, model::Metres farthest) {
    std::vector<Spot> spots(places.size());
    tbb::parallel_for(std::size_t{0}, places.size(), [&](std::size_t i) { spots[i] = spotAt(graph, places[i], farthest); });
    return spots;
}

}  // namespace raquette::roads
