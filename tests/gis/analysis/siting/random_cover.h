#pragma once

#include "gis/analysis/siting/max_cover.h"

#include <random>

namespace raquette::analysis::testing {

/// Points and candidates thrown on a square of side 1; a candidate reaches the points within `reach` of it.
struct RandomCover {
    std::uint32_t candidates = 8;
    std::uint32_t points = 20;
    double reach = 0.3;
    bool backup = false;
    std::uint32_t territories = 0;  ///< with minimums of 0 to 2 that can be kept
};
CoverQuestion randomCover(std::mt19937& random, std::uint32_t count, const RandomCover& world);

/// Calls with every choice of so many out of so many.
template <class Visit>
void eachChoice(std::uint32_t of, std::uint32_t count, Visit visit) {
    for (std::uint32_t bits = 0; bits < (1U << of); ++bits) {
        if (static_cast<std::uint32_t>(__builtin_popcount(bits)) != count) continue;
        std::vector<std::uint32_t> chosen;
        for (std::uint32_t c = 0; c < of; ++c) {
            if ((bits >> c & 1U) != 0) chosen.push_back(c);
        }
        visit(chosen);
    }
}

/// Whether a choice gives every territory what it should have.
bool keepsMinimums(const CoverQuestion& question, const std::vector<std::uint32_t>& chosen);

}  // namespace raquette::analysis::testing
