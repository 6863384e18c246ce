#include "gis/analysis/travel/contour.h"

#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <cmath>
#include <limits>
#include <random>

namespace raquette::analysis {
namespace {

/// A field drawn with a digit per corner, north at the top; a space has no value. Corners are 100 m apart.
PlaneField drawn(const std::vector<std::string>& rows) {
    PlaneField field{{1000, 2000}, 100, rows.front().size(), rows.size(), {}};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (const char c : rows[rows.size() - 1 - row]) {
            field.values.push_back(c == ' ' ? std::numeric_limits<float>::infinity() : static_cast<float>(c - '0'));
        }
    }
    return field;
}

geometry::PlaneShape whole(const PlaneField& field, double level) {
    return contour(field, {0, 0, field.columns, field.rows}, level);
}

TEST(Contour, RunsWhereTheLevelIsPassed) {
    const PlaneField field = drawn({"444",  //
                                    "404",  //
                                    "444"});
    const geometry::PlaneShape diamond = whole(field, 2);
    ASSERT_EQ(diamond.polygonCount(), 1U);
    EXPECT_DOUBLE_EQ(areaOf(diamond).value, 2 * 50.0 * 50.0) << "half way to its four neighbours";
    EXPECT_TRUE(contains(diamond, {1100, 2100}));
    EXPECT_FALSE(contains(diamond, {1140, 2140}));
}

TEST(Contour, ClosesAlongTheEdgeOfItsWindow) {
    const PlaneField field = drawn({"111",  //
                                    "111"});
    EXPECT_DOUBLE_EQ(areaOf(whole(field, 2)).value, 200 * 100);
    EXPECT_TRUE(whole(field, 0.5).empty());
}

TEST(Contour, GoesHalfWayWhereThereIsNoValue) {
    const PlaneField field = drawn({"1 ",  //
                                    "1 "});
    EXPECT_DOUBLE_EQ(areaOf(whole(field, 2)).value, 50 * 100);
}

TEST(Contour, LeavesHolesAndIslandsInThem) {
    const PlaneField field = drawn({"1111111",  //
                                    "1999991",  //
                                    "1999991",  //
                                    "1991991",  //
                                    "1999991",  //
                                    "1999991",  //
                                    "1111111"});
    const geometry::PlaneShape shape = whole(field, 5);
    EXPECT_EQ(shape.polygonCount(), 2U);
    EXPECT_EQ(shape.ringCount(), 3U);
    EXPECT_TRUE(isValid(shape));
    EXPECT_TRUE(contains(shape, {1300, 2300}));
    EXPECT_FALSE(contains(shape, {1300, 2150}));
}

TEST(Contour, KeepsCornersApartThatMeetAtADiagonal) {
    const PlaneField field = drawn({"10",  //
                                    "01"});
    EXPECT_EQ(whole(field, 0.5).polygonCount(), 2U);
}

TEST(Contour, IsValidHoldsTheCornersAndFallsIntoTilesThatFitTogether) {
    std::mt19937 random(17);
    std::uniform_real_distribution<float> anything(0, 10);
    for (int world = 0; world < 60; ++world) {
        PlaneField field{{0, 0}, 100, 9 + random() % 12, 9 + random() % 12, {}};
        for (std::size_t i = 0; i < field.columns * field.rows; ++i) {
            field.values.push_back(random() % 7 == 0 ? std::numeric_limits<float>::infinity() : anything(random));
        }
        const geometry::PlaneShape all = whole(field, 5);
        ASSERT_TRUE(all.empty() || isValid(all)) << world;
        for (std::size_t row = 1; row + 1 < field.rows; ++row) {
            for (std::size_t column = 1; column + 1 < field.columns; ++column) {
                const geometry::PlanePoint corner{static_cast<double>(column) * 100, static_cast<double>(row) * 100};
                ASSERT_EQ(contains(all, corner), field.at(column, row) <= 5) << world << ": " << column << ", " << row;
            }
        }
        const std::size_t middle = field.columns / 2;
        const geometry::PlaneShape west = contour(field, {0, 0, middle + 1, field.rows}, 5);
        const geometry::PlaneShape east = contour(field, {middle, 0, field.columns - middle, field.rows}, 5);
        ASSERT_TRUE((west.empty() || isValid(west)) && (east.empty() || isValid(east))) << world;
        ASSERT_NEAR(areaOf(west).value + areaOf(east).value, areaOf(all).value, 1e-3) << world;
        geometry::Box box;
        box.include(static_cast<double>(random() % 900), static_cast<double>(random() % 900));
        box.include(static_cast<double>(random() % 900), static_cast<double>(random() % 900));
        const geometry::PlaneShape near = contour(field, windowAround(field, box), 5);
        for (int i = 0; i < 50; ++i) {
            const geometry::PlanePoint at{box.minX + (box.maxX - box.minX) * static_cast<double>(random() % 1000) / 1000,
                                          box.minY + (box.maxY - box.minY) * static_cast<double>(random() % 1000) / 1000};
            if (at.x < 0 || at.y < 0) continue;
            ASSERT_EQ(contains(near, at), contains(all, at)) << world << ": " << at.x << ", " << at.y;
        }
    }
}

}  // namespace
}  // namespace raquette::analysis
