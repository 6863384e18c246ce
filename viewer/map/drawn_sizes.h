#pragma once

namespace raquette::viewer {

/// How large what follows the view is drawn.
struct DrawnSizes {
    double binSide = 0;       ///< metres, of the bins of unserved people
    double circleGrowth = 1;  ///< of circles, beside a map of the whole land
};

}  // namespace raquette::viewer
