#include "gis/geometry/geodesic.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"

#include <cmath>
#include <numbers>
#include <random>

namespace raquette::geometry {
namespace {

double chordBetween(LonLat a, LonLat b) {
    const auto p = inSpace(a);
    const auto q = inSpace(b);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

TEST(Geodesic, TheQuarterMeridianIsTenThousandKilometres) {
    EXPECT_NEAR(geodesicDistance({0, 0}, {0, 90}).value, 10001965.7293, 1e-3);  // GRS80, Moritz 2000
}

TEST(Geodesic, BoundsHoldTheTruthAndAreTight) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-5, 10);
    std::uniform_real_distribution<double> lat(-25, 52);
    std::uniform_real_distribution<double> step(-2, 2);
    for (int i = 0; i < 20000; ++i) {
        const LonLat a{lon(random), lat(random)};
        const LonLat b{a.lon + step(random), a.lat + step(random)};
        const DistanceBounds bounds = geodesicBounds(chordBetween(a, b));
        const double truth = geodesicDistance(a, b).value;
        ASSERT_LE(bounds.least, truth);
        ASSERT_GE(bounds.most, truth);
        ASSERT_LT(bounds.most - bounds.least, 1.1 * std::pow(truth, 3) / (24 * std::pow(6335439.0, 2)) + 1e-6);
    }
}

}  // namespace
}  // namespace raquette::geometry
