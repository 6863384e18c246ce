#include "gis/analysis/travel/nearest_journeys.h"

#include "gis/analysis/people.h"

#include <algorithm>
#include <cmath>

namespace raquette::analysis {

namespace {

using geometry::LonLat;
using roads::Millis;
using roads::Spot;

std::vector<std::uint32_t> withoutRoad(const std::vector<ProviderEnd>& ends) {
    std::vector<std::uint32_t> without;
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
        if (!ends[i].spot.onRoad()) without.push_back(i);
    }
    return without;
}

std::vector<LonLat> positionsOf(const std::vector<Provider>& providers, std::span<const std::uint32_t> numbers) {
    std::vector<LonLat> positions;
    for (const std::uint32_t i : numbers) positions.push_back(providers[i].at);
    return positions;
}

std::vector<LonLat> positionsOf(const std::vector<Provider>& providers) {
    std::vector<LonLat> positions;
    for (const Provider& provider : providers) positions.push_back(provider.at);
    return positions;
}

}  // namespace

NearestJourneys::NearestJourneys(const roads::Roads& roads, const std::vector<Provider>& providers, const std::vector<ProviderEnd>& ends,
                                 Certainty certainty)
    : roads_(roads),
      ends_(ends),
      headings_(headingsOf(roads.rules.trip)),
      every_(positionsOf(providers)),
      offRoad_(withoutRoad(ends)),
      offRoadIndex_(positionsOf(providers, offRoad_)) {
    if (certainty == Certainty::Possible) {
        for (const ProviderEnd& end : ends) shift_ = std::max(shift_, end.doubt);
    }
    for (const ProviderEnd& end : ends) {
        const Millis more = certainty == Certainty::Sure ? end.doubt : certainty == Certainty::Possible ? shift_ - end.doubt : 0;
        delays_.push_back(roads::plus(end.delay, more));
    }
    for (std::uint32_t i = 0; i < ends.size(); ++i) {
        if (ends[i].spot.onRoad()) onEdges_.emplace_back(ends[i].spot.edge, i);
    }
    // No search ends at a reach: where a border runs between two corners is told by the times of both.
    for (const roads::Heading heading : headings_) {
        std::vector<roads::Seed> seeds;
        for (const auto& [edge, i] : onEdges_) {
            const std::size_t first = seeds.size();
            roads::seedsOf(roads.graph, heading, ends[i].spot, seeds);
            for (std::size_t s = first; s < seeds.size(); ++s) {
                seeds[s].time = roads::plus(seeds[s].time, delays_[i]);
                seeds[s].label = i;
            }
        }
        nearest_.push_back(roads::nearestSeeds(roads.graph, heading, seeds));
    }
    std::ranges::sort(onEdges_);
}

NearestJourney NearestJourneys::byRoad(const Spot& spot) const {
    NearestJourney best;
    std::vector<roads::Seed> scratch;
    const Millis walk = roads_.walk(static_cast<double>(spot.metres));
    Millis longest = 0;
    for (std::size_t h = 0; h < headings_.size(); ++h) {
        const roads::NearestSeeds& nearest = nearest_[h];
        const roads::Seed end =
            roads::bestAt(roads_.graph, headings_[h], spot, [&](std::uint32_t node) { return nearest.times[node]; }, scratch);
        Millis time = end.time;
        std::uint32_t provider = end.node == roads::noNode ? noProvider : nearest.labels[end.node];
        const auto [begin, last] = std::ranges::equal_range(onEdges_, spot.edge, {}, [](const auto& entry) { return entry.first; });
        for (auto other = begin; other != last; ++other) {
            const Spot& there = ends_[other->second].spot;
            const Millis along = headings_[h] == roads::Heading::ToSeeds ? straightAlong(roads_.graph, spot, there)
                                                                         : straightAlong(roads_.graph, there, spot);
            const Millis straight = roads::plus(along, delays_[other->second]);
            if (straight >= time) continue;
            time = straight;
            provider = other->second;
        }
        longest = std::max(longest, roads::plus(time, walk));
        if (longest == roads::plus(time, walk)) best.provider = provider;
    }
    best.time = longest;
    return best;
}

void NearestJourneys::offer(const geometry::EarthIndex& index, const std::vector<std::uint32_t>* numbers, LonLat place,
                            NearestJourney& best) const {
    const geometry::Neighbour near = index.nearest(place);
    if (!std::isfinite(near.distance)) return;
    const std::uint32_t provider = numbers ? (*numbers)[near.index] : near.index;
    const Millis time = roads::plus(roads_.estimate(arcOver(near.distance)), delays_[provider]);
    if (time < best.time) best = {time, provider, true};
}

NearestJourney NearestJourneys::at(LonLat place, const Spot& spot) const {
    const bool known = roads_.known.holds(place);
    NearestJourney best = known && spot.onRoad() ? byRoad(spot) : NearestJourney{};
    if (!known) {
        offer(every_, nullptr, place, best);
    } else if (!offRoad_.empty()) {
        offer(offRoadIndex_, &offRoad_, place, best);
    }
    if (best.time == roads::unreached) return {};
    best.time = best.time > shift_ ? best.time - shift_ : 0;
    return best;
}

Millis NearestJourneys::atJunction(std::uint32_t junction) const {
    Millis longest = 0;
    for (const roads::NearestSeeds& nearest : nearest_) {
        const std::span stands = std::span(nearest.times).subspan(junction, roads_.graph.standsEnd(junction) - junction);
        longest = std::max(longest, *std::ranges::min_element(stands));
    }
    return longest;
}

}  // namespace raquette::analysis
