#include "gis/analysis/lattice.h"

#include <random>

namespace raquette::analysis {
namespace {

geometry::PlaneShape ring(std::vector<geometry::PlanePoint> corners) {
    geometry::PlaneShape shape;
    shape.points = std::move(corners);
    shape.points.push_back(shape.points.front());
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

TEST(Lattice, HasThePlaceOfEveryCorner) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> anywhere(-5, 5);
    for (int round = 0; round < 2000; ++round) {
        const geometry::PlanePoint a{anywhere(random), anywhere(random)};
        const geometry::PlaneShape sliver = ring({a, {a.x + anywhere(random), a.y + anywhere(random)}, {a.x + 1e-4, a.y}});
        const geometry::PlaneShape* const owner = &sliver;
        const Lattice lattice(std::span(&owner, 1), 1);
        for (const geometry::PlanePoint& corner : sliver.points) ASSERT_NE(lattice.at(corner), noPlace);
    }
}

TEST(Lattice, MayLackThePlaceOfTheInsideOfASliver) {
    // The sliver crosses the corner of the place (1, 0) between two steps along its border.
    const geometry::PlaneShape sliver = ring({{0.15, 0.95}, {1.95, -0.85}, {1.9501, -0.8499}, {0.1501, 0.9501}});
    const geometry::PlaneShape* const owner = &sliver;
    const Lattice lattice(std::span(&owner, 1), 1);
    EXPECT_EQ(lattice.at({1.05, 0.05}), noPlace);
    EXPECT_NE(lattice.at(sliver.points.front()), noPlace);
}

}  // namespace
}  // namespace raquette::analysis
