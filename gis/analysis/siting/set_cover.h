#pragma once

#include "gis/analysis/siting/cover.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace raquette::analysis {

/// The fewest candidates that together reach every point (location set covering, Toregas & ReVelle 1972). Points that no candidate
/// reaches are left aside.
struct SetCoverQuestion {
    Cover reached;                         ///< by each candidate, the points
    std::vector<std::uint32_t> territory;  ///< of each candidate, where `atLeast` asks; else empty
    std::vector<std::uint32_t> atLeast;    ///< of each territory, how many must be chosen in it
};

struct SetCoverAnswer {
    std::vector<std::uint32_t> chosen;  ///< ascending
    std::uint32_t bound = 0;            ///< fewer cannot do

    bool proven() const { return chosen.size() == bound; }
};

/// Reduces by domination (Toregas & ReVelle 1973), then CBC proves what is left. With `enough`, stops at any choice that small, or once
/// there is none. Deterministic while the time allowed is not used up.
SetCoverAnswer solveSetCover(const SetCoverQuestion& question, double seconds, std::optional<std::uint32_t> enough = {});

}  // namespace raquette::analysis
