#include "ingest/roads/lines.h"

#include "gis/model/error.h"
#include "gis/roads/road_graph.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

std::string line(const std::string& coordinates, const std::string& properties) {
    return R"({"type": "Feature", "properties": {)" + properties + R"(}, "geometry": {"type": "LineString", "coordinates": [)" +
           coordinates + "]}}";
}

std::string collection(const std::vector<std::string>& features) {
    std::string text = R"({"type": "FeatureCollection", "features": [)";
    for (std::size_t i = 0; i < features.size(); ++i) text += (i == 0 ? "" : ",") + features[i];
    return text + "]}";
}

TEST(RoadLines, MeetWhereTheyShareAPointAndHaveTheirOwnSpeeds) {
    const TemporaryFolder folder;
    const auto file = folder.write("roads.geojson", collection({line("[3, 45], [3.1, 45]", R"("speed": 60, "oneway": "")"),
                                                                line("[3.1, 45], [3.1, 45.1]", R"("speed": 30, "oneway": "yes")"),
                                                                line("[3.1, 45.1], [3.2, 45.1]", R"("speed": 30, "oneway": "-1")")}));
    const roads::RawRoads raw = readRoadLines(file, {});
    ASSERT_EQ(raw.roads.size(), 3U);
    EXPECT_EQ(raw.points.size(), 4U);
    EXPECT_EQ(raw.roads[0].backward, 60);
    EXPECT_EQ(raw.roads[1].backward, 0);
    EXPECT_EQ(raw.roads[2].forward, 0);
    EXPECT_EQ(roads::makeGraph(raw, {0}).nodeCount(), 4U);
}

TEST(RoadLines, ALengthCountsWhereTheLineIsDrawnShorter) {
    const TemporaryFolder folder;
    const auto file = folder.write("roads.geojson", collection({line("[3, 45], [3.1, 45]", R"("speed": 60, "length": 20000)")}));
    EXPECT_FLOAT_EQ(readRoadLines(file, {}).roads[0].seconds, 1200);
}

TEST(RoadLines, SpeedsThatCannotBeAreToldAndLeftOut) {
    const TemporaryFolder folder;
    const auto file = folder.write("roads.geojson",
                                   collection({line("[3, 45], [3.1, 45]", R"("speed": 0)"), line("[3, 45], [3, 45.1]", R"("speed": 999)"),
                                               line("[3, 45], [3, 45.2]", R"("speed": 50)")}));
    const roads::RawRoads raw = readRoadLines(file, {});
    EXPECT_EQ(raw.roads.size(), 1U);
    ASSERT_EQ(raw.remarks.size(), 1U);
    EXPECT_EQ(raw.remarks[0].rule, "roads-speed");
    EXPECT_EQ(raw.remarks[0].count, 2U);
}

TEST(RoadLines, WithoutLinesOrSpeedsAreRefused) {
    const TemporaryFolder folder;
    EXPECT_THAT([&] { readRoadLines(folder.write("a.geojson", collection({line("[3, 45], [3.1, 45]", R"("name": "A89")")})), {}); },
                ThrowsMessage<model::Error>(HasSubstr("`speed`")));
    const std::string point = R"({"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [3, 45]}})";
    EXPECT_THAT([&] { readRoadLines(folder.write("b.geojson", collection({point})), {}); },
                ThrowsMessage<model::Error>(HasSubstr("no layer of lines")));
    EXPECT_THAT([&] { readRoadLines(folder.write("c.geojson", "{"), {}); }, ThrowsMessage<model::Error>(HasSubstr("c.geojson")));
}

}  // namespace
}  // namespace raquette::ingest
