#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace raquette::analysis {

/// Ways of sorting the figures of many territories into a few classes.
enum class Classing {
    Quantile,  ///< as many territories in each
    Equal,     ///< the same stretch of figures in each
    Jenks,     ///< natural breaks: figures of a class as close to one another as can be
    HeadTail,  ///< cut at the mean, then the head again: for few large and many small (Jiang 2013)
    Q6         ///< the 5 % smallest and largest apart, quarters between (as French statistical atlases do)
};

inline constexpr std::size_t fewestClasses = 3;
inline constexpr std::size_t mostClasses = 7;

std::string_view name(Classing classing);
std::optional<Classing> classingNamed(std::string_view name);

/// The bounds between the classes, strictly rising, all above the smallest figure and at most the largest: a figure on a bound belongs to
/// the class above it. `count` classes, fewer where there are fewer different figures or ties leave a class nothing; Q6 has its own six and
/// head/tail as many as the figures call for, at most `count`. No figures: no bounds. Throws model::Error for a figure that is no number.
std::vector<double> classBounds(std::span<const double> figures, Classing classing, std::size_t count);

/// How many figures lie in each class.
std::vector<std::size_t> classSizes(std::span<const double> figures, std::span<const double> bounds);

}  // namespace raquette::analysis
