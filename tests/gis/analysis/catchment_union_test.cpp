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

Unions unionsOf(std::vector<Catchment> catchments) {
    std::vector<PlaneShape> shapes;
    for (const Catchment& catchment : catchments) shapes.push_back(catchment.shape);
    cutToCells(catchments);
    return {catchmentUnion(catchments), geometry::unaryUnion(std::span<const PlaneShape>(shapes))};
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

std::vector<Catchment> scattered(std::mt19937& random, int count, double widest) {
    std::uniform_real_distribution<double> place(0, 1000);
    std::uniform_real_distribution<double> radius(5, widest);
    std::vector<Catchment> catchments;
    for (int i = 0; i < count; ++i) catchments.push_back(circle(place(random), place(random), radius(random)));
    return catchments;
}

TEST(CatchmentCells, CoverTogetherWhatTheCatchmentsDoAndNoMore) {
    std::mt19937 random(11);
    for (const int count : {2, 20, 200}) {
        for (const bool alike : {false, true}) {
            std::vector<Catchment> catchments = scattered(random, count, 150);
            if (alike) {
                for (Catchment& one : catchments) one = circle(one.centre.x, one.centre.y, 80);
            }
            catchments.push_back(catchments.front());  // two at the same place
            cutToCells(catchments);
            std::vector<PlaneShape> shapes;
            std::vector<PlaneShape> cells;
            for (const Catchment& one : catchments) {
                shapes.push_back(one.shape);
                if (!one.cell.empty()) cells.push_back(one.cell);
            }
            EXPECT_LT(cells.size(), shapes.size());
            const PlaneShape all = geometry::unaryUnion(std::span<const PlaneShape>(shapes));
            const PlaneShape kept = geometry::unaryUnion(std::span<const PlaneShape>(cells));
            EXPECT_LT(areaOf(geometry::difference(all, kept)).value, 1e-9 * areaOf(all).value) << count << " catchments";
            EXPECT_LT(areaOf(geometry::difference(kept, all)).value, 1e-9 * areaOf(all).value) << count << " catchments";
        }
    }
}

TEST(CatchmentUnion, IsTheUnionWhateverTheWorld) {
    std::mt19937 random(7);
    for (const int count : {3, 10, 50, 400}) {
        for (int world = 0; world < 12; ++world) {
            SCOPED_TRACE(testing::Message() << count << " catchments, world " << world);
            expectSame(scattered(random, count, world % 2 == 0 ? 30 : 150));
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
