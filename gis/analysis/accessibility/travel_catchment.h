#pragma once

#include "gis/analysis/accessibility/floating_catchment.h"
#include "gis/analysis/analysis.h"

namespace raquette::analysis {

/// The floating catchment of floatingCatchment(), with travel times: both steps weigh by the share of the reach that a journey takes.
/// `providers` are those of `supply`, in its order.
FloatingCatchment travelCatchment(const model::Reference& reference, const std::vector<Provider>& providers,
                                  const std::vector<SupplyPoint>& supply, model::Minutes reach, const model::Access& access);

}  // namespace raquette::analysis
