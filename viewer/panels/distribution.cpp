#include "viewer/panels/distribution.h"

#include <algorithm>
#include <numeric>

namespace raquette::viewer {

std::size_t Distribution::count() const {
    return std::accumulate(territories.begin(), territories.end(), std::size_t{0});
}

Distribution distributionOf(const std::vector<analysis::Portion>& shares) {
    Distribution found;
    const auto bins = static_cast<double>(found.territories.size());
    for (const analysis::Portion& share : shares) {
        ++found.territories[static_cast<std::size_t>(std::clamp(share.each * bins, 0.0, bins - 1))];
    }
    if (shares.size() < 2) return found;  // with itself alone none is unequal: that says nothing
    found.curve = analysis::lorenz(shares);
    found.gini = analysis::gini(shares);
    return found;
}

}  // namespace raquette::viewer
