#pragma once

#include "gis/analysis/siting/siting.h"

namespace raquette::analysis {

/// The most populous commune first, since of two places that serve alike the first is chosen; the order of a list changes nothing.
void sortCandidates(const model::Reference& reference, std::vector<Candidate>& candidates);

}  // namespace raquette::analysis
