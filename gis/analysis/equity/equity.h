#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"

namespace raquette::analysis {

/// Means of every territory, how unequally they and the services are spread, who is served by many, and each EPCI, département and région
/// beside those like it. `services` are the results of the study's services, their accessibility included.
///
/// Territories like one another: of one level, the 10 nearest by the logarithms of population and of people per km², each over its
/// standard deviation among the study's territories of that level, so that neither counts for more; where there are fewer, all others.
EquityFigures equityOf(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Dataset& dataset,
                       const std::vector<ServiceResult>& services);

}  // namespace raquette::analysis
