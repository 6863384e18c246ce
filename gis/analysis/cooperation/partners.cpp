#include "gis/analysis/cooperation/partners.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

void tidy(std::vector<std::uint32_t>& structures) {
    std::ranges::sort(structures);
    const auto repeated = std::ranges::unique(structures);
    structures.erase(repeated.begin(), repeated.end());
}

}  // namespace

std::vector<Partners> partnersOf(const Structures& structures, const std::vector<FoundLink>& links) {
    std::vector<Partners> partners(structures.all.size());
    for (const FoundLink& found : links) {
        const bool inForce = found.state == LinkState::InForce;
        for (const std::uint32_t party : found.parties) {
            Partners& one = partners[party];
            one.links += inForce ? 1 : 0;
            one.ended += found.state == LinkState::Ended ? 1 : 0;
            auto& met = inForce ? one.found : one.formerly;
            std::ranges::copy_if(found.parties, std::back_inserter(met), [party](std::uint32_t other) { return other != party; });
            if (inForce) one.notFound.insert(found.notFound.begin(), found.notFound.end());
        }
    }
    for (Partners& one : partners) {
        tidy(one.found);
        tidy(one.formerly);
    }
    return partners;
}

}  // namespace raquette::analysis
