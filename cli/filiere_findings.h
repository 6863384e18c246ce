#pragma once

#include "gis/store/store.h"

#include <string>

namespace raquette::cli {

/// Who is there and what is missing, function by function, and several services at once; empty where the lists say no function and the
/// study looks for one service.
std::string filiereText(const store::StudyState& state);

/// Who works with whom, who holds groups together, who could meet; empty where no list has links.
std::string cooperationText(const store::StudyState& state);

}  // namespace raquette::cli
