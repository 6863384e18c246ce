#pragma once

#include "gis/analysis/travel/ends.h"
#include "gis/roads/places.h"

#include <span>

namespace raquette::analysis {

/// A provider that reaches a place, and in what time.
struct ProviderTime {
    std::uint32_t provider = 0;
    roads::Millis time = 0;
};

/// For each place the providers within a time of it, with as much more as their doubt, by number.
struct PairsOfPlaces {
    std::vector<std::size_t> placeEnds;  ///< where each place's end in `each`
    std::vector<ProviderTime> each;

    std::span<const ProviderTime> of(std::size_t place) const {
        const std::size_t begin = place == 0 ? 0 : placeEnds[place - 1];
        return std::span(each).subspan(begin, placeEnds[place] - begin);
    }
};

/// What pairs are looked for between.
struct PairsQuestion {
    const roads::Roads& roads;
    const std::vector<Provider>& providers;
    const std::vector<ProviderEnd>& ends;
    std::span<const geometry::LonLat> places;
    std::span<const roads::Spot> spots;  ///< of the places
    roads::Millis reach;
    /// Of each place, where not the reach but something less is asked for it.
    std::span<const roads::Millis> limits = {};  // NOLINT(readability-redundant-member-init): not asked for
};

/// Searches around every provider, side by side. Where a trip goes both ways, the longer way counts.
PairsOfPlaces pairsOf(const PairsQuestion& question);

}  // namespace raquette::analysis
