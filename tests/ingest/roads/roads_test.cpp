#include "ingest/roads/roads.h"

#include "gis/model/error.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::ingest {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view oneRoad = R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"speed": 50},
    "geometry": {"type": "LineString", "coordinates": [[3, 45], [3.1, 45]]}}]})";
constexpr std::string_view twoRoads = R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"speed": 50},
    "geometry": {"type": "LineString", "coordinates": [[3, 45], [3.1, 45]]}}, {"type": "Feature", "properties": {"speed": 50},
    "geometry": {"type": "LineString", "coordinates": [[3, 45], [3, 45.1]]}}]})";

model::Study study(const std::filesystem::path& roads) {
    model::Study study;
    study.language = model::Language::English;
    study.roads = roads;
    study.services.push_back({"lieux", {}, {}, model::Minutes{30}});
    return study;
}

TEST(Roads, AreNotReadWhereNobodyAsksForATime) {
    model::Issues issues;
    model::Study byDistance = study("nowhere.osm.pbf");
    byDistance.services[0].reach = model::kilometres(30);
    EXPECT_EQ(readRoads(byDistance, {}, issues), nullptr);
    EXPECT_THAT(issues, IsEmpty());
}

TEST(Roads, OfAFileThatIsNotThereAreGoneWithoutAndThatIsSaid) {
    for (const char* file : {"", "nowhere.osm.pbf"}) {
        model::Issues issues;
        const auto roads = readRoads(study(file), {}, issues);
        EXPECT_EQ(roads->graph.nodeCount(), 0U);
        ASSERT_EQ(issues.size(), 1U);
        EXPECT_EQ(issues[0].column, "roads");
        EXPECT_THAT(issues[0].action, HasSubstr("estimated"));
    }
}

TEST(Roads, AreKeptBesideTheirSourceAndMadeAgainWhenItChanges) {
    const TemporaryFolder folder;
    const auto file = folder.write("roads.geojson", oneRoad);
    EXPECT_EQ(readRoads(file, model::TravelRules())->graph.arcCount(), 2U);
    EXPECT_THAT(folder.names(), Contains("roads.geojson.car.roads"));
    EXPECT_EQ(readRoads(file, model::TravelRules())->graph.arcCount(), 2U);
    folder.write("roads.geojson", twoRoads);
    EXPECT_EQ(readRoads(file, model::TravelRules())->graph.arcCount(), 4U);
    const std::string kept = bytesOf(folder / "roads.geojson.car.roads");
    folder.write("roads.geojson.car.roads", kept.substr(0, kept.size() / 2));
    EXPECT_EQ(readRoads(file, model::TravelRules())->graph.arcCount(), 4U) << "a broken one is made again";
    EXPECT_EQ(bytesOf(folder / "roads.geojson.car.roads"), kept);
}

TEST(Roads, ThatAreAFolderAreRefusedByName) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "roads.osm.pbf");
    EXPECT_THAT([&] { readRoads(folder / "roads.osm.pbf", model::TravelRules()); },
                ::testing::ThrowsMessage<model::Error>(HasSubstr("roads.osm.pbf: this is no file of roads")));
}

TEST(Roads, OfEachModeAreKeptApart) {
    const TemporaryFolder folder;
    const auto file = folder.write("roads.geojson", oneRoad);
    const auto mine = folder.write("mine.toml", "[speeds]\nresidential = 30\n[off_road]\nwalk = 3\n");
    EXPECT_EQ(readRoads(file, {.mode = mine.string()})->profile.walk, 3);
    EXPECT_EQ(readRoads(file, model::TravelRules())->profile.id, "car");
    EXPECT_THAT(folder.names(), ElementsAre("mine.toml", "roads.geojson", "roads.geojson.car.roads", "roads.geojson.mine.roads"));
}

TEST(Roads, ElsewhereThanThePeopleAreSaidToBe) {
    const TemporaryFolder folder;
    model::Reference reference;
    reference.people.push_back({{-4, 48}, 100});
    model::Issues issues;
    readRoads(study(folder.write("roads.geojson", oneRoad)), reference, issues);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_THAT(issues[0].action, HasSubstr("covers nothing of the study"));
    issues.clear();
    reference.people.push_back({{3.05, 45.001}, 100});
    readRoads(study(folder.path() / "roads.geojson"), reference, issues);
    EXPECT_THAT(issues, IsEmpty());
}

TEST(Roads, OfACommuneWithARoadInItsMiddleAreAllThereAre) {
    const TemporaryFolder folder;
    const std::string file = folder.write("roads.geojson", oneRoad).string();
    geometry::GeoShape mountain;
    mountain.points = {{3, 44.9}, {3.1, 44.9}, {3.05, 45.5}, {3, 44.9}};
    mountain.closeRing();
    mountain.closePolygon();
    model::Reference reference;
    reference.communes.resize(1);
    reference.communeShapes = {mountain};
    reference.people.push_back({{3.05, 45.001}, 100});
    model::Issues issues;
    const geometry::LonLat summit{3.05, 45.45};
    reference.communes[0].point = geometry::LonLat{3.05, 45.3};
    EXPECT_FALSE(readRoads(study(file), reference, issues)->known.holds(summit)) << "its roads may lie beyond the edge of the extract";
    reference.communes[0].point = geometry::LonLat{3.05, 45.001};
    EXPECT_TRUE(readRoads(study(file), reference, issues)->known.holds(summit));
}

}  // namespace
}  // namespace raquette::ingest
