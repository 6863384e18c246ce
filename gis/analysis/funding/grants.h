#pragma once

#include "gis/analysis/funding/funding.h"

namespace raquette::analysis {

/// Who asked, who got and who never asked, by territory: study, régions, départements, and EPCI where an actor is. Grants of years after
/// `lastYear` wait. An actor counts where its commune is; one known only to its département from that level up.
std::vector<TerritoryGrants> grantsByTerritory(const model::Reference& reference, const StudyArea& area, const model::Dataset& dataset,
                                               int lastYear);

}  // namespace raquette::analysis
