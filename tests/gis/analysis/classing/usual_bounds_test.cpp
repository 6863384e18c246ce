#include "gis/analysis/classing/usual_bounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>

namespace raquette::analysis {
namespace {

using testing::ElementsAre;

TEST(UsualBounds, OfTimesAreThoseThatReachesAreGivenIn) {
    EXPECT_THAT(usualBounds("nearest_min"), ElementsAre(5, 15, 30, 45, 60));
}

TEST(UsualBounds, RiseAndFitTheSevenStepsOfARamp) {
    for (const char* column : {"covered_share", "covered_area_share", "nearest_km", "nearest_min", "accessibility", "opportunities"}) {
        const std::vector<double> bounds = usualBounds(column);
        EXPECT_TRUE(std::ranges::is_sorted(bounds)) << column;
        EXPECT_LE(bounds.size(), 6U) << column;
    }
}

}  // namespace
}  // namespace raquette::analysis
