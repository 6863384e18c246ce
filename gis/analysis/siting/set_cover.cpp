#include "gis/analysis/siting/set_cover.h"

#include "gis/analysis/siting/programme.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <queue>
#include <tuple>
#include <utility>

namespace raquette::analysis {

namespace {

/// What is left of a question: candidates still open, points still to reach, candidates nobody can do without.
struct Rest {
    Cover reached;
    Cover reaching;
    std::vector<std::uint32_t> candidates;
    std::vector<std::uint32_t> territory;
    std::vector<std::uint32_t> needs;
    std::vector<std::uint32_t> taken;
};

void keep(Rest& rest, const std::vector<std::uint8_t>& candidates, const std::vector<std::uint8_t>& points) {
    std::vector<std::uint32_t> names(points.size(), noName);
    std::uint32_t count = 0;
    for (std::size_t point = 0; point < points.size(); ++point) {
        if (points[point] != 0) names[point] = count++;
    }
    rest.reached = filtered(rest.reached, candidates, names, count);
    rest.reaching = transposed(rest.reached);
    std::size_t at = 0;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
        if (candidates[c] == 0) continue;
        rest.candidates[at] = rest.candidates[c];
        if (!rest.territory.empty()) rest.territory[at] = rest.territory[c];
        ++at;
    }
    rest.candidates.resize(at);
    if (!rest.territory.empty()) rest.territory.resize(at);
}

/// Whoever alone reaches a point is taken, with all it reaches. False when there is no such.
bool takeEssential(Rest& rest) {
    std::vector<std::uint8_t> open(rest.candidates.size(), 1);
    std::vector<std::uint8_t> points(rest.reaching.size(), 1);
    bool some = false;
    for (std::uint32_t point = 0; point < rest.reaching.size(); ++point) {
        if (points[point] == 0 || rest.reaching[point].size() != 1) continue;
        const std::uint32_t c = rest.reaching[point].front();
        some = true;
        open[c] = 0;
        rest.taken.push_back(rest.candidates[c]);
        if (!rest.territory.empty() && rest.needs[rest.territory[c]] > 0) --rest.needs[rest.territory[c]];
        for (const std::uint32_t reached : rest.reached[c]) points[reached] = 0;
    }
    if (some) keep(rest, open, points);
    return some;
}

/// Points served whenever another is, and candidates that another may stand for.
bool dropDominated(Rest& rest) {
    std::vector<std::uint8_t> points = holdsAnother(rest.reaching, rest.reached);
    for (std::uint32_t point = 0; point < points.size(); ++point)
        points[point] = points[point] == 0 && !rest.reaching[point].empty() ? 1 : 0;
    std::vector<std::uint8_t> open(rest.candidates.size(), 1);
    bool some = std::ranges::count(points, 0) > 0;
    if (some) keep(rest, open, points);
    const std::vector<std::uint8_t> held = heldByAnother(rest.reached, rest.reaching, rest.territory);
    for (std::uint32_t c = 0; c < open.size(); ++c) {
        const std::uint32_t need = rest.territory.empty() ? 0 : rest.needs[rest.territory[c]];
        const bool needless = (held[c] != 0 && need <= 1) || (rest.reached[c].empty() && need == 0);
        open[c] = needless ? 0 : 1;
        some = some || needless;
    }
    keep(rest, open, std::vector<std::uint8_t>(rest.reaching.size(), 1));
    return some;
}

Rest restOf(const SetCoverQuestion& question) {
    Rest rest{question.reached, transposed(question.reached), {}, question.territory, question.atLeast, {}};
    rest.candidates.resize(question.reached.size());
    std::iota(rest.candidates.begin(), rest.candidates.end(), 0U);
    for (bool more = true; more;) {
        more = dropDominated(rest);
        more = takeEssential(rest) || more;
    }
    return rest;
}

/// Greedy (Chvátal 1979), then whoever turned out needless goes.
std::vector<std::uint32_t> greedyCover(const Rest& rest) {
    std::vector<std::uint32_t> times(rest.reaching.size(), 0);
    const auto gainOf = [&](std::uint32_t c) {
        return std::ranges::count_if(rest.reached[c], [&](std::uint32_t point) { return times[point] == 0; });
    };
    using Promise = std::tuple<std::ptrdiff_t, std::ptrdiff_t>;
    std::priority_queue<Promise> promises;
    for (std::uint32_t c = 0; c < rest.candidates.size(); ++c) promises.emplace(gainOf(c), -static_cast<std::ptrdiff_t>(c));
    std::vector<std::uint32_t> chosen;
    std::vector<std::uint32_t> missing = rest.needs;
    std::vector<std::uint8_t> isChosen(rest.candidates.size(), 0);
    const auto choose = [&](std::uint32_t c) {
        chosen.push_back(c);
        isChosen[c] = 1;
        for (const std::uint32_t point : rest.reached[c]) ++times[point];
        if (!rest.territory.empty() && missing[rest.territory[c]] > 0) --missing[rest.territory[c]];
    };
    while (!promises.empty()) {
        const auto [promised, negative] = promises.top();
        promises.pop();
        const auto c = static_cast<std::uint32_t>(-negative);
        const std::ptrdiff_t gain = gainOf(c);
        if (gain == 0) continue;
        if (gain < promised) {
            promises.emplace(gain, negative);
            continue;
        }
        choose(c);
    }
    for (std::uint32_t c = 0; c < rest.candidates.size() && !rest.territory.empty(); ++c) {
        if (isChosen[c] == 0 && missing[rest.territory[c]] > 0) choose(c);
    }
    std::vector<std::uint32_t> here(rest.needs.size(), 0);
    for (const std::uint32_t c : chosen) {
        if (!rest.territory.empty()) ++here[rest.territory[c]];
    }
    std::erase_if(chosen, [&](std::uint32_t c) {
        const bool wanted = !rest.territory.empty() && here[rest.territory[c]] <= rest.needs[rest.territory[c]];
        if (wanted || std::ranges::any_of(rest.reached[c], [&](std::uint32_t point) { return times[point] == 1; })) return false;
        for (const std::uint32_t point : rest.reached[c]) --times[point];
        if (!rest.territory.empty()) --here[rest.territory[c]];
        return true;
    });
    return chosen;
}

/// Points of which no candidate reaches two need as many candidates.
std::uint32_t apart(const Rest& rest) {
    std::vector<std::uint32_t> order(rest.reaching.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t point) { return rest.reaching[point].size(); });
    std::vector<std::uint8_t> near(rest.reaching.size(), 0);
    std::uint32_t count = 0;
    for (const std::uint32_t point : order) {
        if (near[point] != 0) continue;
        ++count;
        for (const std::uint32_t c : rest.reaching[point]) {
            for (const std::uint32_t other : rest.reached[c]) near[other] = 1;
        }
    }
    return std::max(count, std::accumulate(rest.needs.begin(), rest.needs.end(), 0U));
}

Programme programmeOf(const Rest& rest) {
    constexpr double any = std::numeric_limits<double>::max();
    Programme programme;
    for (std::size_t c = 0; c < rest.candidates.size(); ++c) programme.addVariable(-1, true);
    const auto addRow = [&](const auto& members, std::uint32_t least) {
        std::vector<Programme::Term> terms;
        for (const std::uint32_t c : members) terms.push_back({c, 1});
        programme.addRow(terms, least, any);
    };
    for (std::uint32_t point = 0; point < rest.reaching.size(); ++point) addRow(rest.reaching[point], 1);
    std::vector<std::vector<std::uint32_t>> members(rest.needs.size());
    for (std::uint32_t c = 0; c < rest.territory.size(); ++c) members[rest.territory[c]].push_back(c);
    for (std::size_t t = 0; t < members.size(); ++t) {
        if (rest.needs[t] > 0) addRow(members[t], rest.needs[t]);
    }
    return programme;
}

/// Whether a choice does what is asked: what a solver in floating point says is looked at again.
bool suits(const Rest& rest, const std::vector<std::uint32_t>& chosen) {
    std::vector<std::uint8_t> reached(rest.reaching.size(), 0);
    std::vector<std::uint32_t> here(rest.needs.size(), 0);
    for (const std::uint32_t c : chosen) {
        for (const std::uint32_t point : rest.reached[c]) reached[point] = 1;
        if (!rest.territory.empty()) ++here[rest.territory[c]];
    }
    return std::ranges::find(reached, 0) == reached.end() && std::ranges::equal(here, rest.needs, std::ranges::greater_equal());
}

}  // namespace

SetCoverAnswer solveSetCover(const SetCoverQuestion& question, double seconds, std::optional<std::uint32_t> enough) {
    const Rest rest = restOf(question);
    const auto taken = static_cast<std::uint32_t>(rest.taken.size());
    std::vector<std::uint32_t> chosen = greedyCover(rest);
    std::uint32_t bound = std::min(apart(rest), static_cast<std::uint32_t>(chosen.size()));
    const bool settled = enough && (taken + chosen.size() <= *enough || taken + bound > *enough);
    if (bound < chosen.size() && !settled) {
        const ProgrammeAnswer answer = solveByCbc(programmeOf(rest), seconds);
        std::vector<std::uint32_t> found;
        for (std::uint32_t c = 0; c < rest.candidates.size() && !answer.values.empty(); ++c) {
            if (answer.values[c] > 0.5) found.push_back(c);
        }
        const bool better = found.size() < chosen.size() && suits(rest, found);
        if (better) chosen = found;
        const double proof = std::ceil(-answer.bound - 1e-6);  // a bound above what is known to do is none
        const auto least = proof > 0 && proof <= static_cast<double>(chosen.size()) ? static_cast<std::uint32_t>(proof) : 0;
        bound = std::clamp(least, bound, static_cast<std::uint32_t>(chosen.size()));
    }
    SetCoverAnswer answer{rest.taken, taken + bound};
    for (const std::uint32_t c : chosen) answer.chosen.push_back(rest.candidates[c]);
    std::ranges::sort(answer.chosen);
    return answer;
}

}  // namespace raquette::analysis
