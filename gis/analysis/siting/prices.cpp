#include "gis/analysis/siting/prices.h"

#include "gis/analysis/siting/exchange.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace raquette::analysis {

namespace {

/// How much of the last step's direction, and of what was chosen before, the next one keeps. Measured: with less momentum the bound of
/// 5,000 candidates is still twice as far from the linear programme's after 600 rounds.
constexpr double momentum = 0.97;
constexpr double memory = 0.95;
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// The best paid candidates, minimums kept.
class BestPaid {
public:
    explicit BestPaid(const Instance& instance) : instance_(instance), order_(instance.size()), picked(instance.size(), 0) {
        std::iota(order_.begin(), order_.end(), 0U);
    }

    void pick(const std::vector<std::int64_t>& pay) {
        const auto better = [&](std::uint32_t a, std::uint32_t b) { return pay[a] != pay[b] ? pay[a] > pay[b] : a < b; };
        std::ranges::fill(picked, std::uint8_t{0});
        chosen.clear();
        if (instance_.territory.empty()) {
            std::ranges::nth_element(order_, order_.begin() + instance_.count, better);
            chosen.assign(order_.begin(), order_.begin() + instance_.count);
        } else {
            std::ranges::sort(order_, better);
            pickWithMinimums();
        }
        for (const std::uint32_t c : chosen) picked[c] = 1;
    }

    /// How much less all may get when a candidate is made to change sides, the rest chosen anew at the same pay.
    std::vector<std::int64_t> regrets(const std::vector<std::int64_t>& pay) const {
        const std::size_t territories = std::max<std::size_t>(1, instance_.needs.size());
        const auto sideOf = [&](std::uint32_t c) { return instance_.territory.empty() ? 0U : instance_.territory[c]; };
        std::vector<std::uint32_t> here(territories, 0);
        for (const std::uint32_t c : chosen) ++here[sideOf(c)];
        const auto mayLeave = [&](std::uint32_t c) { return instance_.territory.empty() || here[sideOf(c)] > instance_.needs[sideOf(c)]; };
        std::vector<std::int64_t> leastOf(territories, never);
        std::vector<std::int64_t> nextOf(territories, -1);
        std::int64_t least = never;
        std::int64_t next = -1;
        for (std::uint32_t c = 0; c < instance_.size(); ++c) {
            if (picked[c] != 0) {
                leastOf[sideOf(c)] = std::min(leastOf[sideOf(c)], pay[c]);
                if (mayLeave(c)) least = std::min(least, pay[c]);
            } else {
                nextOf[sideOf(c)] = std::max(nextOf[sideOf(c)], pay[c]);
                next = std::max(next, pay[c]);
            }
        }
        std::vector<std::int64_t> regrets(instance_.size(), never);
        for (std::uint32_t c = 0; c < instance_.size(); ++c) {
            if (picked[c] == 0) {
                const std::int64_t leaves = std::min(least, leastOf[sideOf(c)]);
                if (leaves != never) regrets[c] = leaves - pay[c];
            } else {
                const std::int64_t comes = mayLeave(c) ? next : nextOf[sideOf(c)];
                if (comes >= 0) regrets[c] = pay[c] - comes;
            }
        }
        return regrets;
    }

private:
    void pickWithMinimums() {
        std::vector<std::uint32_t> missing = instance_.needs;
        std::size_t free = instance_.count - std::accumulate(missing.begin(), missing.end(), std::size_t{0});
        for (const std::uint32_t c : order_) {
            if (chosen.size() == instance_.count) break;
            std::uint32_t& need = missing[instance_.territory[c]];
            if (need > 0) {
                --need;
            } else if (free > 0) {
                --free;
            } else {
                continue;
            }
            chosen.push_back(c);
        }
    }

    const Instance& instance_;
    std::vector<std::uint32_t> order_;

public:
    std::vector<std::uint32_t> chosen;
    std::vector<std::uint8_t> picked;
};

class PriceSearch {
public:
    explicit PriceSearch(Instance& instance)
        : instance_(instance),
          best_(instance),
          prices_(instance.prices),
          pay_(instance.size()),
          times_(instance.points()),
          direction_(instance.points(), 0),
          inclination_(instance.size(), 0) {}

    Priced run(Incumbent& incumbent, const PriceEffort& effort, Deadline deadline) {
        double pace = effort.pace;
        int stale = 0;
        for (int round = 0; round < effort.rounds; ++round) {
            evaluate();
            if (bound_ < bestBound_) {
                stale = bound_ > bestBound_ - (bestBound_ / 1000000) ? stale + 1 : 0;
                bestBound_ = bound_;
                instance_.prices = prices_;
            } else {
                ++stale;
            }
            const bool turn = stale >= effort.patience;
            offer(incumbent, effort.exchange && (turn || round % 50 == 0));
            if (bestBound_ / priceScale <= incumbent.value) break;
            if (turn) {
                pace /= 2;
                stale = 0;
                if (pace < 1e-3) break;
            }
            if (round % 16 == 15 && std::chrono::steady_clock::now() > deadline) break;
            if (!step(pace, incumbent.value)) break;
        }
        prices_ = instance_.prices;
        evaluate();
        return {bestBound_ / priceScale, fates(incumbent), std::move(inclination_)};
    }

private:
    void evaluate() {
        const auto sum = [&](const auto& range) {
            for (std::uint32_t c = range.begin(); c != range.end(); ++c) {
                std::int64_t pay = 0;
                for (const std::uint32_t point : instance_.reached[c]) pay += prices_[point];
                pay_[c] = pay;
            }
        };
        const tbb::blocked_range<std::uint32_t> all(0, instance_.size(), 512);
        if (instance_.reached.members.size() > 50000) {
            tbb::parallel_for(all, sum);
        } else {
            sum(all);
        }
        best_.pick(pay_);
        bound_ = instance_.base * priceScale;
        for (const std::uint32_t c : best_.chosen) bound_ += pay_[c];
        for (std::uint32_t point = 0; point < instance_.points(); ++point) {
            const Worth& worth = instance_.worth[point];
            bound_ += std::max<std::int64_t>(0, worth.first * priceScale - prices_[point]) +
                      std::max<std::int64_t>(0, worth.second * priceScale - prices_[point]);
        }
        for (double& inclination : inclination_) inclination *= memory;
        for (const std::uint32_t c : best_.chosen) inclination_[c] += 1 - memory;
    }

    void offer(Incumbent& incumbent, bool exchange) const {
        const std::int64_t value = valueOf(instance_, best_.chosen);
        if (!exchange && value <= incumbent.value) return;
        incumbent.offer(instance_, exchange || value > incumbent.value ? exchanged(instance_, best_.chosen) : best_.chosen);
    }

    /// Moves prices towards where fewer are paid by nobody or paid twice. False when there is nothing to move.
    bool step(double pace, std::int64_t lower) {
        std::ranges::fill(times_, 0);
        for (const std::uint32_t c : best_.chosen) {
            for (const std::uint32_t point : instance_.reached[c]) ++times_[point];
        }
        double norm = 0;
        for (std::uint32_t point = 0; point < instance_.points(); ++point) {
            const std::int64_t first = instance_.worth[point].first * priceScale;
            const std::int64_t second = instance_.worth[point].second * priceScale;
            double slope = times_[point] - (prices_[point] < first ? 1 : 0) - (prices_[point] < second ? 1 : 0);
            if ((slope > 0 && prices_[point] <= 0) || (slope < 0 && prices_[point] >= first)) slope = 0;
            direction_[point] = slope + momentum * direction_[point];  // smoothed (Camerini, Fratta & Maffioli 1975)
            norm += direction_[point] * direction_[point];
        }
        if (norm <= 0) return false;
        const auto gap = static_cast<double>(bound_ - lower * priceScale);
        const double length = pace * gap / norm;
        for (std::uint32_t point = 0; point < instance_.points(); ++point) {
            const std::int64_t moved = prices_[point] - std::llround(length * direction_[point]);
            prices_[point] = std::clamp<std::int64_t>(moved, 0, instance_.worth[point].first * priceScale);
        }
        return true;
    }

    std::vector<Fate> fates(const Incumbent& incumbent) const {
        std::vector<Fate> fates(instance_.size(), Fate::Open);
        const std::vector<std::int64_t> regrets = best_.regrets(pay_);
        const std::int64_t wanted = (incumbent.value + 1) * priceScale;
        for (std::uint32_t c = 0; c < instance_.size(); ++c) {
            if (regrets[c] != never && bound_ - regrets[c] >= wanted) continue;
            fates[c] = best_.picked[c] != 0 ? Fate::Taken : Fate::Out;
        }
        return fates;
    }

    Instance& instance_;
    BestPaid best_;
    std::vector<std::int64_t> prices_;
    std::vector<std::int64_t> pay_;
    std::vector<std::int32_t> times_;
    std::vector<double> direction_;
    std::vector<double> inclination_;
    std::int64_t bound_ = 0;
    std::int64_t bestBound_ = never;
};

}  // namespace

bool Incumbent::offer(const Instance& instance, const std::vector<std::uint32_t>& better) {
    const std::int64_t worth = valueOf(instance, better);
    if (worth <= value) return false;
    value = worth;
    chosen = instance.taken;
    for (const std::uint32_t c : better) chosen.push_back(instance.candidates[c]);
    return true;
}

Priced searchPrices(Instance& instance, Incumbent& incumbent, const PriceEffort& effort, Deadline deadline) {
    return PriceSearch(instance).run(incumbent, effort, deadline);
}

}  // namespace raquette::analysis
