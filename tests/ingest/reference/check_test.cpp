#include "ingest/reference/check.h"

#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"
#include "tests/ingest/reference/reference_world.h"

namespace raquette::ingest {
namespace {

using testing::ring;
using testing::square;

TEST(SurelyValid, VouchesForOneSimpleRing) {
    EXPECT_TRUE(surelyValid(square(4, 45)));
    EXPECT_TRUE(surelyValid(ring({{0, 0}, {4, 0}, {4, 3}, {2, 1}, {0, 3}})));
    EXPECT_TRUE(surelyValid(ring({{0, 0}, {1, 0}, {2, 0}, {2, 2}, {0, 2}})));  // a corner on a straight side
}

struct Doubtful {
    const char* what;
    geometry::GeoShape shape;
    bool valid;  // what GEOS then says
};

TEST(SurelyValid, LeavesEveryDoubtToGeos) {
    geometry::GeoShape withHole = square(0, 0, 3);
    withHole.polygonEnds.clear();
    withHole.points.insert(withHole.points.end(), {{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}});
    withHole.closeRing();
    withHole.closePolygon();
    geometry::GeoShape overlapping = square(0, 0, 2);
    overlapping.append(square(1, 1, 2));
    const std::vector<Doubtful> doubts{
        {"bow tie", ring({{0, 0}, {2, 2}, {2, 0}, {0, 2}}), false},
        {"spike", ring({{0, 0}, {2, 0}, {4, 0}, {2, 0}, {2, 2}, {0, 2}}), false},
        {"touches itself at a corner", ring({{0, 0}, {2, 2}, {4, 0}, {4, 4}, {2, 2}, {0, 4}}), false},
        {"touches itself along a side", ring({{0, 0}, {4, 0}, {4, 2}, {3, 2}, {3, 0}, {1, 0}, {1, 2}, {0, 2}}), false},
        {"crosses where it closes", ring({{1, 1}, {3, 0}, {3, 3}, {0, 0}, {2, 3}}), false},
        {"hole", withHole, true},
        {"overlapping parts", overlapping, false},
    };
    for (const Doubtful& doubt : doubts) {
        EXPECT_FALSE(surelyValid(doubt.shape)) << doubt.what;
        EXPECT_EQ(!geometry::invalidity(doubt.shape).has_value(), doubt.valid) << doubt.what;
    }
}

TEST(RepairIfInvalid, SaysWhyAndLeavesAValidShape) {
    geometry::GeoShape bowTie = ring({{0, 0}, {2, 2}, {2, 0}, {0, 2}});
    ASSERT_TRUE(repairIfInvalid(bowTie).has_value());
    EXPECT_EQ(geometry::invalidity(bowTie), std::nullopt);
    EXPECT_EQ(bowTie.polygonCount(), 2U);
    geometry::GeoShape sound = square(4, 45);
    EXPECT_EQ(repairIfInvalid(sound), std::nullopt);
    EXPECT_EQ(sound, square(4, 45));
}

}  // namespace
}  // namespace raquette::ingest
