#include "gis/geometry/wkb.h"

#include "gis/model/error.h"

namespace raquette::geometry {
namespace {

GeoShape twoIslands() {
    GeoShape shape;
    shape.points = {{0, 0}, {4, 0}, {4, 4}, {0, 0}, {2, 1}, {3, 1}, {3, 2}, {2, 1}, {10, 10}, {11, 10}, {11, 11}, {10, 10}};
    shape.ringEnds = {4, 8, 12};
    shape.polygonEnds = {2, 3};
    return shape;
}

TEST(Wkb, AShapeComesBackAsItWas) {
    EXPECT_EQ(geoShapeFromWkb(toWkb(twoIslands())), twoIslands());
}

TEST(Wkb, EveryTruncationIsRefused) {
    const std::vector<std::byte> whole = toWkb(twoIslands());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_THROW(geoShapeFromWkb(std::span(whole).first(size)), model::Error) << size;
    }
}

TEST(Wkb, AnAbsurdCountIsRefusedBeforeMemoryIsTaken) {
    std::vector<std::byte> wkb = toWkb(twoIslands());
    for (std::size_t i = 5; i < 9; ++i) wkb[i] = std::byte{0xff};
    EXPECT_THROW(geoShapeFromWkb(wkb), model::Error);
}

TEST(Wkb, ARingWithoutPointsIsNone) {
    std::vector<std::byte> wkb(13);  // POLYGON (()): byte order, type 3, one ring, no points
    for (const std::size_t at : {0U, 5U}) wkb[at] = std::byte{1};
    wkb[1] = std::byte{3};
    EXPECT_TRUE(geoShapeFromWkb(wkb).empty());
    EXPECT_EQ(geoShapeFromWkb(wkb).ringCount(), 0U);
}

TEST(Wkb, APointIsNoTerritory) {
    EXPECT_THROW(geoShapeFromWkb(toWkb(LonLat{2, 48})), model::Error);
}

TEST(Wkb, BigEndianAndHeightsAreRead) {
    // POLYGON Z ((0 0 9, 1 0 9, 1 1 9, 0 0 9)), big-endian, ISO type 1003
    std::vector<std::byte> wkb{std::byte{0}};
    const auto number = [&wkb](std::uint32_t value) {
        for (int shift = 24; shift >= 0; shift -= 8) wkb.push_back(static_cast<std::byte>(value >> shift));
    };
    const auto coordinate = [&wkb](double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (int shift = 56; shift >= 0; shift -= 8) wkb.push_back(static_cast<std::byte>(bits >> shift));
    };
    number(1003);
    number(1);
    number(4);
    for (const auto& [x, y] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 0.0}}) {
        coordinate(x);
        coordinate(y);
        coordinate(9);
    }
    EXPECT_THAT(geoShapeFromWkb(wkb).points, ::testing::ElementsAre(LonLat{0, 0}, LonLat{1, 0}, LonLat{1, 1}, LonLat{0, 0}));
}

}  // namespace
}  // namespace raquette::geometry
