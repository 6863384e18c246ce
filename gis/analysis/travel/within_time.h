#pragma once

#include "gis/analysis/travel/pairs.h"
#include "gis/model/reference.h"

namespace raquette::analysis {

/// For each place the providers within a travel time of it (and, by their doubt, possibly so); none at all where the reference has no roads
/// of any profile.
PairsOfPlaces pairsWithin(const model::Reference& reference, const std::vector<Provider>& providers,
                          std::span<const geometry::LonLat> places, model::Minutes reach);
/// The same with a limit for each place.
PairsOfPlaces pairsWithin(const model::Reference& reference, const std::vector<Provider>& providers,
                          std::span<const geometry::LonLat> places, std::span<const roads::Millis> limits);

}  // namespace raquette::analysis
