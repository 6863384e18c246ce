#pragma once

#include "gis/model/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::text {

/// The functions of the filière in its own order, from creation to technical services: the words of data/vocabulary/functions.csv.
const std::vector<std::string>& filiereFunctions();

/// A function as people read it; a word that is none of ours is its own label.
std::string functionLabel(model::Language language, std::string_view word);

}  // namespace raquette::text
