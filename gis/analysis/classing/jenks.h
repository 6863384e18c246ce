#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace raquette::analysis {

/// Where each class but the first begins among figures sorted in rising order, so that the squares of the distances to the class means sum
/// to the least: the optimum, by the dynamic programme of Wang & Song (Ckmeans.1d.dp, 2011) filled by divide and conquer, O(k n log n).
/// Figures that are alike are never parted. At least `count` different ones are required.
std::vector<std::size_t> naturalBreaks(std::span<const double> sorted, std::size_t count);

}  // namespace raquette::analysis
