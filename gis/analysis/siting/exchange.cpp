#include "gis/analysis/siting/exchange.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <limits>
#include <queue>
#include <tuple>

namespace raquette::analysis {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// What one more place brings at a point that so many chosen ones reach already.
std::int64_t oneMore(const Worth& worth, std::uint32_t times) {
    return times == 0 ? worth.first : times == 1 ? worth.second : 0;
}

/// How many must still go to territories under their minimum.
class Minimums {
public:
    explicit Minimums(const Instance& instance) : instance_(instance), missing_(instance.needs) {
        for (const std::uint32_t need : missing_) owed_ += need;
    }
    bool allows(std::uint32_t candidate, std::size_t left) const { return owed_ < left || missesHere(candidate); }
    void take(std::uint32_t candidate) {
        if (!missesHere(candidate)) return;
        --missing_[instance_.territory[candidate]];
        --owed_;
    }

private:
    bool missesHere(std::uint32_t candidate) const { return !instance_.territory.empty() && missing_[instance_.territory[candidate]] > 0; }

    const Instance& instance_;
    std::vector<std::uint32_t> missing_;
    std::size_t owed_ = 0;
};

/// A choice with, at each point, how many reach it and which the first two are.
class Choice {
public:
    Choice(const Instance& instance, std::vector<std::uint32_t> chosen)
        : instance_(instance),
          chosen_(std::move(chosen)),
          isChosen_(instance.size(), 0),
          times_(instance.points(), 0),
          servers_(instance.points(), {none, none}),
          losses_(instance.size(), 0) {
        for (const std::uint32_t c : chosen_) isChosen_[c] = 1;
        count();
    }

    struct Swap {
        std::int64_t gain = 0;
        std::uint32_t in = none;
        std::uint32_t out = none;
        bool betterThan(const Swap& other) const { return std::tuple(other.gain, in, out) < std::tuple(gain, other.in, other.out); }
    };

    Swap best() const {
        std::vector<Swap> bests(instance_.size());
        tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, instance_.size(), 64), [&](const auto& range) {
            std::vector<std::int64_t> shared(instance_.size(), 0);  // what `in` gives back of a chosen one's loss
            std::vector<std::uint32_t> near;
            for (std::uint32_t c = range.begin(); c != range.end(); ++c) {
                if (isChosen_[c] == 0) bests[c] = bestFor(c, shared, near);
            }
        });
        Swap best;
        for (const Swap& swap : bests) {
            if (swap.in != none && (best.in == none || swap.betterThan(best))) best = swap;
        }
        return best;
    }

    void apply(const Swap& swap) {
        *std::ranges::find(chosen_, swap.out) = swap.in;
        isChosen_[swap.out] = 0;
        isChosen_[swap.in] = 1;
        count();
    }

    const std::vector<std::uint32_t>& chosen() const { return chosen_; }

private:
    void count() {
        std::ranges::fill(times_, std::uint8_t{0});
        for (const std::uint32_t c : chosen_) {
            for (const std::uint32_t point : instance_.reached[c]) {
                if (times_[point] < 2) servers_[point][times_[point]] = c;
                if (times_[point] < 3) ++times_[point];
            }
        }
        here_.assign(instance_.needs.size(), 0);
        for (const std::uint32_t c : chosen_) {
            losses_[c] = 0;
            for (const std::uint32_t point : instance_.reached[c]) losses_[c] += oneMore(instance_.worth[point], times_[point] - 1U);
            if (!instance_.territory.empty()) ++here_[instance_.territory[c]];
        }
        leastFree_ = none;
        leastOf_.assign(instance_.needs.size(), none);
        for (const std::uint32_t c : chosen_) {
            if (mayLeave(c)) keepLess(leastFree_, c);
            if (!instance_.territory.empty()) keepLess(leastOf_[instance_.territory[c]], c);
        }
    }
    void keepLess(std::uint32_t& least, std::uint32_t c) const {
        if (least == none || std::pair(losses_[c], c) < std::pair(losses_[least], least)) least = c;
    }
    /// Whether its territory has enough without it.
    bool mayLeave(std::uint32_t c) const {
        return instance_.territory.empty() || here_[instance_.territory[c]] > instance_.needs[instance_.territory[c]];
    }

    Swap bestFor(std::uint32_t in, std::vector<std::int64_t>& shared, std::vector<std::uint32_t>& near) const {
        std::int64_t gain = 0;
        near.clear();
        for (const std::uint32_t point : instance_.reached[in]) {
            const std::uint32_t times = times_[point];
            const std::int64_t more = oneMore(instance_.worth[point], times);
            gain += more;
            if (times == 0 || times > 2) continue;
            const std::int64_t back = oneMore(instance_.worth[point], times - 1) - more;
            for (std::uint32_t s = 0; s < times; ++s) {
                const std::uint32_t server = servers_[point][s];
                if (shared[server] == 0 && back > 0) near.push_back(server);
                shared[server] += back;
            }
        }
        Swap best;
        const auto consider = [&](std::uint32_t out) {
            if (out == none) return;
            const Swap swap{gain - losses_[out] + shared[out], in, out};
            if (best.in == none || swap.betterThan(best)) best = swap;
        };
        consider(leastFree_);
        if (!instance_.territory.empty()) consider(leastOf_[instance_.territory[in]]);
        for (const std::uint32_t out : near) {
            if (mayLeave(out) || instance_.territory[out] == instance_.territory[in]) consider(out);
        }
        for (const std::uint32_t out : near) shared[out] = 0;
        return best;
    }

    const Instance& instance_;
    std::vector<std::uint32_t> chosen_;
    std::vector<std::uint8_t> isChosen_;
    std::vector<std::uint8_t> times_;  // up to 3
    std::vector<std::array<std::uint32_t, 2>> servers_;
    std::vector<std::int64_t> losses_;
    std::vector<std::uint32_t> here_;  // chosen in each territory
    std::uint32_t leastFree_ = none;
    std::vector<std::uint32_t> leastOf_;
};

}  // namespace

std::vector<std::uint32_t> greedyChoice(const Instance& instance) {
    struct Promise {
        std::int64_t gain;
        std::uint32_t candidate;
        bool operator<(const Promise& other) const { return std::tuple(gain, other.candidate) < std::tuple(other.gain, candidate); }
    };
    std::vector<std::uint32_t> times(instance.points(), 0);
    const auto gainOf = [&](std::uint32_t c) {
        std::int64_t gain = 0;
        for (const std::uint32_t point : instance.reached[c]) gain += oneMore(instance.worth[point], times[point]);
        return gain;
    };
    std::priority_queue<Promise> promises;
    for (std::uint32_t c = 0; c < instance.size(); ++c) promises.push({gainOf(c), c});
    Minimums minimums(instance);
    std::vector<std::uint32_t> chosen;
    // Lazy (Minoux 1978): what a candidate adds never grows, so the first that keeps its promise is the best.
    while (chosen.size() < instance.count && !promises.empty()) {
        const Promise top = promises.top();
        promises.pop();
        if (!minimums.allows(top.candidate, instance.count - chosen.size())) continue;  // and never will be
        const std::int64_t now = gainOf(top.candidate);
        if (now < top.gain) {
            promises.push({now, top.candidate});
            continue;
        }
        chosen.push_back(top.candidate);
        minimums.take(top.candidate);
        for (const std::uint32_t point : instance.reached[top.candidate]) ++times[point];
    }
    return chosen;
}

std::vector<std::uint32_t> exchanged(const Instance& instance, std::vector<std::uint32_t> chosen) {
    Choice choice(instance, std::move(chosen));
    for (Choice::Swap swap = choice.best(); swap.in != none && swap.gain > 0; swap = choice.best()) choice.apply(swap);
    return choice.chosen();
}

}  // namespace raquette::analysis
