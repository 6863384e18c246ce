#include "gis/geometry/nearest.h"

#include "gis/geometry/geodesic.h"
#include "gis/geometry/locator.h"
#include "gis/geometry/measure.h"

#include <cmath>
#include <random>

namespace raquette::geometry {
namespace {

TEST(PlaneIndex, FindsWhatLookingAtEveryPointFinds) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> at(0, 1000);
    std::vector<PlanePoint> points(200);
    for (PlanePoint& point : points) point = {std::round(at(random)), std::round(at(random))};  // rounded: ties happen
    points[17] = points[100];
    const PlaneIndex index(points);
    for (int i = 0; i < 2000; ++i) {
        const PlanePoint from{std::round(at(random)), std::round(at(random))};
        Neighbour truth;
        for (std::uint32_t p = 0; p < points.size(); ++p) {
            const double distance = std::hypot(points[p].x - from.x, points[p].y - from.y);
            if (distance < truth.distance) truth = {p, distance};
        }
        ASSERT_EQ(index.nearest(from).index, truth.index);
        ASSERT_DOUBLE_EQ(index.nearest(from).distance, truth.distance);
    }
}

TEST(PlaneIndex, NothingIsInfinitelyFar) {
    EXPECT_TRUE(std::isinf(PlaneIndex({}).nearest({0, 0}).distance));
    EXPECT_TRUE(PlaneIndex({}).nearest({0, 0}, 2).empty());
    EXPECT_TRUE(std::isinf(EarthIndex({}).nearest({0, 0}).distance));
}

TEST(EarthIndex, TheNearestAcceptedIsWhatLookingAtEveryPointFinds) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-4, 8);
    std::uniform_real_distribution<double> lat(43, 50);
    std::vector<LonLat> points(300);
    for (LonLat& point : points) point = {lon(random), lat(random)};
    points[200] = points[20];  // of equally near ones the smaller index
    const EarthIndex index(points);
    for (std::uint32_t share = 1; share < 400; ++share) {
        const LonLat from = share % 2 == 0 ? points[20] : LonLat{lon(random), lat(random)};
        const auto accepts = [share](std::uint32_t point) { return (point * 7) % share == 0; };
        Neighbour truth;
        for (std::uint32_t p = 0; p < points.size(); ++p) {
            const auto a = inSpace(from);
            const auto b = inSpace(points[p]);
            const double distance = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
            if (accepts(p) && distance < truth.distance) truth = {p, distance};
        }
        ASSERT_EQ(index.nearest(from, accepts).index, truth.index);
    }
    EXPECT_TRUE(std::isinf(index.nearest({2, 46}, [](std::uint32_t) { return false; }).distance));
    EXPECT_TRUE(std::isinf(EarthIndex({}).nearest({2, 46}, [](std::uint32_t) { return true; }).distance));
}

TEST(EarthIndex, WithinVisitsExactlyThosePoints) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(-4, 8);
    std::uniform_real_distribution<double> lat(43, 50);
    std::vector<LonLat> points(300);
    for (LonLat& point : points) point = {lon(random), lat(random)};
    const EarthIndex index(points);
    const LonLat from{2, 46};
    std::size_t visited = 0;
    index.within(from, 200000, [&](Neighbour neighbour) {
        EXPECT_LE(neighbour.distance, 200000);
        ++visited;
        return true;
    });
    std::size_t truth = 0;
    for (const LonLat& point : points) {
        const auto a = inSpace(from);
        const auto b = inSpace(point);
        truth += std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) <= 200000 ? 1u : 0u;
    }
    EXPECT_GT(truth, 5u);
    EXPECT_EQ(visited, truth);
}

TEST(Locator, AgreesWithLookingAtEveryShape) {
    std::mt19937 random(9);
    std::uniform_real_distribution<double> at(-1, 11);
    std::vector<PlaneShape> shapes;
    for (int column = 0; column < 5; ++column) {
        PlaneShape ring;  // a square with a hole
        const double x = column * 2;
        ring.points = {{x, 0},       {x + 2, 0},   {x + 2, 9},   {x, 9},       {x, 0},
                       {x + 0.5, 1}, {x + 1.5, 1}, {x + 1.5, 4}, {x + 0.5, 4}, {x + 0.5, 1}};
        ring.ringEnds = {5, 10};
        ring.polygonEnds = {2};
        shapes.push_back(ring);
    }
    const Locator locator(shapes);
    for (int i = 0; i < 5000; ++i) {
        const PlanePoint point{at(random), at(random)};
        std::optional<std::uint32_t> truth;
        for (std::uint32_t s = 0; s < shapes.size(); ++s) {
            if (contains(shapes[s], point)) truth = s;
        }
        ASSERT_EQ(locator.at(point), truth) << point.x << " " << point.y;
    }
}

TEST(Measure, APointInsideIsInside) {
    PlaneShape u;  // a U: its middle is outside
    u.points = {{0, 0}, {10, 0}, {10, 10}, {8, 10}, {8, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}};
    u.ringEnds = {9};
    u.polygonEnds = {1};
    EXPECT_TRUE(contains(u, pointInside(u, 0)));
    EXPECT_DOUBLE_EQ(areaOf(u).value, 52);
}

}  // namespace
}  // namespace raquette::geometry
