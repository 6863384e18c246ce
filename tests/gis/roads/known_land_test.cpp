#include "gis/roads/known_land.h"

#include <gtest/gtest.h>
#include <random>

namespace raquette::roads {
namespace {

/// A road from west to east, some 8 km.
RoadGraph road() {
    RawRoads raw;
    for (int i = 0; i <= 10; ++i) {
        raw.vertices.push_back(static_cast<std::uint32_t>(raw.points.size()));
        raw.points.push_back(toPosition({3 + i * 0.01, 45}));
    }
    raw.roads.push_back({0, 60, 60, 0, true});
    return makeGraph(raw);
}

geometry::GeoShape ring(const std::vector<geometry::LonLat>& corners) {
    geometry::GeoShape shape;
    shape.points = corners;
    shape.points.push_back(corners.front());
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

void addTo(KnownLand& known, const geometry::GeoShape& territory) {
    const geometry::GeoShape* const one = &territory;
    known.add(std::span(&one, 1));
}

TEST(KnownLand, EndsSomeKilometresFromTheLastRoad) {
    const KnownLand known(road());
    EXPECT_TRUE(known.holds({3.05, 45}));
    EXPECT_TRUE(known.holds({3.05, 45.02}));
    EXPECT_FALSE(known.holds({3.05, 45.3})) << "no road there, or no extract";
    EXPECT_FALSE(known.holds({13, 45}));
}

TEST(KnownLand, ReachesToTheLastMountainOfATerritory) {
    KnownLand known(road());
    const geometry::GeoShape commune = ring({{3, 44.99}, {3.1, 44.99}, {3.05, 45.4}});
    addTo(known, commune);
    EXPECT_TRUE(known.holds({3.05, 45.3}));
    EXPECT_TRUE(known.holds({3.05, 45.399})) << "to its summit";
    EXPECT_FALSE(known.holds({3.2, 45.3})) << "beside it";
    EXPECT_FALSE(known.holds({3.05, 45.45})) << "beyond it";
    EXPECT_TRUE(known.holds({3.05, 45}));
}

TEST(KnownLand, LeavesOutTheLakeOfAnother) {
    KnownLand known;
    geometry::GeoShape withHole;
    withHole.points = {{3, 45}, {4, 45}, {4, 46}, {3, 46}, {3, 45}};
    withHole.closeRing();
    withHole.points.insert(withHole.points.end(), {{3.4, 45.4}, {3.4, 45.6}, {3.6, 45.6}, {3.6, 45.4}, {3.4, 45.4}});
    withHole.closeRing();
    withHole.closePolygon();
    addTo(known, withHole);
    EXPECT_TRUE(known.holds({3.2, 45.5}));
    EXPECT_FALSE(known.holds({3.5, 45.5}));
}

/// Property: every place of a convex territory is known, and none that is two kilometres off.
TEST(KnownLand, HoldsEveryPlaceOfATerritory) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> unit(0, 1);
    for (int round = 0; round < 50; ++round) {
        const geometry::LonLat a{unit(random), 45 + unit(random)};
        const geometry::LonLat b{a.lon + 0.1 + unit(random), a.lat + 0.1};
        const geometry::LonLat c{a.lon, a.lat + 0.2 + unit(random)};
        const geometry::GeoShape triangle = ring({a, b, c});
        KnownLand known;
        addTo(known, triangle);
        for (int i = 0; i < 200; ++i) {
            double s = unit(random);
            double t = unit(random);
            if (s + t > 1) {
                s = 1 - s;
                t = 1 - t;
            }
            EXPECT_TRUE(
                known.holds({a.lon + s * (b.lon - a.lon) + t * (c.lon - a.lon), a.lat + s * (b.lat - a.lat) + t * (c.lat - a.lat)}));
            EXPECT_FALSE(known.holds({a.lon - 0.02 - unit(random), a.lat + 2 * unit(random)}));
        }
    }
}

}  // namespace
}  // namespace raquette::roads
