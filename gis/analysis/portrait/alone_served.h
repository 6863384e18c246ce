#pragma once

#include "gis/analysis/analysis.h"

namespace raquette::analysis {

/// People of a commune, or of a département where the commune is not known, whom one provider alone reaches.
struct AloneServed {
    std::string name;
    model::Inhabitants people;

    bool operator==(const AloneServed&) const = default;
};

/// Where the people live whom a provider alone reaches (ServiceResult::onlyReached), most people first. Only for a reach by distance or
/// travel time: where it is a territory the places are those that the provider serves. `provider` is an index in ServiceResult::providers.
std::vector<AloneServed> aloneServed(const model::Reference& reference, const ServiceResult& result, std::size_t provider);

}  // namespace raquette::analysis
