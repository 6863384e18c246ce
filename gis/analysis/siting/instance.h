#pragma once

#include "gis/analysis/siting/max_cover.h"

namespace raquette::analysis {

/// Prices are whole numbers of this fraction of a unit of worth: sums of them are exact in any order, and so are the bounds.
inline constexpr std::int64_t priceScale = 1 << 10;

/// A question as far as it is still open: some candidates are taken, some are out, points that the same candidates reach are one.
struct Instance {
    Cover reached;   ///< by each open candidate
    Cover reaching;  ///< each point
    std::vector<Worth> worth;
    std::vector<std::int64_t> prices;       ///< of each point, in 1/priceScale: where the search for a bound goes on from
    std::vector<std::uint32_t> candidates;  ///< of each open candidate, its index in the question
    std::vector<std::uint32_t> territory;   ///< of each open candidate; empty without minimums
    std::vector<std::uint32_t> needs;       ///< of each territory, how many are still missing in it
    std::uint32_t count = 0;                ///< still to choose
    std::int64_t base = 0;                  ///< worth of what is taken
    std::vector<std::uint32_t> taken;       ///< indexes in the question

    std::uint32_t size() const { return reached.size(); }
    std::uint32_t points() const { return reaching.size(); }
};

enum class Fate : std::uint8_t { Open, Taken, Out };

/// The whole question, reduced.
Instance instanceOf(const CoverQuestion& question);

/// The same with some candidates decided: what the taken ones bring goes to the base, points are grouped again, candidates that another
/// makes needless are out. `fates` has one entry per open candidate.
Instance decided(const Instance& instance, const std::vector<Fate>& fates);

/// The worth of a choice of open candidates, the base included.
std::int64_t valueOf(const Instance& instance, const std::vector<std::uint32_t>& chosen);

}  // namespace raquette::analysis
