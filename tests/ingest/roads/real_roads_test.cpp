#include "gis/analysis/provider.h"
#include "gis/analysis/travel/journeys.h"
#include "gis/roads/places.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/roads/roads.h"
#include "ingest/study/study_file.h"
#include "tests/gis/roads/boost_dijkstra.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace raquette::ingest {
namespace {

/// The real extracts there are, read where they do not lie: what is kept of them stays out of their folder.
class RealRoads : public ::testing::TestWithParam<const char*> {
protected:
    std::shared_ptr<const roads::Roads> roads(const std::string& mode = "car") const {
        const char* const data = std::getenv("RAQUETTE_TEST_DATA");
        if (data == nullptr) return nullptr;
        const std::filesystem::path extract = folder_ / GetParam();
        std::filesystem::copy_file(std::filesystem::path(data) / "roads" / GetParam(), extract,
                                   std::filesystem::copy_options::skip_existing);
        return readRoads(extract, {.mode = mode});
    }
    TemporaryFolder folder_;
};

TEST_P(RealRoads, GiveTheTimesOfBoostsDijkstra) {
    const auto roads = this->roads();
    if (!roads) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    roads::testing::expectTimesOfBoost(roads->graph, 25, 11);
}

/// On foot Andorra of 2013 falls in two.
TEST_P(RealRoads, HangTogetherInEveryMode) {
    if (!roads()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    for (const auto& [mode, share] : {std::pair("car", 0.95F), std::pair("bicycle", 0.9F), std::pair("foot", 0.75F)}) {
        const auto roads = this->roads(mode);
        float all = 0;
        float largest = 0;
        for (const roads::Part& part : roads->graph.arrays().parts) {
            all += part.kilometres;
            largest = std::max(largest, part.kilometres);
        }
        EXPECT_GT(largest, share * all) << mode;
    }
}

/// A place and a provider drawn at random: each asked from its own side, by its own kind of search.
TEST_P(RealRoads, AreSearchedFromBothEndsWithOneAnswer) {
    const auto roads = this->roads();
    if (!roads) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const roads::RoadGraph& graph = roads->graph;
    std::mt19937 random(5);
    std::vector<geometry::LonLat> at;
    for (int i = 0; i < 40; ++i) {
        const geometry::LonLat node = roads::toLonLat(graph.arrays().nodes[random() % graph.nodeCount()]);
        at.push_back({node.lon + 0.001, node.lat + 0.0005});
    }
    const std::vector<roads::Spot> spots = roads::spotsOf(graph, at, {2000});
    const roads::Places there(*roads, roads::Heading::ToSeeds, spots);
    const roads::Places back(*roads, roads::Heading::FromSeeds, spots);
    roads::PlaceSearch toProvider(there);
    roads::PlaceSearch fromProvider(back);
    const auto times = [&](roads::PlaceSearch& search, std::size_t from) {
        std::vector<roads::Millis> all(at.size(), roads::unreached);
        // The walk at the end that is searched from, which a provider's delay would be.
        for (const roads::PlaceTime& one :
             search.around(spots[from], roads->walk(static_cast<double>(spots[from].metres)), roads::unreached - 1)) {
            all[one.place] = one.time;
        }
        return all;
    };
    std::vector<std::vector<roads::Millis>> there2;
    std::vector<std::vector<roads::Millis>> back2;
    for (std::size_t i = 0; i < at.size(); ++i) {
        there2.push_back(times(toProvider, i));
        back2.push_back(times(fromProvider, i));
    }
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t k = 0; k < at.size(); ++k) EXPECT_EQ(there2[i][k], back2[k][i]) << i << ", " << k;
    }
}

/// What is drawn of the demonstration's first service, asked again at random places by a journey from each.
TEST_P(RealRoads, AreDrawnAsTheyAreCounted) {
    const char* const data = std::getenv("RAQUETTE_TEST_DATA");
    if (data == nullptr) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const std::string country = std::string(GetParam()).starts_with("andorra") ? "andorra" : "liechtenstein";
    const std::filesystem::path demo = folder_ / "demo";
    std::filesystem::copy(sourceFolder() / "data/demo", demo, std::filesystem::copy_options::recursive);
    std::filesystem::copy_file(std::filesystem::path(data) / "roads" / GetParam(), demo / (country + ".osm.pbf"));
    const model::Study study = readStudyFile(demo / (country + ".toml"), {});
    model::Issues issues;
    const model::Reference reference = readReference(study, issues);
    const model::Dataset dataset = ingest(study, reference).dataset;
    const analysis::StudyArea area = analysis::studyArea(study, reference);
    const analysis::Land& land = area.lands.front();
    const std::vector<analysis::Provider> providers = analysis::select(study.services[0], dataset, study.date).providers;
    const model::Minutes reach = std::get<model::Minutes>(study.services[0].reach);
    const analysis::Journeys journeys(reference, area, providers, reach);
    const geometry::PlaneShape drawn = journeys.on(land, analysis::Certainty::Nominal).together;

    std::mt19937 random(3);
    const geometry::Box box = land.box();
    std::uniform_real_distribution<double> x(box.minX, box.maxX);
    std::uniform_real_distribution<double> y(box.minY, box.maxY);
    int looked = 0;
    int agree = 0;
    int inside = 0;
    while (looked < 4000) {
        const geometry::PlanePoint place{x(random), y(random)};
        if (!contains(land.outline, place)) continue;
        ++looked;
        const bool within = contains(drawn, place);
        inside += within ? 1 : 0;
        agree += within == (roads::toMinutes(journeys.nearest(toLonLat(land.frame, place)).time) <= reach) ? 1 : 0;
    }
    std::printf("%s: %d of %d places inside, %d drawn as they are counted\n", country.c_str(), inside, looked, agree);
    EXPECT_GE(agree, looked * 98 / 100);
    EXPECT_GT(inside, looked / 10);
    EXPECT_LT(inside, looked * 9 / 10);
}

INSTANTIATE_TEST_SUITE_P(EachExtract, RealRoads, ::testing::Values("andorra.osm.pbf", "liechtenstein-latest.osm.pbf"));

}  // namespace
}  // namespace raquette::ingest
