#pragma once

#include "gis/analysis/analysis.h"

namespace raquette::analysis {

/// Accessibility of a service whose reach is a distance: floatingCatchment() over the people of the reference and the result's providers,
/// then the mean over the people of each of its indicators' territories, inside the study area. Adds nothing to other services.
void addAccessibility(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset, ServiceResult& result);

}  // namespace raquette::analysis
