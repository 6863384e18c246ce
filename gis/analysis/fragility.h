#pragma once

#include "gis/analysis/people.h"

namespace raquette::analysis {

/// Fragility ("seul à desservir"): of each provider, by its index, the people of the study area whom it alone reaches, nominally. They are
/// exactly those its closing would leave unreached; together they are the people whom one provider reaches and no other. One pass over
/// the people, whatever the number of providers.
std::vector<model::Inhabitants> onlyReached(const model::Reference& reference, const PeopleReach& people, std::size_t providers);

}  // namespace raquette::analysis
