#include "ingest/reference/reference.h"
#include "ingest/reference/table.h"
#include "tests/ingest/reference/reference_world.h"
#include "tests/support/files.h"

#include <cstdlib>

namespace raquette::ingest {
namespace {

using ::testing::IsEmpty;

/// The whole of France on real files, found through RAQUETTE_TEST_DATA.
class WholeFrance : public ::testing::Test {
protected:
    void SetUp() override {
        const char* data = std::getenv("RAQUETTE_TEST_DATA");
        if (!data) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
        data_ = data;
        study_.territories =
            folder_.write("france.gpkg", readWholeFile("/vsizip/" + (data_ / "france/france.gpkg.zip").string() + "/france.gpkg"));
        study_.language = model::Language::English;
    }

    TemporaryFolder folder_;
    std::filesystem::path data_;
    model::Study study_;
};

TEST_F(WholeFrance, ReadsEveryCommuneAndFindsNoPolygonToRepair) {
    model::Issues issues;
    const model::Reference reference = readReference(study_, issues);
    EXPECT_THAT(issues, IsEmpty());
    ASSERT_EQ(reference.communes.size(), 34'875U);
    std::size_t vertices = 0;
    for (const auto& shape : reference.communeShapes) vertices += shape.points.size();
    EXPECT_NEAR(static_cast<double>(vertices), 2.18e6, 0.02e6);
    std::int64_t people = 0;
    for (const auto& point : reference.people) people += point.people;
    EXPECT_EQ(people, 68'350'798);
}

TEST_F(WholeFrance, PlacesTheCensusGridAndItsCellsOffLand) {
    model::PopulationFile grid;
    grid.path = data_ / "france/population-1km-2021.csv.gz";
    grid.x = "x_km";
    grid.y = "y_km";
    grid.weight = "pop";
    grid.scale = 1000;
    grid.cell = 1000;
    grid.crs = "EPSG:3035";
    study_.population = grid;
    model::Issues issues;
    const model::Reference reference = readReference(study_, issues);
    std::int64_t mainland = 0;
    std::size_t cells = 0;
    for (const auto& point : reference.people) {
        if (reference.departements.at(static_cast<std::size_t>(point.departement)).code.starts_with("97")) continue;
        mainland += point.people;
        ++cells;
    }
    EXPECT_EQ(cells, 374'229U);
    EXPECT_EQ(mainland, 65'433'096);
    ASSERT_EQ(issues.size(), 2U);
    EXPECT_EQ(issues[0].value, "1,108 cells, 274,135 people");
    EXPECT_EQ(issues[1].value, "Guadeloupe, Martinique, Guyane, La Réunion, Mayotte");
}

TEST_F(WholeFrance, HasAnEmbeddedPointForEveryDemonstrationVenue) {
    model::Issues issues;
    const model::Reference embedded = readReference(model::Study(), issues);
    const std::string text = readWholeFile(data_ / "venues/lieux-musiques-actuelles.csv");
    TableReader venues(text, "lieux-musiques-actuelles.csv");
    const std::size_t insee = venues.column("insee");
    std::size_t read = 0;
    while (venues.next()) {
        const std::int32_t index = model::indexOf(embedded.communes, venues.cell(insee));
        ASSERT_NE(index, model::nowhere) << venues.cell(insee);
        EXPECT_TRUE(embedded.communes[static_cast<std::size_t>(index)].point) << venues.cell(insee);
        ++read;
    }
    EXPECT_EQ(read, 119U);
}

}  // namespace
}  // namespace raquette::ingest
