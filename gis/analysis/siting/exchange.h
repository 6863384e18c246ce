#pragma once

#include "gis/analysis/siting/instance.h"

namespace raquette::analysis {

/// Each time the candidate that adds most; of equals the first. In the order taken, minimums kept.
std::vector<std::uint32_t> greedyChoice(const Instance& instance);

/// Exchanges one chosen candidate for another as long as that serves more (Teitz & Bart's interchange; the bookkeeping follows Resende &
/// Werneck 2007). Minimums stay kept.
std::vector<std::uint32_t> exchanged(const Instance& instance, std::vector<std::uint32_t> chosen);

}  // namespace raquette::analysis
