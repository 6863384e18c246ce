#pragma once

#include "gis/model/service.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace raquette::viewer {

/// How values of an indicator become a few colours. Frozen per column, so that two régions or two dates compare.
struct Classes {
    std::vector<double> upperBounds;  ///< of every class but the last
    enum class Unit { Share, Kilometres, Minutes, Count };
    Unit unit = Unit::Share;  ///< a share is 0 to 1; a count is of providers or seats

    std::size_t count() const { return upperBounds.size() + 1; }
    /// A value on a bound belongs to the class above it.
    std::size_t of(double value) const;
};

/// The tool's own: analysis::usualBounds.
Classes classesOf(std::string_view column, const model::Access& access = {});

}  // namespace raquette::viewer
