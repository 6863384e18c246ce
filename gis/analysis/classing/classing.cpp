#include "gis/analysis/classing/classing.h"

#include "gis/analysis/classing/jenks.h"
#include "gis/model/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace raquette::analysis {

namespace {

constexpr std::array<std::string_view, 5> names{"quantile", "equal", "jenks", "head-tail", "q6"};

/// The figure that so large a part of them lies below.
double at(std::span<const double> sorted, double part) {
    const auto index = static_cast<std::size_t>(std::floor(part * static_cast<double>(sorted.size())));
    return sorted[std::min(index, sorted.size() - 1)];
}

std::vector<double> quantiles(std::span<const double> sorted, std::size_t count) {
    std::vector<double> bounds;
    for (std::size_t i = 1; i < count; ++i) bounds.push_back(at(sorted, static_cast<double>(i) / static_cast<double>(count)));
    return bounds;
}

std::vector<double> sixths(std::span<const double> sorted) {
    std::vector<double> bounds;
    for (const double part : {0.05, 0.25, 0.5, 0.75, 0.95}) bounds.push_back(at(sorted, part));
    return bounds;
}

std::vector<double> equalSteps(double least, double most, std::size_t count) {
    std::vector<double> bounds;
    for (std::size_t i = 1; i < count; ++i) bounds.push_back(least + (most - least) * static_cast<double>(i) / static_cast<double>(count));
    return bounds;
}

std::vector<double> breaks(std::span<const double> sorted, std::size_t count) {
    std::size_t different = 1;
    for (std::size_t i = 1; i < sorted.size() && different < count; ++i) different += sorted[i] != sorted[i - 1] ? 1U : 0U;
    std::vector<double> bounds;
    for (const std::size_t first : naturalBreaks(sorted, std::min(count, different))) bounds.push_back(sorted[first]);
    return bounds;
}

/// The head is cut again as long as it is the smaller part: 40 % at most, as Jiang has it.
std::vector<double> headTail(std::span<const double> sorted, std::size_t count) {
    constexpr double mostOfAll = 0.4;
    std::vector<double> bounds;
    while (bounds.size() + 1 < count && sorted.front() < sorted.back()) {
        const double mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / static_cast<double>(sorted.size());
        const auto head = std::lower_bound(sorted.begin(), sorted.end(), mean);
        const auto length = static_cast<std::size_t>(sorted.end() - head);
        if (length == 0 || length == sorted.size()) break;
        bounds.push_back(mean);
        if (static_cast<double>(length) > mostOfAll * static_cast<double>(sorted.size())) break;
        sorted = sorted.last(length);
    }
    return bounds;
}

std::vector<double> raw(std::span<const double> sorted, Classing classing, std::size_t count) {
    switch (classing) {
        case Classing::Quantile:
            return quantiles(sorted, count);
        case Classing::Equal:
            return equalSteps(sorted.front(), sorted.back(), count);
        case Classing::Jenks:
            return breaks(sorted, count);
        case Classing::HeadTail:
            return headTail(sorted, count);
        case Classing::Q6:
            return sixths(sorted);
    }
    return {};
}

}  // namespace

std::string_view name(Classing classing) {
    return names.at(static_cast<std::size_t>(classing));
}

std::optional<Classing> classingNamed(std::string_view name) {
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Classing>(found - names.begin());
}

std::vector<double> classBounds(std::span<const double> figures, Classing classing, std::size_t count) {
    if (!std::ranges::all_of(figures, [](double figure) { return std::isfinite(figure); }))
        throw model::Error("A figure that is to be sorted into classes is not a number. Please report this with the study.");
    if (figures.empty() || count < 2) return {};
    std::vector<double> sorted(figures.begin(), figures.end());
    std::ranges::sort(sorted);
    std::vector<double> bounds = raw(sorted, classing, count);
    // Ties put two bounds on one figure, or one on the smallest: a class of nothing.
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    std::erase_if(bounds, [&](double bound) { return bound <= sorted.front() || bound > sorted.back(); });
    return bounds;
}

std::vector<std::size_t> classSizes(std::span<const double> figures, std::span<const double> bounds) {
    std::vector<std::size_t> sizes(bounds.size() + 1);
    for (const double figure : figures)
        ++sizes[static_cast<std::size_t>(std::upper_bound(bounds.begin(), bounds.end(), figure) - bounds.begin())];
    return sizes;
}

}  // namespace raquette::analysis
