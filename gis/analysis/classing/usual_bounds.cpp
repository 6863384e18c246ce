#include "gis/analysis/classing/usual_bounds.h"

namespace raquette::analysis {

std::vector<double> usualBounds(std::string_view column, const model::Access& access) {
    if (column == "nearest_km") return {10, 20, 30, 45, 60};
    if (column == "nearest_min") return {5, 15, 30, 45, 60};
    if (column == "opportunities") return {1, 2, 5, 10, 20};
    if (column == "accessibility" && access.supply == model::Supply::Capacity) return {100, 300, 1000, 3000, 10000};
    if (column == "accessibility") return {0.1, 0.3, 1, 3, 10};
    return {0.2, 0.4, 0.6, 0.8};
}

}  // namespace raquette::analysis
