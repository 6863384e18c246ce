#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace raquette::analysis {

/// Which sums would tell what fewer than `smallest` structures have, by themselves or taken from one another: a région less all its
/// départements but one is that one. Of each sum, the structures (below `structures`, each once) that give it a figure; those that come
/// first are told first, so the whole stands before its parts. True: to be withheld.
///
/// The sums told part the structures into classes, those that are in the same sums; whatever is worked out by adding and taking sums from
/// one another holds a class whole or not at all, and no class that is in any has fewer than `smallest`. It may withhold more than is
/// needed where territories cut across each other, never less.
std::vector<bool> withheld(std::span<const std::vector<std::uint32_t>> sums, std::size_t structures, std::size_t smallest);

}  // namespace raquette::analysis
