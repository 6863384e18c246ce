#include "viewer/map/classes.h"

#include <algorithm>

namespace raquette::viewer {

std::size_t Classes::of(double value) const {
    return static_cast<std::size_t>(std::upper_bound(upperBounds.begin(), upperBounds.end(), value) - upperBounds.begin());
}

Classes classesOf(std::string_view column) {
    if (column == "nearest_km") return {{10, 20, 30, 45, 60}, false};
    return {{0.2, 0.4, 0.6, 0.8}, true};
}

}  // namespace raquette::viewer
