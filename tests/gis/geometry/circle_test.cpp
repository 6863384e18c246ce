#include "gis/geometry/circle.h"

#include "gis/geometry/geodesic.h"
#include "gis/geometry/measure.h"

#include <gtest/gtest.h>
#include <cmath>
#include <numbers>

namespace raquette::geometry {
namespace {

PlaneShape shapeOf(std::vector<PlanePoint> ring) {
    PlaneShape shape;
    shape.points = std::move(ring);
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

TEST(Circle, HasTheAreaOfTheTrueCircle) {
    for (const double radius : {500.0, 20000.0, 60000.0}) {
        // UTM 31N's own meridian: its scale is known, 0.9996.
        const PlaneShape shape = shapeOf(circleOnPlane(Frame{32631}, {3, 45.0}, {radius}));
        const double truth = std::numbers::pi * radius * radius * 0.9996 * 0.9996;
        EXPECT_NEAR(areaOf(shape).value / truth, 1, 5e-4) << radius;
    }
}

struct Place {
    Frame frame;
    LonLat at;
};

TEST(Circle, CornersLieOnTheGeodesicOnEveryFrame) {
    const std::vector<Place> places{{lambert93, {4.4, 45.4}},     {lambert93, {-4.8, 48.4}}, {lambert93, {9.2, 41.5}},
                                    {Frame{5490}, {-61.5, 16.2}}, {Frame{2972}, {-53, 4}},   {Frame{2975}, {55.5, -21.1}},
                                    {Frame{4471}, {45.2, -12.8}}, {Frame{32622}, {-52, 10}}, {Frame{32758}, {166.5, -22.3}}};
    for (const Place& place : places) {
        for (const double radius : {50.0, 20000.0, 100000.0, 500000.0}) {
            const std::vector<PlanePoint> ring = circleOnPlane(place.frame, place.at, {radius});
            ASSERT_EQ(ring.size(), circleCorners + 1U);
            EXPECT_EQ(ring.front(), ring.back());
            constexpr double step = 2 * std::numbers::pi / circleCorners;
            const double widened = radius * std::sqrt(step / std::sin(step));
            for (int i = 0; i < circleCorners; ++i) {
                const PlanePoint truth = toPlane(place.frame, geodesicFrom(place.at, 90 - 360.0 * i / circleCorners, {widened}));
                const PlanePoint corner = ring[static_cast<std::size_t>(i)];
                ASSERT_LT(std::hypot(corner.x - truth.x, corner.y - truth.y), 1e-3)
                    << "EPSG:" << place.frame.epsg << ", " << radius << " m, corner " << i;
            }
        }
    }
}

}  // namespace
}  // namespace raquette::geometry
