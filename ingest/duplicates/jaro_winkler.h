#pragma once

#include <cstdint>
#include <string_view>

namespace raquette::ingest {

/// How alike two folded words are, from 0 to 1 (Winkler 1990): common letters near each other, transpositions, a common beginning.
double jaroWinkler(std::string_view a, std::string_view b);

/// The letters and digits of a folded word, a bit each.
std::uint64_t lettersOf(std::string_view word);
/// Whether jaroWinkler() may reach `least`, told for much less from the letters that one word has and the other lacks.
bool mayBeAlike(std::string_view a, std::uint64_t lettersOfA, std::string_view b, std::uint64_t lettersOfB, double least);

}  // namespace raquette::ingest
