#pragma once

#include "gis/analysis/analysis.h"
#include "gis/model/language.h"

#include <string>

namespace raquette::analysis {

/// A type of basket as people say it: « diffusion + répétition, sans création ».
std::string basketWords(const Analysis& analysis, const BasketType& type, model::Language language);

}  // namespace raquette::analysis
