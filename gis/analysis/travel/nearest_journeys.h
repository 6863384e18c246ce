#pragma once

#include "gis/analysis/people.h"
#include "gis/analysis/travel/ends.h"
#include "gis/geometry/nearest.h"
#include "gis/roads/search.h"

namespace raquette::analysis {

/// The nearest provider by travel time.
struct NearestJourney {
    roads::Millis time = roads::unreached;
    std::uint32_t provider = noProvider;
    bool estimated = false;  ///< from a distance: roads are not known there
};

/// Journeys between any place and the nearest of some providers, for one certainty: one search of all roads for all providers, which no
/// reach ends.
class NearestJourneys {
public:
    /// `ends`, one per provider, and the others must outlive it.
    NearestJourneys(const roads::Roads& roads, const std::vector<Provider>& providers, const std::vector<ProviderEnd>& ends,
                    Certainty certainty);

    /// `spot` is the place's; without a road only what is estimated is found.
    NearestJourney at(geometry::LonLat place, const roads::Spot& spot) const;
    /// Along the roads alone, from a junction named by its first node; the longer way where trips go both ways.
    roads::Millis atJunction(std::uint32_t junction) const;

private:
    NearestJourney byRoad(const roads::Spot& spot) const;
    void offer(const geometry::EarthIndex& index, const std::vector<std::uint32_t>* numbers, geometry::LonLat place,
               NearestJourney& best) const;

    const roads::Roads& roads_;
    const std::vector<ProviderEnd>& ends_;
    std::vector<roads::Heading> headings_;
    std::vector<roads::NearestSeeds> nearest_;  ///< one per heading
    std::vector<roads::Millis> delays_;         ///< of each provider at that certainty: what its end of the journey takes
    roads::Millis shift_ = 0;                   ///< taken from every time: possible journeys begin before they begin
    std::vector<std::pair<std::uint32_t, std::uint32_t>> onEdges_;  ///< edge → provider
    geometry::EarthIndex every_;
    std::vector<std::uint32_t> offRoad_;  ///< providers journeys to which are always estimated
    geometry::EarthIndex offRoadIndex_;
};

}  // namespace raquette::analysis
