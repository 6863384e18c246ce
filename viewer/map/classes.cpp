#include "viewer/map/classes.h"

#include "gis/analysis/classing/usual_bounds.h"

#include <algorithm>

namespace raquette::viewer {

std::size_t Classes::of(double value) const {
    return static_cast<std::size_t>(std::upper_bound(upperBounds.begin(), upperBounds.end(), value) - upperBounds.begin());
}

Classes classesOf(std::string_view column, const model::Access& access) {
    Classes::Unit unit = Classes::Unit::Share;
    if (column == "nearest_km") unit = Classes::Unit::Kilometres;
    if (column == "nearest_min") unit = Classes::Unit::Minutes;
    if (column == "opportunities" || column == "accessibility") unit = Classes::Unit::Count;
    return {analysis::usualBounds(column, access), unit};
}

}  // namespace raquette::viewer
