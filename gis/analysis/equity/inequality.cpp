#include "gis/analysis/equity/inequality.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace raquette::analysis {

namespace {

/// People and what they have together.
struct Sums {
    std::int64_t people = 0;
    double all = 0;

    void add(const Portion& portion) {
        people += portion.people.value;
        all += static_cast<double>(portion.people.value) * portion.each;
    }
    double mean() const { return all / static_cast<double>(people); }
};

/// Keeps those where somebody lives, those who have least first; sums of them all, or none where inequality means nothing. Sorted whole,
/// so that sums do not depend on the order given to the last bit.
std::optional<Sums> prepare(std::vector<Portion>& portions) {
    std::erase_if(portions, [](const Portion& portion) { return portion.people.value <= 0; });
    if (!std::ranges::all_of(portions, [](const Portion& portion) { return std::isfinite(portion.each) && portion.each >= 0; })) return {};
    const auto key = [](const Portion& portion) { return std::tuple(portion.each, portion.people, portion.group); };
    if (!std::ranges::is_sorted(portions, {}, key)) std::ranges::sort(portions, {}, key);
    Sums sums;
    for (const Portion& portion : portions) sums.add(portion);
    return sums.all > 0 && std::isfinite(sums.all) ? std::optional(sums) : std::nullopt;
}

/// What the first so many people of a sorted list have together.
double hadByFirst(const std::vector<Portion>& sorted, double people) {
    double had = 0;
    for (const Portion& portion : sorted) {
        const double here = std::min(static_cast<double>(portion.people.value), people);
        had += here * portion.each;
        people -= here;
        if (people <= 0) break;
    }
    return had;
}

/// r ln r, made never negative by terms that vanish in the sum, as the mean of r is 1: nothing is lost where all have nearly the same.
double spread(double ratio) {
    return ratio > 0 ? ratio * std::log(ratio) - ratio + 1 : 1;
}

model::Share giniOf(const std::vector<Portion>& sorted, const Sums& sums) {
    const auto everybody = static_cast<double>(sums.people);
    double area = 0;
    std::int64_t below = 0;
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
        below += sorted[i].people.value;
        const double share = static_cast<double>(below) / everybody;
        area += (sorted[i + 1].each - sorted[i].each) * share * (1 - share);
    }
    return model::Share{std::min(1.0, area / sums.mean())};
}

/// What the last so many people of a sorted list have together.
double hadByLast(const std::vector<Portion>& sorted, double people) {
    double had = 0;
    for (std::size_t i = sorted.size(); i > 0 && people > 0; --i) {
        const double here = std::min(static_cast<double>(sorted[i - 1].people.value), people);
        had += here * sorted[i - 1].each;
        people -= here;
    }
    return had;
}

std::optional<double> palmaOf(const std::vector<Portion>& sorted) {
    std::int64_t people = 0;
    for (const Portion& portion : sorted) people += portion.people.value;
    const auto everybody = static_cast<double>(people);
    const double least = hadByFirst(sorted, 0.4 * everybody);
    if (least <= 0) return {};
    return hadByLast(sorted, 0.1 * everybody) / least;
}

Theil theilOf(const std::vector<Portion>& sorted, const Sums& sums) {
    std::map<std::int32_t, Sums> groups;
    for (const Portion& portion : sorted) groups[portion.group].add(portion);
    const auto everybody = static_cast<double>(sums.people);
    Theil theil;
    for (const auto& [id, group] : groups) {
        theil.between += static_cast<double>(group.people) / everybody * spread(group.mean() / sums.mean());
    }
    for (const Portion& portion : sorted) {
        const auto people = static_cast<double>(portion.people.value);
        theil.total += people / everybody * spread(portion.each / sums.mean());
        const Sums& group = groups.at(portion.group);
        if (group.all > 0) theil.within += people / everybody * group.mean() / sums.mean() * spread(portion.each / group.mean());
    }
    return theil;
}

/// Of the smallest to the greatest figure, the first that so many people do not exceed. In whole people: nothing is lost to rounding.
std::array<double, 5> quantilesOf(const std::vector<Portion>& sorted) {
    static constexpr std::array<std::int64_t, 5> percents{10, 25, 50, 75, 90};
    std::int64_t everybody = 0;
    for (const Portion& portion : sorted) everybody += portion.people.value;
    std::array<double, 5> quantiles{};
    std::size_t next = 0;
    std::int64_t below = 0;
    for (const Portion& portion : sorted) {
        below += portion.people.value;
        for (; next < percents.size() && below * 100 >= everybody * percents[next]; ++next) quantiles[next] = portion.each;
    }
    return quantiles;
}

}  // namespace

std::optional<model::Share> shareOfLeast(std::vector<Portion> portions, model::Share people) {
    const auto sums = prepare(portions);
    if (!sums) return {};
    const double first = std::clamp(people.value, 0.0, 1.0) * static_cast<double>(sums->people);
    return model::Share{std::min(1.0, hadByFirst(portions, first) / sums->all)};
}

std::vector<LorenzPoint> lorenz(std::vector<Portion> portions) {
    const auto sums = prepare(portions);
    if (!sums) return {};
    std::vector<LorenzPoint> points{{}};
    Sums soFar;
    for (const Portion& portion : portions) {
        soFar.add(portion);
        points.push_back({{static_cast<double>(soFar.people) / static_cast<double>(sums->people)}, {soFar.all / sums->all}});
    }
    return points;
}

std::optional<model::Share> gini(std::vector<Portion> portions) {
    const auto sums = prepare(portions);
    return sums ? std::optional(giniOf(portions, *sums)) : std::nullopt;
}

std::optional<double> palma(std::vector<Portion> portions) {
    return prepare(portions) ? palmaOf(portions) : std::nullopt;
}

std::optional<Theil> theil(std::vector<Portion> portions) {
    const auto sums = prepare(portions);
    return sums ? std::optional(theilOf(portions, *sums)) : std::nullopt;
}

Inequality inequality(std::vector<Portion> portions) {
    Inequality found;
    const auto sums = prepare(portions);
    if (!sums) return found;  // nobody, or nobody has anything: quantiles of 0
    found.all = sums->all;
    found.quantiles = quantilesOf(portions);
    found.gini = giniOf(portions, *sums);
    found.palma = palmaOf(portions);
    found.theil = theilOf(portions, *sums);
    return found;
}

}  // namespace raquette::analysis
