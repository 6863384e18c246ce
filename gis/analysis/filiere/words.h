#pragma once

#include "gis/analysis/analysis.h"
#include "gis/model/language.h"

#include <string>
#include <vector>

namespace raquette::analysis {

/// What of the services reaches a territory, as people say it: « diffusion + répétition, sans création ».
std::string basketWords(const Analysis& analysis, const std::vector<bool>& reached, model::Language language);

}  // namespace raquette::analysis
