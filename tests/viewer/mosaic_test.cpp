#include "viewer/map/mosaic.h"

#include "gis/geometry/measure.h"
#include "viewer/map/simplification.h"

#include <array>
#include <cmath>
#include <random>

namespace raquette::viewer {
namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

PlaneShape shapeOf(const std::vector<std::vector<PlanePoint>>& rings) {
    PlaneShape shape;
    for (const auto& ring : rings) {
        shape.points.insert(shape.points.end(), ring.begin(), ring.end());
        shape.closeRing();
    }
    shape.closePolygon();
    return shape;
}

Mosaic mosaicOf(const std::vector<PlaneShape>& shapes) {
    std::vector<const PlaneShape*> areas;
    for (const PlaneShape& shape : shapes) areas.push_back(&shape);
    return viewer::mosaicOf(areas);
}

/// A lattice of quarters with crooked sides: `side` × `side` areas of 10 km, each side walked in many steps, the same both ways.
std::vector<PlaneShape> crooked(int side, unsigned seed) {
    constexpr int steps = 40;
    constexpr double length = 10000;
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> shake(-900, 900);
    const auto line = [&](PlanePoint from, PlanePoint to) {
        std::vector<PlanePoint> points{from};
        for (int i = 1; i < steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            points.push_back({from.x + t * (to.x - from.x) + shake(random), from.y + t * (to.y - from.y) + shake(random)});
        }
        points.push_back(to);
        return points;
    };
    std::vector<std::vector<PlanePoint>> across;  // eastwards, row by row
    std::vector<std::vector<PlanePoint>> up;
    for (int row = 0; row <= side; ++row) {
        for (int column = 0; column <= side; ++column) {
            const PlanePoint here{column * length, row * length};
            across.push_back(line(here, {here.x + length, here.y}));
            up.push_back(line(here, {here.x, here.y + length}));
        }
    }
    const auto at = [side](int row, int column) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(side + 1) + static_cast<std::size_t>(column);
    };
    std::vector<PlaneShape> shapes;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            std::vector<PlanePoint> ring;
            const auto add = [&](const auto& begin, const auto& end) { ring.insert(ring.end(), begin, end); };
            add(across[at(row, column)].begin(), across[at(row, column)].end() - 1);
            add(up[at(row, column + 1)].begin(), up[at(row, column + 1)].end() - 1);
            add(across[at(row + 1, column)].rbegin(), across[at(row + 1, column)].rend() - 1);
            add(up[at(row, column)].rbegin(), up[at(row, column)].rend());
            if ((row + column) % 2 == 1) std::reverse(ring.begin(), ring.end());  // whichever way rings turn
            shapes.push_back(shapeOf({ring}));
        }
    }
    return shapes;
}

/// Twice the area around a patch at a level of detail.
double area2(const Mosaic& mosaic, const Patch& patch, const Mosaic::Detail& detail) {
    double sum = 0;
    for (const Patch::Side& side : patch.sides) {
        const auto line = detail.of(side.border);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double cross = static_cast<double>(line[i - 1].x) * static_cast<double>(line[i].y) -
                                 static_cast<double>(line[i].x) * static_cast<double>(line[i - 1].y);
            sum += side.forward ? cross : -cross;
        }
    }
    EXPECT_EQ(patch.rings.empty() ? 0 : patch.rings.back().end, patch.sides.size());
    EXPECT_EQ(mosaic.details.front().ends.size(), mosaic.borders.size());
    return sum;
}

double area2(const PlaneShape& shape) {
    return 2 * geometry::areaOf(shape).value;
}

TEST(Mosaic, WhatTwoNeighboursShareIsThereOnce) {
    const Mosaic mosaic = mosaicOf(crooked(4, 1));
    EXPECT_EQ(mosaic.borders.size(), 40U - 4) << "4 × 5 × 2 sides, of which the four corners join two each";
    int shared = 0;
    for (const Border& border : mosaic.borders) shared += border.left != noArea && border.right != noArea ? 1 : 0;
    EXPECT_EQ(shared, 24);
}

TEST(Mosaic, EveryAreaComesBackWhole) {
    const std::vector<PlaneShape> shapes = crooked(5, 2);
    const Mosaic mosaic = mosaicOf(shapes);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        std::vector<bool> in(shapes.size(), false);
        in[i] = true;
        EXPECT_NEAR(area2(mosaic, patchOf(mosaic, in), mosaic.details.front()), area2(shapes[i]), 1e-5 * area2(shapes[i]));
    }
}

TEST(Mosaic, SimplifiedNeighboursStillMeet) {
    // Whatever the detail, the parts sum up to the whole: no sliver between them, no overlap.
    const std::vector<PlaneShape> shapes = crooked(5, 3);
    const Mosaic mosaic = mosaicOf(shapes);
    for (const Mosaic::Detail& detail : mosaic.details) {
        double parts = 0;
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            std::vector<bool> in(shapes.size(), false);
            in[i] = true;
            parts += area2(mosaic, patchOf(mosaic, in), detail);
        }
        EXPECT_NEAR(parts, area2(mosaic, patchOf(mosaic), detail), 1e-6 * parts) << detail.tolerance;
    }
    EXPECT_LT(mosaic.details.back().points.size(), mosaic.details.front().points.size() / 5);
}

TEST(Mosaic, APatchHasNoBorderInside) {
    const std::vector<PlaneShape> shapes = crooked(3, 4);
    const Mosaic mosaic = mosaicOf(shapes);
    EXPECT_EQ(patchOf(mosaic).rings.size(), 1U);
    std::vector<bool> ring(9, true);
    ring[4] = false;
    const Patch around = patchOf(mosaic, ring);
    EXPECT_EQ(around.rings.size(), 2U) << "the middle is left out";
    for (const Patch::Side& side : around.sides) {
        const Border& border = mosaic.borders[side.border];
        EXPECT_TRUE(border.left == noArea || border.right == noArea || border.left == 4 || border.right == 4);
    }
    EXPECT_TRUE(patchOf(mosaic, std::vector<bool>(9, false)).empty());
}

TEST(Mosaic, AnEnclaveAndItsSurroundingsShareTheirBorder) {
    const std::vector<PlanePoint> inner{{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}};
    const std::vector<PlaneShape> shapes{shapeOf({{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {inner.rbegin(), inner.rend()}}),
                                         shapeOf({{{6, 6}, {4, 6}, {4, 4}, {6, 4}, {6, 6}}})};
    const Mosaic mosaic = mosaicOf(shapes);
    ASSERT_EQ(mosaic.borders.size(), 2U);
    EXPECT_NE(mosaic.borders[1].right, noArea) << "wherever each ring starts";
    EXPECT_NEAR(area2(mosaic, patchOf(mosaic), mosaic.details.front()), 200, 1e-6);
}

TEST(Mosaic, AreasThatOverlapOrDoNotMatchKeepTheirOwnBorders) {
    const PlaneShape one = shapeOf({{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}});
    const PlaneShape beside = shapeOf({{{10, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 5}, {10, 0}}});  // a vertex that only one side has
    for (const std::vector<PlaneShape>& shapes : {std::vector{one, one}, std::vector{one, beside}}) {
        const Mosaic mosaic = mosaicOf(shapes);
        for (const std::vector<bool>& in : {std::vector{true, false}, std::vector{false, true}})
            EXPECT_NEAR(area2(mosaic, patchOf(mosaic, in), mosaic.details.front()), 200, 1e-4);
    }
}

TEST(Mosaic, NothingAndDegenerateRingsMakeNothing) {
    EXPECT_TRUE(mosaicOf(std::vector<PlaneShape>{}).empty());
    const Mosaic mosaic = mosaicOf(std::vector{shapeOf({{{0, 0}, {0, 0}, {1, 1}, {0, 0}}}), PlaneShape{}});
    EXPECT_TRUE(mosaic.empty());
    EXPECT_TRUE(patchOf(mosaic).empty());
}

double distance(PlanePoint p, PlanePoint a, PlanePoint b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const double along = length > 0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length), 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - along * (b.x - a.x), p.y - a.y - along * (b.y - a.y));
}

TEST(Simplification, NoPointIsFartherFromTheLineThanTheTolerance) {
    std::mt19937 random(5);
    std::normal_distribution<double> step(0, 100);
    for (const bool closed : {false, true}) {
        std::vector<PlanePoint> line{{0, 0}};
        for (int i = 0; i < 400; ++i) line.push_back({line.back().x + step(random), line.back().y + step(random)});
        if (closed) line.push_back(line.front());
        std::vector<float> ranks(line.size());
        rankPoints(line, ranks);
        for (const double tolerance : {10.0, 80.0, 500.0}) {
            std::vector<PlanePoint> kept;
            for (std::size_t i = 0; i < line.size(); ++i) {
                if (static_cast<double>(ranks[i]) > tolerance) kept.push_back(line[i]);
            }
            ASSERT_GE(kept.size(), 2U);
            EXPECT_LT(kept.size(), line.size());
            for (const PlanePoint& point : line) {
                double nearest = 1e9;
                for (std::size_t i = 1; i < kept.size(); ++i) nearest = std::min(nearest, distance(point, kept[i - 1], kept[i]));
                EXPECT_LE(nearest, tolerance * (1 + 1e-6));
            }
        }
    }
}

}  // namespace
}  // namespace raquette::viewer
