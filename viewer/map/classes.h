#pragma once

#include "gis/model/service.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace raquette::viewer {

/// How values of an indicator become a few colours. Frozen per column, so that two régions or two dates compare.
struct Classes {
    std::vector<double> upperBounds;  ///< of every class but the last
    enum class Unit { Share, Kilometres, Count };
    Unit unit = Unit::Share;  ///< a share is 0 to 1; a count is of providers or seats

    std::size_t count() const { return upperBounds.size() + 1; }
    /// A value on a bound belongs to the class above it.
    std::size_t of(double value) const;
};

/// Five classes of a share, six of a distance and of what people reach: three steps to a tenfold where it is for 100,000 of them, as
/// venues, cinemas and seats are from a few tenths to many thousands.
Classes classesOf(std::string_view column, const model::Access& access = {});

}  // namespace raquette::viewer
