#include "gis/analysis/siting/instance.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace raquette::analysis {

namespace {

template <class T>
std::vector<T> filtered(const std::vector<T>& values, const std::vector<std::uint8_t>& kept) {
    std::vector<T> out;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (kept[i] != 0) out.push_back(values[i]);
    }
    return out;
}

void keepCandidates(Instance& instance, const std::vector<std::uint8_t>& kept) {
    std::vector<std::uint32_t> same(instance.reached.width);
    std::iota(same.begin(), same.end(), 0U);
    instance.reached = filtered(instance.reached, kept, same, instance.reached.width);
    instance.candidates = filtered(instance.candidates, kept);
    if (!instance.territory.empty()) instance.territory = filtered(instance.territory, kept);
}

/// Points worth nothing, or that nobody reaches, go; those that the same candidates reach become one. New names ascend with the old.
void groupPoints(Instance& instance) {
    const Cover reaching = transposed(instance.reached);
    const std::vector<std::uint32_t> kinds = kindsOf(reaching);
    std::vector<std::uint32_t> nameOfKind(kinds.size(), noName);
    std::vector<std::uint32_t> names(kinds.size(), noName);
    std::vector<Worth> worth;
    std::vector<std::int64_t> prices;
    for (std::uint32_t point = 0; point < reaching.size(); ++point) {
        if (reaching[point].empty() || instance.worth[point].first <= 0) continue;
        std::uint32_t& name = nameOfKind[kinds[point]];
        if (name == noName) {
            name = static_cast<std::uint32_t>(worth.size());
            worth.emplace_back();
            prices.emplace_back();
            names[point] = name;
        }
        worth[name].first += instance.worth[point].first;
        worth[name].second += instance.worth[point].second;
        prices[name] += std::min(instance.prices[point], instance.worth[point].first * priceScale);
    }
    const std::vector<std::uint8_t> all(instance.size(), 1);
    instance.reached = filtered(instance.reached, all, names, static_cast<std::uint32_t>(worth.size()));
    instance.worth = std::move(worth);
    instance.prices = std::move(prices);
    instance.reaching = transposed(instance.reached);
}

/// A candidate that reaches nothing another does not reach is needless, as long as enough are left. Where a second place counts, both
/// may be wanted; where a territory still needs several, so may those of it.
std::vector<std::uint8_t> needful(const Instance& instance) {
    const bool backup = std::ranges::any_of(instance.worth, [](const Worth& worth) { return worth.second > 0; });
    std::vector<std::uint8_t> kept(instance.size(), 1);
    std::vector<std::uint8_t> held(instance.size(), 0);
    if (!backup) held = heldByAnother(instance.reached, instance.reaching, instance.territory);
    std::size_t left = instance.size();
    for (std::size_t c = instance.size(); c-- > 0 && left > instance.count;) {
        const std::uint32_t need = instance.territory.empty() ? 0 : instance.needs[instance.territory[c]];
        if (need > 1 || (held[c] == 0 && (!instance.reached[c].empty() || need > 0))) continue;
        kept[c] = 0;
        --left;
    }
    return kept;
}

void reduce(Instance& instance) {
    groupPoints(instance);
    for (int round = 0; round < 3; ++round) {  // a further round rarely finds anything
        const std::vector<std::uint8_t> kept = needful(instance);
        if (std::ranges::count(kept, 0) == 0) return;
        keepCandidates(instance, kept);
        groupPoints(instance);
    }
}

}  // namespace

Instance instanceOf(const CoverQuestion& question) {
    Instance instance;
    instance.reached = question.reached;
    instance.worth = question.worth;
    instance.prices.assign(question.worth.size(), 0);
    instance.candidates.resize(question.reached.size());
    std::iota(instance.candidates.begin(), instance.candidates.end(), 0U);
    instance.territory = question.territory;
    instance.needs = question.atLeast;
    instance.count = std::min(question.count, question.reached.size());
    reduce(instance);
    // Each person's place is paid by all who may serve it, alike: a fair start.
    for (std::uint32_t point = 0; point < instance.points(); ++point) {
        const auto share = static_cast<std::int64_t>(instance.reaching[point].size());
        instance.prices[point] = instance.worth[point].first * priceScale / std::max<std::int64_t>(1, share);
    }
    return instance;
}

Instance decided(const Instance& instance, const std::vector<Fate>& fates) {
    Instance next;
    std::vector<std::uint8_t> open(instance.size(), 0);
    next.count = instance.count;
    next.base = instance.base;
    next.taken = instance.taken;
    next.needs = instance.needs;
    next.worth = instance.worth;
    next.prices = instance.prices;
    for (std::uint32_t c = 0; c < instance.size(); ++c) {
        open[c] = fates[c] == Fate::Open ? 1 : 0;
        if (fates[c] != Fate::Taken) continue;
        --next.count;
        next.taken.push_back(instance.candidates[c]);
        if (!instance.territory.empty() && next.needs[instance.territory[c]] > 0) --next.needs[instance.territory[c]];
        for (const std::uint32_t point : instance.reached[c]) {
            next.base += next.worth[point].first;
            next.worth[point] = {next.worth[point].second, 0};
        }
    }
    next.reached = instance.reached;
    next.candidates = instance.candidates;
    next.territory = instance.territory;
    keepCandidates(next, open);
    reduce(next);
    return next;
}

std::int64_t valueOf(const Instance& instance, const std::vector<std::uint32_t>& chosen) {
    std::vector<std::uint8_t> times(instance.points(), 0);
    std::int64_t value = instance.base;
    for (const std::uint32_t c : chosen) {
        for (const std::uint32_t point : instance.reached[c]) {
            if (times[point] == 0) value += instance.worth[point].first;
            if (times[point] == 1) value += instance.worth[point].second;
            if (times[point] < 2) ++times[point];
        }
    }
    return value;
}

}  // namespace raquette::analysis
