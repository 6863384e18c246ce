#pragma once

#include "gis/analysis/analysis.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace raquette::analysis {

/// A provider that reaches some of the people of a territory.
struct ServedBy {
    std::uint32_t provider = 0;             ///< index in ServiceResult::providers
    std::optional<model::Metres> distance;  ///< from where most people of the territory are; none: not placed

    bool operator==(const ServedBy&) const = default;
};

/// Who serves a territory, or some of it: by distance or travel time, those within reach of at least one of its people's places (by time
/// none where the reference has no roads at hand); where the reach is a territory, those that serve it, one it lies in, or one that lies in
/// it. Nearest first, by the straight line.
std::vector<ServedBy> servedBy(const model::Reference& reference, const ServiceResult& result, const model::TerritoryId& territory);

}  // namespace raquette::analysis
