#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace raquette::viewer {

/// How values of an indicator become a few colours. Frozen per column, so that two régions or two dates compare.
struct Classes {
    std::vector<double> upperBounds;  ///< of every class but the last
    bool isShare = true;              ///< values 0 to 1; else kilometres

    std::size_t count() const { return upperBounds.size() + 1; }
    /// A value on a bound belongs to the class above it.
    std::size_t of(double value) const;
};

/// Five classes of a share, six of a distance.
Classes classesOf(std::string_view column);

}  // namespace raquette::viewer
