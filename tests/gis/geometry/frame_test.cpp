#include "gis/geometry/frame.h"

#include "gis/model/error.h"

#include <cmath>

namespace raquette::geometry {
namespace {

TEST(Frame, EachLandHasItsOwn) {
    EXPECT_EQ(frameOfDepartement("2A"), lambert93);
    EXPECT_EQ(frameOfDepartement("971").epsg, 5490);
    EXPECT_EQ(frameOfDepartement("972").epsg, 5490);
    EXPECT_EQ(frameOfDepartement("973").epsg, 2972);
    EXPECT_EQ(frameOfDepartement("974").epsg, 2975);
    EXPECT_EQ(frameOfDepartement("976").epsg, 4471);
}

TEST(Frame, AProviderAbroadUsesTheLandItReachesAndElsewhereItsUtmZone) {
    EXPECT_EQ(frameAt({6.13, 49.61}), lambert93);      // Luxembourg
    EXPECT_EQ(frameAt({55.45, -20.88}).epsg, 2975);    // Saint-Denis
    EXPECT_EQ(frameAt({-73.6, 45.5}).epsg, 32618);     // Montréal
    EXPECT_EQ(frameAt({166.45, -22.27}).epsg, 32758);  // Nouméa
}

TEST(Frame, Lambert93IsIgnsOwn) {
    // The origin of the projection is 3° E, 46.5° N at (700000, 6600000) by its definition.
    const PlanePoint origin = toPlane(lambert93, LonLat{3, 46.5});
    EXPECT_NEAR(origin.x, 700000, 1e-3);
    EXPECT_NEAR(origin.y, 6600000, 1e-3);
}

TEST(Frame, ThereAndBackIsTheSamePlace) {
    for (const LonLat place : {LonLat{-4.49, 48.39}, {9.45, 42.70}, {-61.53, 16.24}, {-52.33, 4.94}, {55.45, -20.88}, {45.23, -12.78}}) {
        const Frame frame = frameAt(place);
        const LonLat back = toLonLat(frame, toPlane(frame, place));
        EXPECT_NEAR(back.lon, place.lon, 1e-9) << frame.epsg;
        EXPECT_NEAR(back.lat, place.lat, 1e-9) << frame.epsg;
    }
}

TEST(Frame, AnUnknownCrsIsRefusedByName) {
    EXPECT_THROW((void)toLonLat("EPSG:999999", {PlanePoint{0, 0}}), model::Error);
    EXPECT_NEAR(toLonLat("EPSG:27572", {PlanePoint{600000, 2200000}}).front().lon, 2.3372, 1e-3);  // the Paris meridian
}

}  // namespace
}  // namespace raquette::geometry
