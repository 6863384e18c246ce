#pragma once

#include <cstddef>
#include <string_view>

namespace raquette::text {

/// How many letters were left out, added, changed, or swapped with their neighbour between two folded words (Damerau's distance,
/// no letter edited twice); `limit` + 1 as soon as it is more than `limit`.
int typingErrors(std::string_view a, std::string_view b, int limit);

/// The errors forgiven in a word or name of that length: none under 4 letters, where another word is as near; 1 to 7 letters; else 2.
constexpr int forgivenErrors(std::size_t letters) {
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

}  // namespace raquette::text
