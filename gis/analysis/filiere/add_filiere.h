#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"

namespace raquette::analysis {

/// Adds what many services, functions and links say together, once each service is analysed.
void addFiliere(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Dataset& dataset,
                Analysis& analysis);

}  // namespace raquette::analysis
