#pragma once

#include "gis/analysis/cooperation/cooperation.h"
#include "gis/analysis/cooperation/parties.h"

namespace raquette::analysis {

/// Adds the groups that links in force connect and what splits them. Returns the rank of each structure's group, 0 for none.
std::vector<int> addGroups(const Structures& structures, const std::vector<FoundLink>& links, Cooperation& cooperation);

}  // namespace raquette::analysis
