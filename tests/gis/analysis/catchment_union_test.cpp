#include "gis/analysis/catchment_union.h"

#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"

#include <gtest/gtest.h>
#include <cmath>
#include <numbers>
#include <random>

namespace raquette::analysis {
namespace {

using geometry::PlaneShape;

Catchment circle(double x, double y, double radius) {
    constexpr int corners = 128;
    Catchment catchment;
    catchment.centre = {x, y};
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i % corners) / corners;
        catchment.shape.points.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
    }
    catchment.shape.closeRing();
    catchment.shape.closePolygon();
    catchment.box = boxOf(catchment.shape);
    catchment.outer = radius * (1 + 1e-12);
    catchment.inner = radius * std::cos(std::numbers::pi / corners) * 0.9999;
    return catchment;
}

struct Unions {
    PlaneShape ours;
    PlaneShape geos;
};

Unions unionsOf(const std::vector<Catchment>& catchments) {
    std::vector<const Catchment*> pointers;
    std::vector<PlaneShape> shapes;
    for (const Catchment& catchment : catchments) {
        pointers.push_back(&catchment);
        shapes.push_back(catchment.shape);
    }
    return {catchmentUnion(pointers), geometry::unaryUnion(std::span<const PlaneShape>(shapes))};
}

void expectSame(const std::vector<Catchment>& catchments) {
    const Unions unions = unionsOf(catchments);
    EXPECT_TRUE(geometry::isValid(unions.ours));
    EXPECT_EQ(unions.ours.polygonCount(), unions.geos.polygonCount());
    EXPECT_EQ(unions.ours.ringCount(), unions.geos.ringCount());
    const double area = areaOf(unions.geos).value;
    EXPECT_NEAR(areaOf(unions.ours).value, area, 1e-9 * area);
    EXPECT_LT(areaOf(geometry::difference(unions.geos, unions.ours)).value, 1e-9 * area);
}

TEST(CatchmentUnion, OfNoneIsNothingAndOfOneIsItself) {
    EXPECT_TRUE(catchmentUnion({}).empty());
    expectSame({circle(0, 0, 10)});
}

TEST(CatchmentUnion, OneWithinAnotherAddsNothing) {
    expectSame({circle(0, 0, 10), circle(1, 1, 3)});
    expectSame({circle(0, 0, 10), circle(0, 0, 10)});
}

TEST(CatchmentUnion, AnOpenRingOfCatchmentsKeepsItsHole) {
    std::vector<Catchment> ring;
    for (int i = 0; i < 12; ++i)
        ring.push_back(circle(100 * std::cos(i * std::numbers::pi / 6), 100 * std::sin(i * std::numbers::pi / 6), 40));
    EXPECT_EQ(unionsOf(ring).ours.ringCount(), 2U);
    expectSame(ring);
}

TEST(CatchmentUnion, ACatchmentWhoseRimIsHiddenStillFillsTheMiddle) {
    std::vector<Catchment> ring;
    for (int i = 0; i < 12; ++i)
        ring.push_back(circle(100 * std::cos(i * std::numbers::pi / 6), 100 * std::sin(i * std::numbers::pi / 6), 40));
    ring.push_back(circle(0, 0, 90));
    EXPECT_EQ(unionsOf(ring).ours.ringCount(), 1U);
    expectSame(ring);
}

TEST(CatchmentUnion, AHoleWithinAFilledMiddleStays) {
    // Dense all over a square but for a round clearing: rims around the clearing lie within a middle that only hidden catchments fill.
    std::vector<Catchment> dense;
    for (int x = -20; x <= 20; ++x) {
        for (int y = -20; y <= 20; ++y) {
            if (std::hypot(x, y) > 6) dense.push_back(circle(10 * x, 10 * y, 25));
        }
    }
    EXPECT_EQ(unionsOf(dense).ours.ringCount(), 2U);
    expectSame(dense);
}

TEST(CatchmentUnion, IsTheUnionWhateverTheWorld) {
    std::mt19937 random(7);
    for (const int count : {3, 10, 50, 400}) {
        for (int world = 0; world < 12; ++world) {
            std::uniform_real_distribution<double> place(0, 1000);
            std::uniform_real_distribution<double> radius(5, world % 2 == 0 ? 30 : 150);
            std::vector<Catchment> catchments;
            for (int i = 0; i < count; ++i) catchments.push_back(circle(place(random), place(random), radius(random)));
            SCOPED_TRACE(testing::Message() << count << " catchments, world " << world);
            expectSame(catchments);
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
