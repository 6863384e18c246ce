#pragma once

#include "gis/analysis/cooperation/cooperation.h"
#include "gis/analysis/cooperation/partners.h"

namespace raquette::analysis {

/// How many pairs are listed.
inline constexpr std::size_t mostComplementarities = 1000;

/// Adds the pairs of open structures within 10 km of each other, one at least in the study, that each hold a function of the filière which
/// the other lacks, are not of one holder and have no link in force: nearest first. Those beyond `most` are counted.
void addComplementarities(const Structures& structures, const std::vector<Partners>& partners, Cooperation& cooperation,
                          std::size_t most = mostComplementarities);

}  // namespace raquette::analysis
