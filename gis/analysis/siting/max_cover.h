#pragma once

#include "gis/analysis/siting/cover.h"

#include <cstdint>
#include <vector>

namespace raquette::analysis {

/// What the first and the second new place to reach a point bring: people, or people weighted. A third brings nothing.
/// `second` never exceeds `first`.
struct Worth {
    std::int64_t first = 0;
    std::int64_t second = 0;

    bool operator==(const Worth&) const = default;
};

/// Choose `count` candidates so that the points they reach are worth most: maximal covering location (Church & ReVelle 1974); with
/// `second`, backup coverage (Hogan & ReVelle 1986, BACOP2 in its weighted form).
struct CoverQuestion {
    Cover reached;                         ///< by each candidate, the points
    std::vector<Worth> worth;              ///< of each point
    std::uint32_t count = 0;               ///< exactly so many are chosen; at most as many as candidates
    std::vector<std::uint32_t> territory;  ///< of each candidate, where `atLeast` asks; else empty
    std::vector<std::uint32_t> atLeast;    ///< of each territory, how many must be chosen in it
};

struct CoverAnswer {
    std::vector<std::uint32_t> chosen;  ///< ascending
    std::int64_t value = 0;
    std::int64_t bound = 0;  ///< no choice is worth more

    bool proven() const { return value == bound; }
};

struct SolveOptions {
    double seconds = 60;  ///< then the bound says how much more there may be
    double enough = 0;    ///< stop once no more than this share above the value is possible
    bool byCbc = false;   ///< hand what reduction leaves to CBC instead of our own search
};

/// How the work went, for `./dev bench` and for whoever tunes it.
struct SolveStory {
    std::int64_t greedy = 0;
    std::uint32_t points = 0, candidates = 0;          ///< after the first reduction
    std::int64_t rootValue = 0, rootBound = 0;         ///< before branching
    std::uint32_t rootCandidates = 0, rootPoints = 0;  ///< still open then
    std::int64_t nodes = 0;
    double rootSeconds = 0;
    double seconds = 0;
};

/// Deterministic while the time allowed is not used up. Throws model::Error when `atLeast` cannot be kept.
CoverAnswer solveMaxCover(const CoverQuestion& question, const SolveOptions& options = {}, SolveStory* story = nullptr);

/// What a choice is worth, counted plainly.
std::int64_t valueOf(const CoverQuestion& question, const std::vector<std::uint32_t>& chosen);

}  // namespace raquette::analysis
