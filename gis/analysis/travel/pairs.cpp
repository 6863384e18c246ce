#include "gis/analysis/travel/pairs.h"

#include "gis/analysis/people.h"
#include "gis/geometry/nearest.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <map>
#include <numeric>

namespace raquette::analysis {

namespace {

using roads::Millis;
using roads::PlaceTime;

/// Places around one provider by road.
class RoadSearches {
public:
    RoadSearches(const PairsQuestion& question, const std::vector<roads::Places>& places) : question_(question) {
        for (const roads::Places& one : places) searches_.emplace_back(one);
    }

    std::vector<PlaceTime> around(std::uint32_t provider) {
        const ProviderEnd& end = question_.ends[provider];
        const Millis limit = roads::plus(question_.reach, end.doubt);
        const std::span<const PlaceTime> first = searches_.front().around(end.spot, end.delay, limit);
        std::vector<PlaceTime> found(first.begin(), first.end());
        if (searches_.size() == 1) return found;
        std::map<std::uint32_t, Millis> home;
        for (const PlaceTime& one : searches_.back().around(end.spot, end.delay, limit)) home[one.place] = one.time;
        std::erase_if(found, [&](PlaceTime& one) {
            const auto back = home.find(one.place);
            if (back == home.end()) return true;
            one.time = std::max(one.time, back->second);
            return false;
        });
        return found;
    }

private:
    const PairsQuestion& question_;
    std::vector<roads::PlaceSearch> searches_;
};

/// Adds places around a provider whose times are estimated, since roads are not known at one end.
void addEstimated(const PairsQuestion& question, const geometry::EarthIndex& places, std::span<const std::uint8_t> known,
                  std::uint32_t provider, std::vector<PlaceTime>& found) {
    const ProviderEnd& end = question.ends[provider];
    const Millis limit = roads::plus(question.reach, end.doubt);
    if (end.delay > limit) return;
    const double farthest = question.roads.metresIn(limit - end.delay);
    places.within(question.providers[provider].at, farthest + 1, [&](geometry::Neighbour near) {
        if (end.spot.onRoad() && known[near.index] != 0) return true;  // by road, or not at all
        const Millis time = roads::plus(question.roads.estimate(arcOver(near.distance)), end.delay);
        if (time <= limit) found.push_back({near.index, time});
        return true;
    });
}

}  // namespace

PairsOfPlaces pairsOf(const PairsQuestion& question) {
    std::vector<std::uint8_t> known(question.places.size());
    for (std::size_t i = 0; i < known.size(); ++i) known[i] = question.roads.known.holds(question.places[i]) ? 1 : 0;
    const bool allKnown = std::ranges::all_of(known, [](std::uint8_t one) { return one != 0; });
    std::optional<geometry::EarthIndex> index;
    const bool allOnRoad = std::ranges::all_of(question.ends, [](const ProviderEnd& end) { return end.spot.onRoad(); });
    if (!allKnown || !allOnRoad) index.emplace(std::vector<geometry::LonLat>(question.places.begin(), question.places.end()));

    std::vector<roads::Spot> spots(question.spots.begin(), question.spots.end());
    for (std::size_t i = 0; i < spots.size(); ++i) {
        if (known[i] == 0) spots[i] = {};
    }
    std::vector<roads::Places> places;
    for (const roads::Heading heading : headingsOf(question.roads.rules.trip)) places.emplace_back(question.roads, heading, spots);
    tbb::enumerable_thread_specific<RoadSearches> searches([&] { return RoadSearches(question, places); });
    std::vector<std::vector<PlaceTime>> around(question.providers.size());
    tbb::parallel_for(std::uint32_t{0}, static_cast<std::uint32_t>(around.size()), [&](std::uint32_t provider) {
        if (question.ends[provider].spot.onRoad()) around[provider] = searches.local().around(provider);
        if (index) addEstimated(question, *index, known, provider, around[provider]);
        if (!question.limits.empty())
            std::erase_if(around[provider], [&](const PlaceTime& one) { return one.time > question.limits[one.place]; });
    });

    PairsOfPlaces pairs;
    pairs.placeEnds.assign(question.places.size(), 0);
    for (const auto& found : around) {
        for (const PlaceTime& one : found) ++pairs.placeEnds[one.place];
    }
    std::vector<std::size_t> next(pairs.placeEnds.size());
    std::exclusive_scan(pairs.placeEnds.begin(), pairs.placeEnds.end(), next.begin(), std::size_t{0});
    std::inclusive_scan(pairs.placeEnds.begin(), pairs.placeEnds.end(), pairs.placeEnds.begin());
    pairs.each.resize(pairs.placeEnds.empty() ? 0 : pairs.placeEnds.back());
    for (std::uint32_t provider = 0; provider < around.size(); ++provider) {
        for (const PlaceTime& one : around[provider]) pairs.each[next[one.place]++] = {provider, one.time};
    }
    return pairs;
}

}  // namespace raquette::analysis
