#include "gis/report/live_map.h"
#include "tests/gis/store/tiny_world.h"

#include <nlohmann/json.hpp>

namespace raquette::report {
namespace {

using model::Language;
using nlohmann::json;
using store::test::tinyWorld;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

json dataOf(const store::StudyState& state, const MapScope& scope) {
    return json::parse(liveMapData(state, scope, Language::French));
}

json dataOf(const store::StudyState& state) {
    return dataOf(state, wholeStudy(state));
}

/// Every arc that a list of polygons names.
std::vector<long> arcsIn(const json& polygons) {
    std::vector<long> arcs;
    for (const json& polygon : polygons) {
        for (const json& ring : polygon) {
            for (const json& arc : ring) arcs.push_back(arc.get<long>() < 0 ? -arc.get<long>() - 1 : arc.get<long>());
        }
    }
    return arcs;
}

TEST(LiveMap, DrawsLandHolesAndCoverageFromTheSameArcs) {
    const json data = dataOf(tinyWorld());
    ASSERT_EQ(data.at("lands").size(), 1U);
    const json& land = data["lands"][0];
    const json& service = land.at("services").at(0);
    EXPECT_EQ(land.at("land").size(), 2U);
    EXPECT_EQ(service.at("holes").size(), 2U);
    EXPECT_EQ(service.at("covered").size(), 1U);
    EXPECT_EQ(service.at("possible").size(), 1U);
    const auto most = static_cast<long>(land.at("arcs").size());
    for (const json* polygons : {&land["land"], &land["regions"], &service["holes"][0]["polygons"], &service["covered"]})
        EXPECT_THAT(arcsIn(*polygons), Each(testing::Lt(most)));
    EXPECT_EQ(arcsIn(service["holes"][0]["polygons"]), arcsIn(json::array({land["land"][1]}))) << "hole 1 is all of département 02";
}

TEST(LiveMap, PutsPointsWhereTheyAre) {
    const json land = dataOf(tinyWorld())["lands"][0];
    const double perDegree = land.at("perDegree");
    double x = 0;
    double y = 0;
    double west = 99;
    double north = 0;
    for (const json& arc : land["arcs"]) {
        x = y = 0;
        for (std::size_t i = 0; i < arc.size(); i += 2) {
            x += arc[i].get<double>();
            y += arc[i + 1].get<double>();
            west = std::min(west, x / perDegree);
            north = std::max(north, y / perDegree);
        }
    }
    EXPECT_NEAR(west, 0, 1e-4);
    EXPECT_NEAR(north, 47, 1e-4);
}

TEST(LiveMap, TellsOfHolesAndProvidersWhatTheTablesTell) {
    const json service = dataOf(tinyWorld())["services"][0];
    EXPECT_EQ(service.at("id"), "lieux");
    const json& hole = service.at("holes").at(0);
    EXPECT_EQ(hole.at("rank"), 1);
    EXPECT_EQ(hole.at("name"), "Œuilly");
    EXPECT_EQ(hole.at("people"), 500);
    EXPECT_TRUE(hole.at("numbered").get<bool>());
    EXPECT_THAT(hole.at("lines").dump(), HasSubstr("500\u00a0habitants"));
    ASSERT_EQ(service.at("providers").size(), 3U);
    const json& fil = service["providers"][0];
    EXPECT_EQ(fil.at("name"), "Le Fil");
    EXPECT_EQ(fil.at("at"), json({0.25, 46.5}));
    EXPECT_EQ(fil.at("lines"), json({"Saint-Étienne-sur-Ain", "Diffusion, Résidence", "Jauge\u00a0: 1\u202f200"}));
}

TEST(LiveMap, NeverReadsPrivateFields) {
    const std::string data = liveMapData(tinyWorld(), wholeStudy(tinyWorld()), Language::French);
    for (const std::string& secret : {store::test::privateMail, store::test::privatePhone, store::test::privateContact})
        EXPECT_THAT(data, Not(HasSubstr(secret)));
}

TEST(LiveMap, StandsWithBytesThatAreNoText) {
    store::StudyState world = tinyWorld();
    world.analysis.services[0].providers[0].name = "Caf\xe9";
    world.analysis.services[0].gaps[0].name = "\xff\xfe";
    EXPECT_EQ(dataOf(world)["services"][0]["providers"][0]["name"], "Caf\ufffd");
}

TEST(LiveMap, OfATerritoryHasItsOutlineAndTellsOfItsHolesOnly) {
    store::StudyState world = tinyWorld();
    world.analysis.services[0].gaps[0].departements = {"02"};
    world.analysis.services[0].gaps[1].departements = {"01"};
    const model::TerritoryId ain{model::Level::Departement, "01"};
    const json data = dataOf(world, aroundTerritory(world, ain, {{model::Level::Departement, "02"}}, 0));
    ASSERT_EQ(data.at("lands").size(), 1U);
    EXPECT_EQ(data["lands"][0].at("own").size(), 1U);
    EXPECT_EQ(data["lands"][0].at("neighbours").size(), 1U);
    ASSERT_EQ(data["services"][0]["holes"].size(), 1U);
    EXPECT_EQ(data["services"][0]["holes"][0]["rank"], 2);
    EXPECT_EQ(data["lands"][0]["services"][0]["holes"].size(), 2U) << "both are drawn, for it is seen with what is around it";
}

/// A région's coast and borders as finely as the official outlines have them: what a phone is sent stays small.
TEST(LiveMap, StaysSmallHoweverFineTheOutlines) {
    store::StudyState world = tinyWorld();
    geometry::GeoShape wriggly;
    constexpr int points = 200'000;
    for (int i = 0; i <= points; ++i) {
        const double turn = 2 * M_PI * i / points;
        const double radius = 0.8 + 0.0001 * std::sin(turn * 20'000) + 0.05 * std::sin(turn * 40);
        wriggly.points.push_back({1 + radius * std::cos(turn), 46.5 + radius * std::sin(turn)});
    }
    wriggly.points.back() = wriggly.points.front();
    wriggly.closeRing();
    wriggly.closePolygon();
    world.reference.departements[0].shape = world.reference.regions[0].shape = wriggly;
    world.analysis.services[0].gaps[0].shape = world.analysis.services[0].coverages[1].shape = wriggly;
    EXPECT_LT(liveMapData(world, wholeStudy(world), Language::French).size(), 100'000U);
}

}  // namespace
}  // namespace raquette::report
