#include "gis/report/mesh.h"

#include "tests/gis/store/tiny_world.h"

#include <cmath>

namespace raquette::report {
namespace {

using geometry::GeoShape;
using geometry::LonLat;
using store::test::rectangle;
using testing::ElementsAre;
using testing::SizeIs;

GeoShape shapeOf(std::vector<LonLat> ring) {
    GeoShape shape;
    shape.points = std::move(ring);
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

/// Two squares side by side; the border between them, from the south to the north, wriggles by about two kilometres.
struct Neighbours {
    std::vector<LonLat> border;
    std::vector<GeoShape> both;

    Neighbours() {
        for (int i = 0; i <= 40; ++i) border.push_back({1 + 0.03 * std::sin(i), 46 + i / 40.0});
        std::vector<LonLat> west{{0, 47}, {0, 46}};
        std::vector<LonLat> east{{2, 46}, {2, 47}};
        west.insert(west.end(), border.begin(), border.end());
        east.insert(east.end(), border.rbegin(), border.rend());
        west.push_back(west.front());
        east.push_back(east.front());
        both = {shapeOf(west), shapeOf(east)};
    }
};

TEST(Mesh, KeepsASharedBorderOnceForBothNeighbours) {
    const Neighbours neighbours;
    const Mesh mesh = meshOf(neighbours.both, model::Metres{500});
    ASSERT_THAT(mesh.arcs, SizeIs(3)) << "the border, and what each has alone";
    const Mesh::Ring& west = mesh.shapes[0].at(0).at(0);
    const Mesh::Ring& east = mesh.shapes[1].at(0).at(0);
    int shared = 0;
    for (const std::int32_t arc : west) shared += static_cast<int>(std::ranges::count(east, ~arc));
    EXPECT_EQ(shared, 1) << "walked one way by one, the other way by the other";
}

TEST(Mesh, LeavesOutOnlyPointsThatDoNotMatter) {
    const Neighbours neighbours;
    std::size_t all = 0;
    std::size_t few = 0;
    for (const auto& arc : meshOf(neighbours.both, model::Metres{1}).arcs) all += arc.size();
    for (const auto& arc : meshOf(neighbours.both, model::Metres{5000}).arcs) few += arc.size();
    EXPECT_EQ(all, 41U + 2 * 4U) << "ends of stretches are written in each";
    EXPECT_EQ(few, 2U + 2 * 4U) << "of the border its ends are left";
}

TEST(Mesh, AnOutlineWithoutNeighboursIsOneClosedArc) {
    const Mesh mesh = meshOf(std::vector{rectangle(0, 46, 1, 47)}, model::Metres{100});
    ASSERT_THAT(mesh.arcs, SizeIs(1));
    EXPECT_THAT(mesh.arcs[0], SizeIs(5));
    EXPECT_NEAR(mesh.arcs[0].front().lon, mesh.arcs[0].back().lon, 1e-12);
}

TEST(Mesh, TheSameOutlineDrawnTwiceIsWrittenOnce) {
    const Mesh mesh = meshOf(std::vector{rectangle(0, 46, 1, 47), rectangle(0, 46, 1, 47)}, model::Metres{100});
    EXPECT_THAT(mesh.arcs, SizeIs(1));
    EXPECT_EQ(mesh.shapes[0], mesh.shapes[1]);
}

TEST(Mesh, LeavesOutIslandsBelowTheTolerance) {
    const std::vector<GeoShape> islands{rectangle(0, 46, 0.001, 46.001), rectangle(0, 45, 1, 46)};
    const Mesh mesh = meshOf(islands, model::Metres{1000});
    EXPECT_THAT(mesh.shapes[0], SizeIs(0));
    EXPECT_THAT(mesh.shapes[1], SizeIs(1));
}

TEST(Clipped, KeepsWhatLiesInTheRectangle) {
    const GeoShape square = rectangle(0, 46, 2, 48);
    EXPECT_EQ(clipped(square, -1, 45, 3, 49), square);
    EXPECT_TRUE(clipped(square, 3, 45, 4, 49).empty());
    const GeoShape corner = clipped(square, 1, 47, 3, 49);
    double west = 9;
    double south = 99;
    for (const LonLat& point : corner.points) {
        west = std::min(west, point.lon);
        south = std::min(south, point.lat);
    }
    EXPECT_EQ(west, 1);
    EXPECT_EQ(south, 47);
    EXPECT_THAT(corner.polygonEnds, ElementsAre(1U));
}

TEST(Clipped, CutsBothNeighboursAtTheSamePlaces) {
    const Neighbours neighbours;
    const std::vector<GeoShape> both{clipped(neighbours.both[0], 0.5, 46.31, 1.5, 46.73),
                                     clipped(neighbours.both[1], 0.5, 46.31, 1.5, 46.73)};
    EXPECT_THAT(meshOf(both, model::Metres{10}).arcs, SizeIs(3));
}

}  // namespace
}  // namespace raquette::report
