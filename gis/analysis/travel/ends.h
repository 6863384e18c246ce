#pragma once

#include "gis/analysis/analysis.h"
#include "gis/roads/roads.h"
#include "gis/roads/spot.h"

namespace raquette::analysis {

/// How a journey ends at a provider.
struct ProviderEnd {
    roads::Spot spot;         ///< off the road where roads are not known around it: journeys to it are estimated
    roads::Millis delay = 0;  ///< walk from the road, car park, entry
    roads::Millis doubt = 0;  ///< what its uncertainty may take or save
};

/// One per provider. A road within 50 km will do.
std::vector<ProviderEnd> providerEnds(const roads::Roads& roads, const std::vector<Provider>& providers);

/// The headings of searches that a trip asks for.
std::vector<roads::Heading> headingsOf(model::Trip trip);

}  // namespace raquette::analysis
