#pragma once

#include "gis/model/language.h"
#include "gis/model/service.h"

#include <string>

namespace raquette::report {

/// A label inside a sentence: a small first letter, unless it begins an acronym.
std::string inSentence(const std::string& label);

/// « à moins de 30 km », « à moins de 45 minutes », « dans le même département ».
std::string reachWords(model::Language language, const model::Reach& reach);

/// From overseas the nearest venue may be across an ocean: its kilometres say nothing, that there is none within 500 km does.
bool isBeyondReason(model::Metres distance);
std::string farWords(model::Language language);

}  // namespace raquette::report
