#include "gis/analysis/siting/cover_programme.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace raquette::analysis {

Programme programmeOf(const Instance& instance) {
    Programme programme;
    constexpr double any = std::numeric_limits<double>::max();
    std::vector<Programme::Term> all;
    for (std::uint32_t c = 0; c < instance.size(); ++c) all.push_back({programme.addVariable(0, true), 1});
    programme.addRow(all, instance.count, instance.count);
    for (std::uint32_t point = 0; point < instance.points(); ++point) {
        const Worth& worth = instance.worth[point];
        std::vector<Programme::Term> terms{{programme.addVariable(static_cast<double>(worth.first), false), -1}};
        if (worth.second > 0) terms.push_back({programme.addVariable(static_cast<double>(worth.second), false), -1});
        for (const std::uint32_t c : instance.reaching[point]) terms.push_back({c, 1});
        programme.addRow(terms, 0, any);
    }
    std::vector<std::vector<Programme::Term>> members(instance.needs.size());
    for (std::uint32_t c = 0; c < instance.size() && !instance.territory.empty(); ++c) members[instance.territory[c]].push_back({c, 1});
    for (std::size_t t = 0; t < members.size(); ++t) {
        if (instance.needs[t] > 0) programme.addRow(members[t], instance.needs[t], any);
    }
    return programme;
}

CbcChoice chosenByCbc(const Instance& instance, std::int64_t known, double seconds) {
    const ProgrammeAnswer answer = solveByCbc(programmeOf(instance), seconds);
    CbcChoice choice;
    for (std::uint32_t c = 0; c < instance.size() && !answer.values.empty(); ++c) {
        if (answer.values[c] > 0.5) choice.chosen.push_back(c);
    }
    if (choice.chosen.size() != instance.count) return {};
    const std::int64_t best = std::max(known, valueOf(instance, choice.chosen));
    // A bound below what is known to be possible is none.
    const double bound = static_cast<double>(instance.base) + answer.bound + 1e-3;
    if (answer.proven) {
        choice.bound = best;
    } else if (bound >= static_cast<double>(best) && bound < 1e15) {
        choice.bound = static_cast<std::int64_t>(std::floor(bound));
    }
    return choice;
}

}  // namespace raquette::analysis
