#pragma once

#include "gis/analysis/siting/models.h"
#include "gis/analysis/siting/siting.h"

namespace raquette::analysis {

/// How many new places each territory with candidates still wants. Candidates of no known commune count for a territory apart. Throws
/// model::Error where the candidates, or the places to be chosen, are too few.
Minima minimaOf(const model::Reference& reference, const std::vector<Provider>& providers, const SitingQuestion& question);

/// The index of a level's territory that a commune lies in, or `nowhere`.
std::int32_t territoryOfCommune(const model::Reference& reference, const std::string& commune, model::Level level);

}  // namespace raquette::analysis
