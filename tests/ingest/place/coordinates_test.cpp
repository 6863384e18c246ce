#include "ingest/place/coordinates.h"
#include "ingest/place/angle.h"
#include "tests/ingest/expectations.h"

namespace raquette::ingest {
namespace {

TEST(Coordinates, ReadsEveryWayToTypeAPosition) {
    for (const char* cell : {"45.43, 4.39", "45.43,4.39", "45,43; 4,39", "45,43, 4,39", "45.43 4.39"}) {
        const PositionReadings readings = readCoordinatesCell(cell, "");
        ASSERT_FALSE(readings.all.empty()) << cell;
        EXPECT_EQ(readings.all.front().at, (geometry::LonLat{4.39, 45.43})) << cell;
        EXPECT_TRUE(readings.all.front().plain()) << cell;
    }
    for (const char* cell : {"Saint-Étienne", "45.43", "1, 2, 3", "0, 0"}) EXPECT_TRUE(readCoordinatesCell(cell, "").unreadable) << cell;
}

TEST(Coordinates, ReadsDegreesMinutesAndSecondsInTheirSpellings) {
    for (const char* cell :
         {"45°26'24\"N 4°23'24\"E", "45° 26' 24\" N, 4° 23' 24\" E", "45°26′24″N 4°23′24″E", "45º26’24’’N / 4º23’24’’E",
          "N 45°26'24\" E 4°23'24\"", "4°23'24\"E 45°26'24\"N", "45d26m24s N, 4d23m24s E", "45°26,4' Nord ; 4°23,4' Est",
          "45°26.4'N4°23.4'E", "45.44° N, 4.39° E", "45,44°N 4,39°E", "45°26'24\" 4°23'24\"", "lat: 45°26'24\" lon: 4°23'24\""}) {
        const PositionReadings readings = readCoordinatesCell(cell, "");
        ASSERT_FALSE(readings.all.empty()) << cell;
        EXPECT_NEAR(readings.all.front().at.lon, 4.39, 1e-9) << cell;
        EXPECT_NEAR(readings.all.front().at.lat, 45.44, 1e-9) << cell;
    }
    EXPECT_NEAR(readCoordinatesCell("47°13'N 1°33'O", "").all.front().at.lon, -1.55, 1e-9) << "O is ouest";
    EXPECT_NEAR(readCoordinatesCell("47°13'N 1°33' Ouest", "").all.front().at.lon, -1.55, 1e-9);
    EXPECT_NEAR(readCoordinatesCell("20°52'S 55°27'E", "").all.front().at.lat, -20.866667, 1e-6);
    EXPECT_NEAR(readCoordinatesCell("47°13' -1°33'", "").all.front().at.lon, -1.55, 1e-9);
    const PositionReadings cells = readPosition("1°33'O", "47°13'N", "");
    ASSERT_EQ(cells.all.size(), 1U);
    EXPECT_NEAR(cells.all.front().at.lon, -1.55, 1e-9);
    EXPECT_TRUE(readPosition("47°13'N", "1°33'O", "").all.front().swapped) << "the letters say which is which";
    for (const char* cell : {"45°66'N 4°23'E", "45°26'N 4°23'N", "95°N 4°E", "45°'N 4°E", "45 26 24 4 23 24", "12 rue Neuve"})
        EXPECT_TRUE(readCoordinatesCell(cell, "").all.empty()) << cell;
}

struct Plane {
    const char* crs;
    const char* x;
    const char* y;
    geometry::LonLat at;
};

class PlaneReading : public ::testing::TestWithParam<Plane> {};

/// Positions computed with gdaltransform.
TEST_P(PlaneReading, IsOneOfTheReadingsWhicheverItsAxes) {
    for (const bool turned : {false, true}) {
        const auto& p = GetParam();
        const PositionReadings readings = turned ? readPosition(p.y, p.x, "") : readPosition(p.x, p.y, "");
        const auto found =
            std::ranges::find_if(readings.all, [&](const PositionReading& r) { return r.crs == p.crs && r.swapped == turned; });
        ASSERT_NE(found, readings.all.end()) << p.crs;
        EXPECT_NEAR(found->at.lon, p.at.lon, 0.001) << p.crs;
        EXPECT_NEAR(found->at.lat, p.at.lat, 0.001) << p.crs;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Projections, PlaneReading,
    ::testing::Values(
        Plane{"EPSG:2154", "808684.9", "6482131.1", {4.39, 45.43}}, Plane{"EPSG:27572", "760700.9", "2049826.6", {4.39, 45.43}},
        Plane{"EPSG:27561", "600990.1", "128838.5", {2.35, 48.86}}, Plane{"EPSG:27562", "759336.6", "102051.0", {4.39, 45.9}},
        Plane{"EPSG:27563", "764662.2", "190943.1", {4.39, 44.0}}, Plane{"EPSG:27564", "529996.5", "179602.3", {8.73, 41.93}},
        Plane{"EPSG:3943", "1812959.5", "2223151.6", {4.39, 43.2}}, Plane{"EPSG:3944", "1811097.3", "3223157.2", {4.39, 44.2}},
        Plane{"EPSG:3945", "1809201.1", "4223161.6", {4.39, 45.2}}, Plane{"EPSG:3946", "1807271.4", "5223164.9", {4.39, 46.2}},
        Plane{"EPSG:3947", "1805308.8", "6223167.0", {4.39, 47.2}}, Plane{"EPSG:3948", "1803313.9", "7223168.0", {4.39, 48.2}},
        Plane{"EPSG:3949", "1801287.2", "8223167.8", {4.39, 49.2}}, Plane{"EPSG:3950", "1664304.2", "9222363.7", {2.5, 50.2}},
        Plane{"EPSG:3942", "1691754.5", "1233325.0", {2.9, 42.3}}, Plane{"EPSG:5490", "657103.1", "1796046.8", {-61.53, 16.24}},
        Plane{"EPSG:5490", "708972.8", "1616083.6", {-61.06, 14.61}}, Plane{"EPSG:2972", "352535.0", "545073.7", {-52.33, 4.93}},
        Plane{"EPSG:2975", "338788.5", "7688141.5", {55.45, -20.9}}, Plane{"EPSG:4471", "524963.4", "8587182.0", {45.23, -12.78}},
        Plane{"EPSG:3857", "488692.6", "5689472.1", {4.39, 45.43}}));

TEST(Coordinates, APlaceNearZeroOrFarFromFranceIsNoPlane) {
    EXPECT_THAT(readPosition("500", "700", "").all, IsEmpty());
    EXPECT_THAT(readPosition("9000000", "9000000", "").all, IsEmpty());
}

TEST(Coordinates, TheCommuneSaysWhichReadingIsMeant) {
    // Web Mercator of Saint-Étienne: also a Lambert-93 position, of the Mediterranean.
    const IngestResult mercator = placing("insee;x;y", "42218;488693;5690410");
    ASSERT_TRUE(placeOf(mercator).position);
    EXPECT_NEAR(placeOf(mercator).position->lat, 45.43, 0.01);
    EXPECT_THAT(mercator.dataset.issues, says("EPSG:3857"));
    // Swapped axes, then a lost decimal point, then degrees × 1,000,000.
    for (const char* row :
         {"42218;45.44;4.39", "42218;4390000;45440000", "42218;439;4544", "42218;43900;454400", "42218;4.390.000;45.440.000"}) {
        const IngestResult result = placing("insee;lon;lat", row);
        if (std::string_view(row) == "42218;439;4544") {
            EXPECT_EQ(placeOf(result).method, "insee") << "too few digits to be told";
            continue;
        }
        ASSERT_TRUE(placeOf(result).position) << row;
        EXPECT_NEAR(placeOf(result).position->lon, 4.39, 1e-9) << row;
        EXPECT_NEAR(placeOf(result).position->lat, 45.44, 1e-9) << row;
    }
    EXPECT_THAT(placing("insee;lon;lat", "42218;4390000;45440000").dataset.issues, says("their decimal point was lost"));
    EXPECT_THAT(placing("insee;coordonnées", "42218;45°26'N 4°23'E").dataset.issues, says("degrees, minutes and seconds"));
}

TEST(Coordinates, WithoutACommuneOnlyAnUnambiguousReadingIsTaken) {
    EXPECT_TRUE(placeOf(placing("lon;lat", "4390000;45440000")).position);
    const IngestResult both = placing("x;y", "600000;6100000");  // Lambert-93 near Perpignan, Web Mercator near Bourg-en-Bresse
    EXPECT_THAT(both.dataset.venues, IsEmpty());
    EXPECT_THAT(both.dataset.issues, says("several readings are possible"));
    const IngestResult swapped = placing("lon;lat", "45.44;4.39");
    EXPECT_EQ(placeOf(swapped).position, (geometry::LonLat{4.39, 45.44}));
}

}  // namespace
}  // namespace raquette::ingest
