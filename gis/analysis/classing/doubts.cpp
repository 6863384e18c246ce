#include "gis/analysis/classing/doubts.h"

#include "gis/analysis/classing/classing.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

/// How many figures are zero, where others of their class are not.
std::size_t hiddenZeros(std::span<const double> figures, std::span<const double> bounds) {
    const auto classOf = [&](double figure) { return std::ranges::upper_bound(bounds, figure) - bounds.begin(); };
    const auto zero = classOf(0);
    std::size_t zeros = 0;
    bool others = false;
    for (const double figure : figures) {
        if (figure == 0) ++zeros;
        others = others || (figure != 0 && classOf(figure) == zero);
    }
    return others ? zeros : 0;
}

}  // namespace

std::vector<ClassFinding> doubtsOf(std::span<const double> figures, std::span<const double> bounds) {
    if (figures.empty()) return {};
    constexpr double nearlyAll = 0.85;
    constexpr double tellingZeros = 0.1;
    const auto all = static_cast<double>(figures.size());
    const std::vector<std::size_t> sizes = classSizes(figures, bounds);
    std::vector<ClassFinding> findings;
    if (const auto empty = std::ranges::count(sizes, std::size_t{0}); empty > 0)
        findings.push_back({ClassDoubt::Empty, static_cast<std::size_t>(empty), {}});
    const double part = static_cast<double>(*std::ranges::max_element(sizes)) / all;
    if (sizes.size() == 1 || part >= nearlyAll) findings.push_back({ClassDoubt::NearlyAll, 0, {part}});
    if (const std::size_t zeros = hiddenZeros(figures, bounds); static_cast<double>(zeros) >= tellingZeros * all && zeros > 0)
        findings.push_back({ClassDoubt::HiddenZero, zeros, {}});
    if (sizes.size() > mostClasses) findings.push_back({ClassDoubt::TooMany, sizes.size(), {}});
    return findings;
}

}  // namespace raquette::analysis
