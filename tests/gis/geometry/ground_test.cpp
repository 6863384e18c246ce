#include "gis/geometry/circle.h"
#include "gis/geometry/frame.h"
#include "gis/geometry/geodesic.h"
#include "gis/geometry/measure.h"
#include "tests/gis/geometry/true_ground.h"

#include <cmath>
#include <numbers>
#include <random>

// Distances and areas on every frame, against GeographicLib and closed forms.

namespace raquette::geometry {
namespace {

using namespace raquette::testing;

/// A land, where it lies, and by how much its plane stretches areas at most.
struct LandOfFrame {
    int epsg;
    LonLat southWest;
    LonLat northEast;
    double leastStretch;
    double mostStretch;
    friend std::ostream& operator<<(std::ostream& out, const LandOfFrame& land) { return out << "EPSG:" << land.epsg; }
};

/// UTM narrows areas by 0.9996² at its meridian and widens them towards the border of its zone.
const std::vector<LandOfFrame> lands{
    {2154, {-5, 41.4}, {9.6, 51.1}, 0.9979, 1.0065},     {5490, {-61.9, 14.3}, {-60.7, 16.6}, 0.9991, 1.002},
    {2972, {-54.6, 2.1}, {-51.6, 5.8}, 0.9991, 1.0035},  {2975, {55.2, -21.4}, {55.9, -20.8}, 0.9991, 1.002},
    {4471, {45, -13.1}, {45.3, -12.6}, 0.9991, 1.002},   {32618, {-76.5, 44}, {-73, 47}, 0.9991, 1.002},
    {32758, {164, -22.7}, {167.1, -20.1}, 0.9991, 1.002}};

class OnEachFrame : public ::testing::TestWithParam<LandOfFrame> {
protected:
    LonLat anywhere() {
        const auto& [epsg, sw, ne, least, most] = GetParam();
        return {std::uniform_real_distribution(sw.lon, ne.lon)(random_), std::uniform_real_distribution(sw.lat, ne.lat)(random_)};
    }
    std::mt19937 random_{static_cast<std::mt19937::result_type>(GetParam().epsg)};
};

TEST_P(OnEachFrame, ItsPlacesAreMeasuredOnIt) {
    for (int i = 0; i < 200; ++i) {
        const LonLat at = anywhere();
        ASSERT_EQ(frameAt(at).epsg, GetParam().epsg) << at.lon << " " << at.lat;
    }
}

TEST_P(OnEachFrame, DistancesAreGeographicLibs) {
    for (int i = 0; i < 2000; ++i) {
        const LonLat a = anywhere();
        const LonLat b = anywhere();
        ASSERT_NEAR(geodesicDistance(a, b).value, trueDistance(a, b), 1e-6);
    }
}

/// A circle of radius r on a surface of Gaussian curvature K has the area 2π (1 − cos r√K) / K; on the ellipsoid K is 1 / MN at its centre,
/// but for terms of e² r⁴ (do Carmo, Differential Geometry of Curves and Surfaces, §4-6).
TEST_P(OnEachFrame, ACatchmentHasTheGroundAreaOfTheCircle) {
    for (const double radius : {500.0, 5000.0, 20000.0, 100000.0}) {
        const LonLat centre = anywhere();
        const Frame frame{GetParam().epsg};
        std::vector<LonLat> circle = toLonLat(frame, circleOnPlane(frame, centre, {radius}));
        circle.pop_back();
        const auto [m, p] = trueRadian(centre.lat);
        const double curvature = std::cos(centre.lat * std::numbers::pi / 180) / (m * p);
        const double truth = 2 * std::numbers::pi * (1 - std::cos(radius * std::sqrt(curvature))) / curvature;
        EXPECT_NEAR(trueArea(circle) / truth, 1, 1e-5) << radius;
    }
}

/// By how much the plane stretches areas at a place: the projection's derivatives, taken as differences, over the ground's.
double stretchAt(Frame frame, LonLat at) {
    constexpr double step = 1e-4;
    const PlanePoint w = toPlane(frame, LonLat{at.lon - step, at.lat});
    const PlanePoint e = toPlane(frame, LonLat{at.lon + step, at.lat});
    const PlanePoint s = toPlane(frame, LonLat{at.lon, at.lat - step});
    const PlanePoint n = toPlane(frame, LonLat{at.lon, at.lat + step});
    const double plane = (e.x - w.x) * (n.y - s.y) - (e.y - w.y) * (n.x - s.x);
    const auto [north, east] = trueRadian(at.lat);
    const double radians = 2 * step * std::numbers::pi / 180;
    return plane / (radians * radians * north * east);
}

TEST_P(OnEachFrame, APlaneStretchesTheGroundAsLittleAsStated) {
    const Frame frame{GetParam().epsg};
    for (int i = 0; i < 500; ++i) {
        const double stretch = stretchAt(frame, anywhere());
        ASSERT_GT(stretch, GetParam().leastStretch);
        ASSERT_LT(stretch, GetParam().mostStretch);
    }
}

/// Design §7: a drawn catchment departs from the true one by less than 0.05 % in area.
TEST_P(OnEachFrame, ACatchmentOnThePlaneIsTheCircleStretched) {
    const Frame frame{GetParam().epsg};
    for (const double radius : {500.0, 5000.0, 20000.0, 40000.0}) {
        const LonLat centre = anywhere();
        PlaneShape shape;
        shape.points = circleOnPlane(frame, centre, {radius});
        shape.closeRing();
        shape.closePolygon();
        const auto [m, p] = trueRadian(centre.lat);
        const double curvature = std::cos(centre.lat * std::numbers::pi / 180) / (m * p);
        const double truth = 2 * std::numbers::pi * (1 - std::cos(radius * std::sqrt(curvature))) / curvature;
        EXPECT_NEAR(areaOf(shape).value / (truth * stretchAt(frame, centre)), 1, 5e-4) << radius;
    }
}

INSTANTIATE_TEST_SUITE_P(Ground, OnEachFrame, ::testing::ValuesIn(lands), [](const auto& each) { return std::to_string(each.param.epsg); });

}  // namespace
}  // namespace raquette::geometry
