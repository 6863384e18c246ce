#include "gis/analysis/classing/jenks.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace raquette::analysis {

namespace {

/// Figures that differ, each with how many territories have it, as running sums around the middle one: squares of what is left stay small.
class Sums {
public:
    explicit Sums(std::span<const double> sorted) {
        const double middle = sorted[sorted.size() / 2];
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                firsts_.push_back(i);
                weight_.push_back(weight_.back());
                sum_.push_back(sum_.back());
                squares_.push_back(squares_.back());
            }
            const double figure = sorted[i] - middle;
            weight_.back() += 1;
            sum_.back() += figure;
            squares_.back() += figure * figure;
        }
    }
    std::size_t count() const { return firsts_.size(); }
    /// Place in the sorted figures of the first that is alike.
    std::size_t first(std::size_t distinct) const { return firsts_[distinct]; }
    /// Squares of the distances to their mean of the distinct figures from `begin` to before `end`.
    double spread(std::size_t begin, std::size_t end) const {
        const double weight = weight_[end] - weight_[begin];
        const double sum = sum_[end] - sum_[begin];
        return std::max(0.0, squares_[end] - squares_[begin] - sum * sum / weight);
    }

private:
    std::vector<std::size_t> firsts_;
    std::vector<double> weight_{0}, sum_{0}, squares_{0};
};

/// One row of the programme: the least spread of the first `end` figures in so many classes, and where the last of them begins.
class Row {
public:
    Row(const Sums& sums, const std::vector<double>& before, std::size_t classes)
        : sums_(sums), before_(before), least_(before.size(), std::numeric_limits<double>::infinity()), begins_(before.size(), 0) {
        fill(classes, sums.count(), classes - 1, sums.count() - 1);
    }
    std::vector<double> takeLeast() { return std::move(least_); }
    std::vector<std::uint32_t> takeBegins() { return std::move(begins_); }

private:
    /// The last class begins no earlier the more figures there are: the middle one's beginning bounds those on either side.
    void fill(std::size_t low, std::size_t high, std::size_t from, std::size_t to) {
        if (low > high) return;
        const std::size_t end = low + (high - low) / 2;
        std::size_t best = from;
        for (std::size_t begin = from; begin <= std::min(to, end - 1); ++begin) {
            const double total = before_[begin] + sums_.spread(begin, end);
            if (total >= least_[end]) continue;
            least_[end] = total;
            best = begin;
        }
        begins_[end] = static_cast<std::uint32_t>(best);
        fill(low, end - 1, from, best);
        fill(end + 1, high, best, to);
    }

    const Sums& sums_;
    const std::vector<double>& before_;
    std::vector<double> least_;
    std::vector<std::uint32_t> begins_;
};

}  // namespace

std::vector<std::size_t> naturalBreaks(std::span<const double> sorted, std::size_t count) {
    const Sums sums(sorted);
    std::vector<double> least(sums.count() + 1, 0);
    for (std::size_t end = 1; end <= sums.count(); ++end) least[end] = sums.spread(0, end);
    std::vector<std::vector<std::uint32_t>> begins;
    for (std::size_t classes = 2; classes <= count; ++classes) {
        Row row(sums, least, classes);
        least = row.takeLeast();
        begins.push_back(row.takeBegins());
    }
    std::vector<std::size_t> breaks(count - 1);
    std::size_t end = sums.count();
    for (std::size_t i = count - 1; i > 0; --i) {
        end = begins[i - 1][end];
        breaks[i - 1] = sums.first(end);
    }
    return breaks;
}

}  // namespace raquette::analysis
