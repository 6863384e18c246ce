#pragma once

#include "gis/analysis/cooperation/cooperation.h"
#include "gis/analysis/filiere/structures.h"

namespace raquette::analysis {

/// Who works with whom on the study's day, who is alone, and who could meet. Where no list says who works with whom, complementarities
/// are not looked for: every pair would have no link. Where none says functions either, nothing is said of isolation.
Cooperation cooperationOf(const model::Study& study, const model::Reference& reference, const StudyTerritories& territories,
                          const Structures& structures, const model::Dataset& dataset);

}  // namespace raquette::analysis
