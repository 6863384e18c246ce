#include "tests/cli/command.h"
#include "tests/support/files.h"

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace raquette::cli::testing {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;

/// The two countries of the demonstration, with the roads that the repository does not hold.
class Travel : public ::testing::TestWithParam<const char*> {
protected:
    Travel() {
        fs::copy(sourceFolder() / "data/demo", demo_, fs::copy_options::recursive);
        fs::remove_all(demo_ / "out");
    }

    bool takeRoads() const {
        const char* const data = std::getenv("RAQUETTE_TEST_DATA");
        if (data == nullptr) return false;
        fs::copy(fs::path(data) / "roads/andorra.osm.pbf", demo_);
        fs::copy(fs::path(data) / "roads/liechtenstein-latest.osm.pbf", demo_ / "liechtenstein.osm.pbf");
        return true;
    }
    Result run(const std::string& country, const std::vector<std::string>& arguments = {}) const {
        std::vector<std::string> words{"run", country + ".toml"};
        words.insert(words.end(), arguments.begin(), arguments.end());
        return runRaquette(demo_, words);
    }

    TemporaryFolder folder_;
    fs::path demo_ = folder_.path() / "demo";
};

const json& serviceOf(const json& document, const std::string& id) {
    static const json nothing;
    for (const json& service : document.at("services")) {
        if (service.at("id") == id) return service;
    }
    return nothing;
}

TEST_P(Travel, HalfAnHourGoesFromTheRowsToThePdf) {
    if (!takeRoads()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const std::string country = GetParam();
    const Result result = run(country, {"--json"});
    ASSERT_EQ(result.code, 0) << result.err;
    const json document = json::parse(result.out);
    const json& halfAnHour = serviceOf(document, "lieux-30min");
    ASSERT_FALSE(halfAnHour.is_null());
    for (const json& gap : halfAnHour.at("gaps")) EXPECT_TRUE(gap.at("deepest_min").is_number()) << gap.at("name");
    EXPECT_TRUE(fs::exists(demo_ / ("out/" + country + ".gpkg")));
    const std::string page = bytesOf(demo_ / ("out/" + country + ".html"));
    EXPECT_THAT(page, AllOf(HasSubstr("30\u00a0min"), HasSubstr("OpenStreetMap")));
#ifdef RAQUETTE_HAS_VIEWER
    EXPECT_THAT(bytesOf(demo_ / ("out/" + country + "-30min.pdf")), ::testing::StartsWith("%PDF"));
#endif
    // The second run maps what the first has made of the extract, and finds the same.
    EXPECT_EQ(run(country, {"--json"}).out, result.out);
}

#ifdef RAQUETTE_HAS_VIEWER
TEST_F(Travel, MinutesToTheNearestAreAMapOfAServiceByTime) {
    if (!takeRoads()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    ASSERT_EQ(run("andorra").code, 0);
    const auto map = [&](const std::string& layer, const std::string& file) {
        return runRaquette(demo_, {"map", "andorra.toml", "--layer", layer, "--to", file});
    };
    for (const char* file : {"minutes.png", "minutes.svg", "minutes.pdf"}) {
        const Result drawn = map("indicators:lieux-30min:nearest_min:commune", file);
        EXPECT_EQ(drawn.code, 0) << drawn.err;
        EXPECT_TRUE(fs::exists(demo_ / file));
    }
    EXPECT_THAT(bytesOf(demo_ / "minutes.svg"), HasSubstr("Temps de trajet moyen en voiture au plus proche"));
    const Result refused = map("indicators:lieux-10km:nearest_min:commune", "refused.png");
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("10 km"), HasSubstr("Draw nearest_km")));
    EXPECT_FALSE(fs::exists(demo_ / "refused.png"));
}
#endif

INSTANTIATE_TEST_SUITE_P(EachCountry, Travel, ::testing::Values("andorra", "liechtenstein"));

TEST_F(Travel, ARefugeFarFromAnyRoadServesNobodyByCar) {
    if (!takeRoads()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const Result result = run("andorra");
    EXPECT_THAT(result.out, AllOf(HasSubstr("Refugi de l'Illa"), HasSubstr("à pied"), Not(HasSubstr("estimé"))));
}

TEST_F(Travel, WithoutAnExtractTimesAreEstimatedAndThatIsSaid) {
    const Result result = run("andorra");
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("leur temps est estimé à vol d’oiseau"));
    const Result check = runRaquette(demo_, {"check", "andorra.toml"});
    EXPECT_THAT(check.out, HasSubstr("andorra.osm.pbf n’est pas là"));
}

TEST_F(Travel, ABrokenExtractStopsTheStudyAndLeavesTheStoreOfBefore) {
    if (!takeRoads()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    ASSERT_EQ(run("andorra").code, 0);
    const std::string before = bytesOf(demo_ / "out/andorra.gpkg");
    fs::resize_file(demo_ / "andorra.osm.pbf", 200000);
    const Result result = run("andorra");
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, AllOf(HasSubstr("andorra.osm.pbf"), HasSubstr("truncated or broken")));
    EXPECT_EQ(bytesOf(demo_ / "out/andorra.gpkg"), before);
}

TEST_F(Travel, OnePlaceMoreAndAWhatIfAreAskedByTimeToo) {
    if (!takeRoads()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const Result site = runRaquette(demo_, {"site", "andorra.toml", "--service", "lieux-15min", "--count", "1", "--json"});
    ASSERT_EQ(site.code, 0) << site.err;
    const json answer = json::parse(site.out);
    EXPECT_THAT(site.out, AllOf(HasSubstr("\"reach_min\": 15"), HasSubstr("\"verified\": true"))) << answer.dump(1);
    const Result opened = runRaquette(demo_, {"simulate", "andorra.toml", "--open", "lieux-15min@1.5990,42.5668", "--json"});
    EXPECT_EQ(opened.code, 0) << opened.err;
    const Result mean = runRaquette(
        demo_, {"site", "andorra.toml", "--service", "lieux-15min", "--model", "p-median", "--candidates", "communes", "--language", "en"});
    EXPECT_EQ(mean.code, 0) << mean.err;
    EXPECT_THAT(mean.out, AllOf(HasSubstr("Mean travel time"), HasSubstr("to the second"), HasSubstr("min")));
}

TEST_F(Travel, MinutesOfAVenueThatIsNotThereAreTold) {
    folder_.write("demo/andorra.toml", bytesOf(demo_ / "andorra.toml") + "\n[[travel.at]]\nid = \"personne\"\nparking = 5\n");
    const Result check = runRaquette(demo_, {"check", "andorra.toml"});
    EXPECT_EQ(check.code, 0) << check.err;
    EXPECT_THAT(check.out, HasSubstr("aucune fiche ne porte"));
}

TEST_F(Travel, AnUnknownModeIsRefusedByName) {
    const fs::path study = demo_ / "andorra.toml";
    const std::string text = bytesOf(study) + "\n[travel]\nmode = \"helicopter\"\n";
    folder_.write("demo/andorra.toml", text);
    const Result result = run("andorra");
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("bicycle, car, foot"));
}

}  // namespace
}  // namespace raquette::cli::testing
