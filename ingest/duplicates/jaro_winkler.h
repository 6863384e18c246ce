#pragma once

#include <string_view>

namespace raquette::ingest {

/// How alike two folded words are, from 0 to 1 (Winkler 1990): common letters near each other, transpositions, a common beginning.
double jaroWinkler(std::string_view a, std::string_view b);

}  // namespace raquette::ingest
