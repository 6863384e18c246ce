#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/filiere/structures.h"

namespace raquette::analysis {

/// Adds the basket of each territory of the indicators, and its type. Territories of one basket are of one type; where there are more
/// than twelve baskets the rarer ones join the type from which they differ by the fewest services, of equals the commoner.
void addBaskets(const model::Reference& reference, const StudyTerritories& territories, const std::vector<ServiceResult>& services,
                Filiere& filiere);

}  // namespace raquette::analysis
