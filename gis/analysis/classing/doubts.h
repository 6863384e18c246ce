#pragma once

#include "gis/model/units.h"

#include <cstddef>
#include <span>
#include <vector>

namespace raquette::analysis {

/// What may mislead on a map of figures in classes, and what honesty asks to be said of it.
enum class ClassDoubt {
    Empty,       ///< so many colours of the legend are nowhere on the map
    NearlyAll,   ///< one colour for nearly every territory: the figures are too skewed for these classes
    HiddenZero,  ///< so many territories that have none look like others that have some
    TooMany      ///< more colours than eyes tell apart
};

struct ClassFinding {
    ClassDoubt doubt = ClassDoubt::Empty;
    std::size_t count = 0;  ///< classes; of HiddenZero territories
    model::Share part{};    ///< of NearlyAll, of the territories. NOLINT(readability-redundant-member-init)

    bool operator==(const ClassFinding&) const = default;
};

/// Of figures sorted into classes at these bounds (as `classSizes` does); nothing where there are no figures. Zeros are told of from one
/// territory in ten.
std::vector<ClassFinding> doubtsOf(std::span<const double> figures, std::span<const double> bounds);

}  // namespace raquette::analysis
