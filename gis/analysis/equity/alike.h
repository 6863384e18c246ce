#pragma once

#include "gis/model/units.h"

#include <cstdint>
#include <vector>

namespace raquette::analysis {

/// A territory as far as likeness goes.
struct Stature {
    std::int64_t people = 0;
    model::SquareMetres area;
};

/// Of each territory, the indexes of the `count` most like it, nearest first; none where nobody lives or its area is not known. The
/// distance is Euclid's between (ln people, ln people per km²), each divided by its standard deviation among all; ties go to the lower
/// index.
std::vector<std::vector<std::uint32_t>> mostAlike(const std::vector<Stature>& territories, std::size_t count);

}  // namespace raquette::analysis
