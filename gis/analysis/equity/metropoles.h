#pragma once

#include <string>
#include <vector>

namespace raquette::analysis {

/// SIREN codes of the 22 métropoles of data/reference/metropoles.csv, ascending. Throws model::Error when it cannot be read.
const std::vector<std::string>& metropoles();

}  // namespace raquette::analysis
