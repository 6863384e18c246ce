#include "gis/geometry/dissolve.h"

#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"

#include <numeric>
#include <random>
#include <string>

namespace raquette::geometry {
namespace {

/// One unit square per letter; a space is the sea.
std::vector<PlaneShape> squares(const std::vector<std::string>& rows) {
    std::vector<PlaneShape> units;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (rows[row][column] == ' ') continue;
            const auto x = static_cast<double>(column);
            const auto y = -static_cast<double>(row);
            PlaneShape unit;
            unit.points = {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}, {x, y}};
            if ((row + column) % 2 == 0) std::reverse(unit.points.begin(), unit.points.end());  // rings may turn either way
            unit.closeRing();
            unit.closePolygon();
            units.push_back(unit);
        }
    }
    return units;
}

PlaneShape dissolveAll(const std::vector<PlaneShape>& units) {
    std::vector<std::uint32_t> all(units.size());
    std::iota(all.begin(), all.end(), 0u);
    return dissolve(units, all);
}

TEST(Dissolve, NeighboursBecomeOne) {
    const PlaneShape joined = dissolveAll(squares({"aa", "aa"}));
    EXPECT_EQ(joined.polygonCount(), 1u);
    EXPECT_EQ(joined.ringCount(), 1u);
    EXPECT_DOUBLE_EQ(areaOf(joined).value, 4);
}

TEST(Dissolve, ALakeStaysAHole) {
    const PlaneShape joined = dissolveAll(squares({"aaa", "a a", "aaa"}));
    EXPECT_EQ(joined.polygonCount(), 1u);
    EXPECT_EQ(joined.ringCount(), 2u);
    EXPECT_DOUBLE_EQ(areaOf(joined).value, 8);
    EXPECT_TRUE(isValid(joined));
}

TEST(Dissolve, AnIslandInALakeIsAPolygonOfItsOwn) {
    const PlaneShape joined = dissolveAll(squares({"aaaaa", "a   a", "a a a", "a   a", "aaaaa"}));
    EXPECT_EQ(joined.polygonCount(), 2u);
    EXPECT_EQ(joined.ringCount(), 3u);
    EXPECT_TRUE(isValid(joined));
}

TEST(Dissolve, CornersThatTouchDoNotJoin) {
    const PlaneShape joined = dissolveAll(squares({"a ", " a"}));
    EXPECT_EQ(joined.polygonCount(), 2u);
    EXPECT_TRUE(isValid(joined));
}

TEST(Dissolve, ALakeThatTouchesTheShoreInOnePointStaysALake) {
    const PlaneShape joined = dissolveAll(squares({"aaaa", "a aa", "aa a", "aaaa"}));
    EXPECT_TRUE(isValid(joined));
    EXPECT_DOUBLE_EQ(areaOf(joined).value, 14);
    EXPECT_EQ(joined.polygonCount(), 1u);
    EXPECT_EQ(joined.ringCount(), 3u);
}

TEST(Dissolve, OnAnyWorldItEqualsTheOverlayAndIsValid) {
    std::mt19937 random(11);
    for (int world = 0; world < 300; ++world) {
        std::vector<std::string> rows(9, std::string(9, ' '));
        for (std::string& row : rows) {
            for (char& cell : row) cell = random() % 3 == 0 ? ' ' : 'a';
        }
        const std::vector<PlaneShape> units = squares(rows);
        const PlaneShape ours = dissolveAll(units);
        const PlaneShape overlay = unaryUnion(std::span<const PlaneShape>(units));
        ASSERT_TRUE(isValid(ours)) << world;
        ASSERT_EQ(ours.polygonCount(), overlay.polygonCount()) << world;
        ASSERT_EQ(ours.ringCount(), overlay.ringCount()) << world;
        ASSERT_DOUBLE_EQ(areaOf(ours).value, areaOf(overlay).value) << world;
    }
}

TEST(Dissolve, BordersThatDoNotMatchAreNoticed) {
    std::vector<PlaneShape> units = squares({"aa"});
    units[1].points.insert(units[1].points.begin() + 1, PlanePoint{1, 0.5});  // a vertex that only one side has
    units[1].points = {{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 0.5}, {1, 0}};
    units[1].ringEnds = {6};
    EXPECT_FALSE(isValid(dissolveAll(units)));
}

}  // namespace
}  // namespace raquette::geometry
