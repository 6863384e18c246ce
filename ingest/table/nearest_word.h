#pragma once

#include <span>
#include <string_view>

namespace raquette::ingest {

/// The word of `known` with the fewest letters to change to make it from `word` (Damerau: a swap of neighbours is one change);
/// empty when none is near enough to be what was meant.
std::string_view nearestWord(std::string_view word, std::span<const std::string_view> known);

}  // namespace raquette::ingest
