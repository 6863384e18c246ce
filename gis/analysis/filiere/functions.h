#pragma once

#include "gis/analysis/filiere/filiere.h"
#include "gis/analysis/filiere/structures.h"

namespace raquette::analysis {

/// Everything of a Filiere but baskets and types.
Filiere functionsOf(const model::Study& study, const model::Reference& reference, const StudyTerritories& territories,
                    const Structures& structures);

}  // namespace raquette::analysis
