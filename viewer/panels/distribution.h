#pragma once

#include "gis/analysis/equity/inequality.h"

#include <array>

namespace raquette::viewer {

/// How a share is spread over territories.
struct Distribution {
    std::array<std::size_t, 10> territories{};  ///< by tenth of the share; a whole share is in the last
    std::vector<analysis::LorenzPoint> curve;   ///< empty where nobody has anything, or of one territory
    std::optional<model::Share> gini;

    std::size_t count() const;
};
Distribution distributionOf(const std::vector<analysis::Portion>& shares);

}  // namespace raquette::viewer
