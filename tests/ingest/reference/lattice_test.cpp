#include "ingest/reference/lattice.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"
#include "tests/ingest/reference/reference_world.h"

#include <cmath>
#include <numeric>

namespace raquette::ingest {
namespace {

using testing::square;

std::int64_t sum(const std::vector<model::PopulationPoint>& people) {
    return std::accumulate(people.begin(), people.end(), std::int64_t{0}, [](std::int64_t s, const auto& p) { return s + p.people; });
}

TEST(LatticePoints, AreAbsoluteMultiplesOfTwoKilometresOnTheLand) {
    const geometry::GeoShape land = square(4, 45, 0.5);
    const auto points = latticePoints("42", land);
    const double cells = geometry::areaOf(geometry::toPlane(geometry::lambert93, land)).value / 4e6;
    EXPECT_NEAR(static_cast<double>(points.size()), cells, 0.05 * cells);  // whole rows and columns of some 27 by 19
    for (const geometry::LonLat point : points) {
        const auto plane = geometry::toPlane(geometry::lambert93, point);
        EXPECT_NEAR(std::remainder(plane.x, latticeSide), 0, 0.01);
        EXPECT_NEAR(std::remainder(plane.y, latticeSide), 0, 0.01);
        EXPECT_TRUE(geometry::contains(land, point));
    }
}

TEST(LatticePoints, StandInTheFrameOfTheirDepartement) {
    const auto points = latticePoints("974", square(55.4, -21.2, 0.3));  // La Réunion
    ASSERT_GT(points.size(), 100U);
    const auto plane = geometry::toPlane(geometry::Frame{2975}, points.front());
    EXPECT_NEAR(std::remainder(plane.x, latticeSide), 0, 0.01);
}

TEST(LatticePoints, SpareLakes) {
    geometry::GeoShape land = square(4, 45, 0.5);
    land.polygonEnds.clear();
    const geometry::GeoShape lake = square(4.1, 45.1, 0.3);
    land.points.insert(land.points.end(), lake.points.begin(), lake.points.end());
    land.closeRing();
    land.closePolygon();
    for (const geometry::LonLat point : latticePoints("42", land)) EXPECT_FALSE(geometry::contains(lake, point));
}

TEST(LatticePoints, LeaveNoLandWithoutAny) {
    const geometry::GeoShape island = square(4, 45, 0.001);
    const auto points = latticePoints("42", island);
    ASSERT_EQ(points.size(), 1U);
    EXPECT_TRUE(geometry::contains(island, points.front()));
    EXPECT_TRUE(latticePoints("42", {}).empty());
}

TEST(SpreadPeople, GivesWholePeopleEvenlyToTheLast) {
    const std::vector<geometry::LonLat> points(7, geometry::LonLat{4, 45});
    for (const std::int64_t people : {0, 1, 6, 7, 8, 100, 1'000'003}) {
        const auto spread = spreadPeople(people, points, 3);
        EXPECT_EQ(sum(spread), people);
        for (const auto& point : spread) {
            EXPECT_GT(point.people, 0);
            EXPECT_LE(std::abs(point.people - static_cast<double>(people) / 7), 1) << people;
            EXPECT_EQ(point.departement, 3);
        }
    }
}

}  // namespace
}  // namespace raquette::ingest
