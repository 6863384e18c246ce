#pragma once

#include "gis/analysis/cooperation/cooperation.h"
#include "gis/analysis/cooperation/partners.h"

namespace raquette::analysis {

/// How alone each open structure of the study is, by id. The nearest may stand outside it. `groups` are the ranks of addGroups().
std::vector<Isolation> isolationOf(const Structures& structures, const std::vector<Partners>& partners, const std::vector<int>& groups);

}  // namespace raquette::analysis
