#pragma once

#include "gis/analysis/siting/instance.h"

#include <chrono>

namespace raquette::analysis {

/// When to stop whatever is not done.
using Deadline = std::chrono::steady_clock::time_point;

/// The best choice met so far, in the question's indexes.
struct Incumbent {
    std::int64_t value = -1;
    std::vector<std::uint32_t> chosen;

    /// Takes a choice of open candidates of an instance, with what is taken there, if it is better.
    bool offer(const Instance& instance, const std::vector<std::uint32_t>& better);
};

/// What prices say of an instance.
struct Priced {
    std::int64_t bound = 0;           ///< no choice of the instance is worth more
    std::vector<Fate> fates;          ///< what every choice better than the incumbent has in common
    std::vector<double> inclination;  ///< of each candidate, how often it was among the best lately: 0 to 1
};

struct PriceEffort {
    int rounds = 500;   ///< at most
    int patience = 20;  ///< rounds without a better bound before steps are halved
    double pace = 1.5;
    bool exchange = false;  ///< improve the choices met on the way
};

/// Lagrangian relaxation of “whoever counts is reached by a chosen place” (Galvão & ReVelle 1996): each point pays the places that reach
/// it a price, those paid most are chosen, and what points keep plus what those get is a bound. Prices move by the subgradient with
/// Polyak's steps; they are whole numbers, so the bound is exact. The best ones are left in the instance.
Priced searchPrices(Instance& instance, Incumbent& incumbent, const PriceEffort& effort, Deadline deadline);

}  // namespace raquette::analysis
