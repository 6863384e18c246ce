#include "viewer/map/classes.h"

#include <algorithm>

namespace raquette::viewer {

std::size_t Classes::of(double value) const {
    return static_cast<std::size_t>(std::upper_bound(upperBounds.begin(), upperBounds.end(), value) - upperBounds.begin());
}

Classes classesOf(std::string_view column, const model::Access& access) {
    if (column == "nearest_km") return {{10, 20, 30, 45, 60}, Classes::Unit::Kilometres};
    if (column == "opportunities") return {{1, 2, 5, 10, 20}, Classes::Unit::Count};
    if (column == "accessibility" && access.supply == model::Supply::Capacity) return {{100, 300, 1000, 3000, 10000}, Classes::Unit::Count};
    if (column == "accessibility") return {{0.1, 0.3, 1, 3, 10}, Classes::Unit::Count};
    return {{0.2, 0.4, 0.6, 0.8}, Classes::Unit::Share};
}

}  // namespace raquette::viewer
