#include "ingest/roads/extract.h"

#include "gis/model/error.h"
#include "gis/roads/road_graph.h"
#include "ingest/roads/profile_file.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::ingest {
namespace {

using ::testing::AllOf;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

roads::Profile car() {
    return readProfile(profilePath("car"));
}

/// An extract as OpenStreetMap writes it: nodes 1 to 9 along a line, what is given after them.
std::string extract(const std::string& rest) {
    std::string text = "<osm version=\"0.6\" generator=\"test\">\n";
    for (int i = 1; i <= 9; ++i) {
        text += "<node id=\"" + std::to_string(i) + "\" version=\"1\" lat=\"45." + std::to_string(i) + "\" lon=\"3\"/>\n";
    }
    return text + rest + "</osm>\n";
}

std::string way(int id, const std::vector<int>& nodes, const std::string& tags) {
    std::string text = "<way id=\"" + std::to_string(id) + "\" version=\"1\">";
    for (const int node : nodes) text += "<nd ref=\"" + std::to_string(node) + "\"/>";
    return text + tags + "</way>\n";
}

std::string tag(const std::string& key, const std::string& value) {
    return "<tag k=\"" + key + "\" v=\"" + value + "\"/>";
}

/// A restriction whose members are ways.
std::string restriction(int id, const std::string& kind, const std::vector<int>& from, const std::vector<int>& via,
                        const std::vector<int>& to, const std::string& tags = "") {
    std::string text = "<relation id=\"" + std::to_string(id) + "\" version=\"1\">";
    const auto add = [&](const std::vector<int>& ways, const std::string& role) {
        for (const int way : ways) text += "<member type=\"way\" ref=\"" + std::to_string(way) + "\" role=\"" + role + "\"/>";
    };
    add(from, "from");
    add(via, "via");
    add(to, "to");
    return text + tag("type", "restriction") + tag("restriction", kind) + tags + "</relation>\n";
}

class Extract : public ::testing::Test {
protected:
    roads::RawRoads read(const std::string& rest) { return readExtract(folder_.write("a.osm", extract(rest)), car()); }
    TemporaryFolder folder_;
};

TEST_F(Extract, TakesTheRoadsOfTheProfile) {
    const roads::RawRoads raw = read(way(1, {1, 2, 3}, tag("highway", "residential")) + way(2, {3, 4}, tag("highway", "footway")) +
                                     way(3, {4}, tag("highway", "residential")));
    ASSERT_EQ(raw.roads.size(), 1U);
    EXPECT_EQ(raw.vertices.size(), 3U);
    EXPECT_TRUE(raw.remarks.empty());
    EXPECT_EQ(roads::makeGraph(raw, {0}).nodeCount(), 2U) << "nobody meets anybody at its middle";
}

TEST_F(Extract, CutsAWayWhereNodesAreMissingAndSaysSo) {
    const roads::RawRoads raw = read(way(7, {1, 2, 77, 3, 4, 78}, tag("highway", "residential")));
    EXPECT_EQ(raw.roads.size(), 2U);
    ASSERT_EQ(raw.remarks.size(), 1U);
    EXPECT_EQ(raw.remarks[0].rule, "roads-missing-nodes");
    EXPECT_EQ(raw.remarks[0].example, "way 7");
}

TEST_F(Extract, TellsOfSpeedsThatCannotBe) {
    const roads::RawRoads raw = read(way(1, {1, 2}, tag("highway", "residential") + tag("maxspeed", "999")) +
                                     way(2, {2, 3}, tag("highway", "residential") + tag("maxspeed", "0")));
    ASSERT_EQ(raw.remarks.size(), 1U);
    EXPECT_EQ(raw.remarks[0].count, 2U);
}

TEST_F(Extract, ReadsTurnRestrictionsAndBarriers) {
    const std::string rest = "<node id=\"10\" version=\"1\" lat=\"45.3\" lon=\"3.1\">" + tag("barrier", "bollard") + "</node>\n" +
                             way(1, {1, 2, 3}, tag("highway", "residential")) + way(2, {3, 10}, tag("highway", "residential")) +
                             "<relation id=\"1\" version=\"1\"><member type=\"way\" ref=\"1\" role=\"from\"/>"
                             "<member type=\"node\" ref=\"3\" role=\"via\"/><member type=\"way\" ref=\"2\" role=\"to\"/>" +
                             tag("type", "restriction") + tag("restriction", "no_left_turn") + "</relation>\n";
    const roads::RawRoads raw = read(rest);
    ASSERT_EQ(raw.turns.size(), 1U);
    EXPECT_EQ(raw.turns[0].from, 0U);
    EXPECT_EQ(raw.turns[0].to, 1U);
    EXPECT_EQ(raw.barriers.size(), 1U);
    EXPECT_TRUE(raw.paths.empty());
    EXPECT_TRUE(raw.remarks.empty());
}

/// Roads 1 to 4 one after another, over nodes 1 to 9.
std::string fourRoads() {
    const std::string road = tag("highway", "residential");
    return way(1, {1, 2, 3}, road) + way(2, {3, 4, 5}, road) + way(3, {7, 6, 5}, road) + way(4, {7, 8, 9}, road);
}

TEST_F(Extract, ReadsTurnRestrictionsOverWays) {
    const roads::RawRoads raw = read(fourRoads() + restriction(5, "no_straight_on", {1}, {2}, {3}) +
                                     restriction(6, "only_straight_on", {1}, {2, 3}, {4}) + restriction(7, "no_u_turn", {4}, {3}, {2}));
    ASSERT_EQ(raw.paths.size(), 3U);
    EXPECT_TRUE(raw.turns.empty());
    EXPECT_TRUE(raw.remarks.empty());
    EXPECT_EQ(raw.paths[0].from, 0U);
    EXPECT_EQ(raw.paths[0].via, std::vector<std::uint32_t>{1});
    EXPECT_EQ(raw.paths[0].to, 2U);
    EXPECT_FALSE(raw.paths[0].only);
    EXPECT_TRUE(raw.paths[1].only);
    EXPECT_EQ(raw.paths[1].via, (std::vector<std::uint32_t>{1, 2}));
    std::vector<double> latitudes;
    for (const std::uint32_t point : raw.paths[1].points) latitudes.push_back(roads::toLonLat(raw.points[point]).lat);
    EXPECT_THAT(latitudes, ElementsAre(DoubleNear(45.3, 1e-7), DoubleNear(45.5, 1e-7), DoubleNear(45.7, 1e-7)));
}

TEST_F(Extract, TellsOfRestrictionsOverWaysThatDoNotJoin) {
    for (const std::string& rule :
         {restriction(5, "no_u_turn", {1}, {3}, {4}), restriction(5, "no_u_turn", {1}, {3, 2}, {4}),
          restriction(5, "no_u_turn", {1, 4}, {2}, {3}), restriction(5, "no_u_turn", {1}, {2}, {}),
          restriction(5, "only_straight_on", {1}, {77}, {3}), restriction(5, "only_straight_on", {1}, {2}, {77})}) {
        const roads::RawRoads raw = read(fourRoads() + rule);
        EXPECT_TRUE(raw.paths.empty()) << rule;
        ASSERT_EQ(raw.remarks.size(), 1U) << rule;
        EXPECT_EQ(raw.remarks[0].rule, "roads-via-way");
        EXPECT_EQ(raw.remarks[0].example, "relation 5");
    }
}

TEST_F(Extract, TellsOfARestrictionOverAWayThatIsCutByTheEdge) {
    const std::string road = tag("highway", "residential");
    const roads::RawRoads raw =
        read(way(1, {1, 2}, road) + way(2, {2, 3, 77, 4, 5}, road) + way(3, {5, 6}, road) + restriction(5, "no_u_turn", {1}, {2}, {3}));
    EXPECT_TRUE(raw.paths.empty());
    ASSERT_EQ(raw.remarks.size(), 2U);
    EXPECT_EQ(raw.remarks[0].rule, "roads-missing-nodes");
    EXPECT_EQ(raw.remarks[1].rule, "roads-via-way");
}

TEST_F(Extract, ARestrictionOverAPieceOfAWayThatIsCutIsFollowed) {
    const std::string road = tag("highway", "residential");
    const roads::RawRoads raw = read(way(1, {1, 2}, road) + way(2, {88, 77, 2, 3}, road) + way(3, {3, 4, 77, 5}, road) +
                                     restriction(5, "no_straight_on", {1}, {2}, {3}));
    EXPECT_EQ(raw.paths.size(), 1U);
}

TEST_F(Extract, WhatForbidsToDriveOverAWayThatIsNoRoadForbidsNothing) {
    const roads::RawRoads raw = read(fourRoads() + way(9, {3, 5}, tag("highway", "footway")) + restriction(5, "no_u_turn", {1}, {9}, {3}) +
                                     restriction(6, "no_u_turn", {77}, {2}, {3}) + restriction(7, "only_straight_on", {77}, {2}, {3}) +
                                     restriction(8, "no_u_turn", {1}, {2}, {3}, tag("except", "motorcar")));
    EXPECT_TRUE(raw.paths.empty());
    EXPECT_TRUE(raw.remarks.empty());
}

TEST_F(Extract, WithoutARoadForTheProfileIsRefused) {
    EXPECT_THAT([&] { read(way(1, {1, 2}, tag("highway", "footway"))); }, ThrowsMessage<model::Error>(HasSubstr("no road")));
    EXPECT_THAT([&] { readExtract(folder_.write("b.osm.pbf", ""), car()); }, ThrowsMessage<model::Error>(HasSubstr("b.osm.pbf")));
}

TEST_F(Extract, ThatIsBrokenIsToldAsThat) {
    const auto refused = [&](const std::string& name, const std::string& bytes) {
        const auto file = folder_.write(name, bytes);
        EXPECT_THAT([&] { readExtract(file, car()); },
                    ThrowsMessage<model::Error>(AllOf(HasSubstr(name), HasSubstr("truncated or broken"))))
            << name;
    };
    const std::string whole = extract(way(1, {1, 2}, tag("highway", "residential")));
    refused("cut.osm", whole.substr(0, whole.size() / 2));
    refused("noise.osm.pbf", std::string(5000, '\xab'));
    refused("text.osm.pbf", "this is no extract");
}

TEST_F(Extract, OfARealCountryIsReadAndBrokenAnywhereIsRefused) {
    const char* const data = std::getenv("RAQUETTE_TEST_DATA");
    if (data == nullptr) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const std::filesystem::path andorra = std::filesystem::path(data) / "roads/andorra.osm.pbf";
    const roads::RawRoads raw = readExtract(andorra, car());
    EXPECT_EQ(raw.roads.size(), 1164U);
    const std::string bytes = bytesOf(andorra);
    for (const std::size_t kept : {bytes.size() / 3, bytes.size() / 2, bytes.size() - 7}) {
        const auto file = folder_.write("cut.osm.pbf", bytes.substr(0, kept));
        EXPECT_THAT([&] { readExtract(file, car()); }, ThrowsMessage<model::Error>(HasSubstr("cut.osm.pbf"))) << kept;
    }
    std::string noisy = bytes;
    for (std::size_t i = 1000; i < noisy.size(); i += 5000) noisy[i] = static_cast<char>(noisy[i] ^ 0x5a);
    const auto file = folder_.write("noisy.osm.pbf", noisy);
    EXPECT_THAT([&] { readExtract(file, car()); }, ThrowsMessage<model::Error>(HasSubstr("noisy.osm.pbf")));
}

TEST(IsExtract, GoesByTheName) {
    for (const char* name : {"a.osm.pbf", "b.pbf", "c.osm", "d.osm.gz"}) EXPECT_TRUE(isExtract(name)) << name;
    for (const char* name : {"a.gpkg", "b.shp", "osm", "c.geojson"}) EXPECT_FALSE(isExtract(name)) << name;
}

}  // namespace
}  // namespace raquette::ingest
