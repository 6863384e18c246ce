#pragma once

#include "gis/analysis/cooperation/cooperation.h"
#include "gis/analysis/cooperation/parties.h"

namespace raquette::analysis {

/// Adds the links of each territory of the study that has any.
void addTerritoryLinks(const model::Reference& reference, const StudyTerritories& territories, const Structures& structures,
                       const std::vector<FoundLink>& links, Cooperation& cooperation);

}  // namespace raquette::analysis
