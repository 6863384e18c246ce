#include "gis/geometry/frame.h"
#include "gis/model/error.h"
#include "ingest/reference/embedded.h"
#include "ingest/reference/population_grid.h"
#include "ingest/reference/population_land.h"
#include "tests/ingest/reference/reference_world.h"
#include "tests/support/files.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <array>
#include <cmath>

namespace raquette::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::square;
using ::testing::ThrowsMessage;

/// Two communes of Loire side by side, 0.1° each from 4.3, 45.4, and one of Guadeloupe.
model::Reference twoLands() {
    model::Reference reference;
    reference.departements = {{"42", "Loire", {150}, 0, square(4.3, 45.4, 0.2)}, {"971", "Guadeloupe", {10}, 1, square(-61.5, 16, 0.2)}};
    reference.regions = {{"84", "Auvergne-Rhône-Alpes", {150}, model::nowhere, {}}, {"01", "Guadeloupe", {10}, model::nowhere, {}}};
    const auto add = [&](const char* code, int people, std::int32_t departement, geometry::LonLat corner) {
        model::Commune commune;
        commune.code = code;
        commune.population = {people};
        commune.departement = departement;
        commune.point = geometry::LonLat{corner.lon + 0.05, corner.lat + 0.05};
        reference.communes.push_back(commune);
        reference.communeShapes.push_back(square(corner.lon, corner.lat));
    };
    add("42001", 100, 0, {4.3, 45.4});
    add("42002", 50, 0, {4.4, 45.4});
    add("97101", 10, 1, {-61.5, 16});
    reference.people = peopleAtCommunes(reference.communes, [](const model::Commune&) { return true; });
    return reference;
}

model::PopulationFile grid(const std::filesystem::path& path) {
    model::PopulationFile file;
    file.path = path;
    file.x = "lon";
    file.y = "lat";
    file.weight = "pop";
    return file;
}

struct Answer {
    model::Reference reference = twoLands();
    model::Issues issues;
};

Answer place(const std::string& text) {
    const TemporaryFolder folder;
    Answer answer;
    placePopulationGrid(grid(folder.write("grid.csv", text)), model::Language::English, answer.reference, answer.issues);
    return answer;
}

std::vector<std::int32_t> peopleIn(const model::Reference& reference, std::int32_t commune) {
    std::vector<std::int32_t> people;
    for (const auto& point : reference.people) {
        if (point.commune == commune) people.push_back(point.people);
    }
    return people;
}

TEST(PopulationGrid, PutsPeopleInTheCommuneTheirCellLiesIn) {
    const Answer answer = place("lon,lat,pop\n4.32,45.45,7\n4.42,45.45,5\n4.48,45.45,1\n-61.45,16.05,9\n");
    EXPECT_THAT(peopleIn(answer.reference, 0), ElementsAre(7));
    EXPECT_THAT(peopleIn(answer.reference, 1), ElementsAre(5, 1));
    EXPECT_THAT(peopleIn(answer.reference, 2), ElementsAre(9));
    EXPECT_EQ(answer.reference.populationModel, model::PopulationModel::Grid);
    EXPECT_THAT(answer.issues, IsEmpty());
    EXPECT_THAT(answer.reference.attributions, ElementsAre("Population: grid.csv"));
}

TEST(PopulationGrid, KeepsThePeopleOfADepartementWithoutCells) {
    const Answer answer = place("lon,lat,pop\n4.32,45.45,7\n");
    EXPECT_THAT(peopleIn(answer.reference, 0), ElementsAre(7));
    EXPECT_THAT(peopleIn(answer.reference, 1), IsEmpty());        // the grid knows Loire, and nobody there
    EXPECT_THAT(peopleIn(answer.reference, 2), ElementsAre(10));  // it does not know Guadeloupe
    ASSERT_EQ(answer.issues.size(), 1U);
    EXPECT_EQ(answer.issues[0].value, "Guadeloupe");
}

TEST(PopulationGrid, CountsACellOffLandInTheNearestCommuneWithinFiveKilometres) {
    // 0.03° of longitude is 2.3 km here, 0.2° is 16 km.
    const Answer answer = place("lon,lat,pop\n4.27,45.45,7\n4.53,45.45,5\n4.10,45.45,1000\n4.32,45.45,1\n-61.45,16.05,1\n");
    EXPECT_THAT(peopleIn(answer.reference, 0), ElementsAre(7, 1));
    EXPECT_THAT(peopleIn(answer.reference, 1), ElementsAre(5));
    ASSERT_EQ(answer.issues.size(), 2U);
    EXPECT_EQ(answer.issues[0].value, "2 cells, 12 people");
    EXPECT_EQ(answer.issues[0].row, 2);
    EXPECT_EQ(answer.issues[1].value, "1 cells, 1,000 people");
    EXPECT_EQ(answer.issues[1].row, 4);
}

TEST(PopulationGrid, TakesTheLowerLeftCornerOfCellsAndTheirScale) {
    const TemporaryFolder folder;
    const auto corner = geometry::toPlane(geometry::lambert93, geometry::LonLat{4.35, 45.45});
    const double x = std::floor(corner.x / 1000);
    const double y = std::floor(corner.y / 1000);
    model::PopulationFile file = grid(folder.write("g.csv", fmt::format("lon,lat,pop\n{},{},3\n", x, y)));
    file.scale = 1000;
    file.cell = 1000;
    file.crs = "EPSG:2154";
    Answer answer;
    placePopulationGrid(file, model::Language::French, answer.reference, answer.issues);
    const auto centre = geometry::toPlane(geometry::lambert93, answer.reference.people[0].at);
    EXPECT_NEAR(centre.x, x * 1000 + 500, 0.01);
    EXPECT_NEAR(centre.y, y * 1000 + 500, 0.01);
    EXPECT_EQ(answer.reference.populationCell, 1000.0);
}

TEST(PopulationGrid, RoundsSharedPeopleWithoutLosingAny) {
    std::string text = "lon,lat,pop\n";
    for (int i = 0; i < 10; ++i) text += "4.35,45.45,0.4\n";
    const Answer answer = place(text);
    EXPECT_THAT(peopleIn(answer.reference, 0), ElementsAre(1, 1, 1, 1));
}

TEST(PopulationGrid, SetsRowsAsideThatAreNoNumbers) {
    const Answer answer = place("lon,lat,pop\n4.32,45.45,7\n4.32;45.45,7\n4.32,45.45,-1\n4.32,45.45,many\n4.32,45.45,2\n-61.45,16.05,9\n");
    EXPECT_THAT(peopleIn(answer.reference, 0), ElementsAre(7, 2));
    ASSERT_EQ(answer.issues.size(), 3U);
    EXPECT_EQ(answer.issues[0].row, 3);
    EXPECT_EQ(answer.issues[1].row, 4);
    EXPECT_EQ(answer.issues[2].row, 5);
    EXPECT_EQ(answer.issues[0].effect, model::IssueEffect::Rejected);
}

TEST(PopulationGrid, IsByDepartementWithoutCommunePolygons) {
    const TemporaryFolder folder;
    Answer answer;
    answer.reference.communeShapes.clear();
    placePopulationGrid(grid(folder.write("g.csv", "lon,lat,pop\n4.32,45.45,7\n-61.45,16.05,9\n")), model::Language::French,
                        answer.reference, answer.issues);
    ASSERT_EQ(answer.reference.people.size(), 2U);
    EXPECT_EQ(answer.reference.people[0].commune, model::nowhere);
    EXPECT_EQ(answer.reference.people[0].departement, 0);
    EXPECT_EQ(answer.reference.people[1].departement, 1);
}

TEST(PopulationGrid, RefusesAGridThatLiesElsewhereOrLacksAColumn) {
    EXPECT_THAT([] { place("lon,lat,pop\n45.45,4.32,7\n"); },
                ThrowsMessage<model::Error>(HasSubstr("none of its 1 cells lies in the reference")));
    EXPECT_THAT([] { place("lon,lat,people\n4.32,45.45,7\n"); }, ThrowsMessage<model::Error>(HasSubstr("“pop”")));
    const TemporaryFolder folder;
    model::PopulationFile file = grid(folder.write("g.csv", "lon,lat,pop\n4.32,45.45,7\n"));
    file.crs = "EPSG:99999";
    Answer answer;
    EXPECT_THAT([&] { placePopulationGrid(file, model::Language::French, answer.reference, answer.issues); },
                ThrowsMessage<model::Error>(HasSubstr("EPSG:99999")));
    EXPECT_EQ(answer.reference.people.size(), 3U) << "a refused grid changes nothing";
}

TEST(LandIndex, FindsTheLandThatHoldsAPointOrIsNearest) {
    const std::vector<geometry::GeoShape> lands{square(4.3, 45.4), square(4.4, 45.4), {}, square(55, -21, 1.5)};
    const LandIndex index(lands);
    EXPECT_EQ(index.containing({4.35, 45.45}), 0);
    EXPECT_EQ(index.containing({4.45, 45.45}), 1);
    EXPECT_EQ(index.containing({56.2, -19.8}), 3);
    EXPECT_EQ(index.containing({4.29, 45.45}), model::nowhere);
    EXPECT_EQ(index.containing({NAN, 45.45}), model::nowhere);
    EXPECT_EQ(index.nearest({4.29, 45.45}, {5000}), 0);
    EXPECT_EQ(index.nearest({4.51, 45.45}, {5000}), 1);
    EXPECT_EQ(index.nearest({4.29, 45.45}, {500}), model::nowhere);
    EXPECT_EQ(index.nearest({NAN, 45.45}, {5000}), model::nowhere);
    EXPECT_EQ(LandIndex({}).containing({4, 45}), model::nowhere);
}

/// A raster of 0.1° pixels over the two communes of Loire: 7 people in the first, none and a hole in the data beside.
std::filesystem::path rasterOn(const TemporaryFolder& folder, bool withCrs = true, bool withPlace = true) {
    GDALAllRegister();
    const std::filesystem::path path = folder.path() / "people.tif";
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    GDALDataset* raster = driver->Create(path.c_str(), 3, 1, 1, GDT_Float32, nullptr);
    std::array<double, 6> place{4.3, 0.1, 0, 45.5, 0, -0.1};
    if (withPlace) raster->SetGeoTransform(place.data());
    if (withCrs) {
        OGRSpatialReference degrees;
        degrees.SetWellKnownGeogCS("WGS84");
        raster->SetSpatialRef(&degrees);
    }
    raster->GetRasterBand(1)->SetNoDataValue(-9999);
    std::array<float, 3> people{7.4F, 5.4F, -9999.0F};
    EXPECT_EQ(raster->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, 3, 1, people.data(), 3, 1, GDT_Float32, 0, 0, nullptr), CE_None);
    GDALClose(raster);
    return path;
}

TEST(PopulationRaster, CountsEachPixelAtItsMiddle) {
    const TemporaryFolder folder;
    model::PopulationFile file;
    file.path = rasterOn(folder);
    model::Reference reference = twoLands();
    model::Issues issues;
    placePopulationGrid(file, model::Language::English, reference, issues);
    EXPECT_THAT(peopleIn(reference, 0), ElementsAre(7));
    EXPECT_THAT(peopleIn(reference, 1), ElementsAre(6));  // 5.4 and what the first had too much of
    EXPECT_EQ(reference.populationModel, model::PopulationModel::Grid);
    EXPECT_NEAR(*reference.populationCell, 0.1, 1e-12);
}

TEST(PopulationRaster, WithoutAPlaceOrCoordinatesIsRefusedWithTheRemedy) {
    const TemporaryFolder folder;
    model::Reference reference = twoLands();
    model::Issues issues;
    model::PopulationFile file;
    file.path = rasterOn(folder, false);
    EXPECT_THAT([&] { placePopulationGrid(file, model::Language::English, reference, issues); },
                ThrowsMessage<model::Error>(HasSubstr("crs =")));
    file.crs = "EPSG:4326";
    placePopulationGrid(file, model::Language::English, reference, issues);
    EXPECT_THAT(peopleIn(reference, 0), ElementsAre(7));
    const TemporaryFolder other;
    file.path = rasterOn(other, true, false);
    EXPECT_THAT([&] { placePopulationGrid(file, model::Language::English, reference, issues); },
                ThrowsMessage<model::Error>(HasSubstr("where it lies")));
    file.path = other.write("broken.tif", "II*nothing");
    EXPECT_THAT([&] { placePopulationGrid(file, model::Language::English, reference, issues); },
                ThrowsMessage<model::Error>(HasSubstr("no raster")));
}

TEST(PopulationPolygons, CountInsideEach) {
    const TemporaryFolder folder;
    model::PopulationFile file;
    file.weight = "pop";
    file.path = folder.write("squares.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"pop":12},"geometry":{"type":"Polygon","coordinates":[[[4.31,45.41],[4.33,45.41],[4.33,45.43],[4.31,45.43],[4.31,45.41]]]}},
{"type":"Feature","properties":{"pop":3},"geometry":{"type":"Polygon","coordinates":[[[4.41,45.41],[4.49,45.41],[4.49,45.49],[4.48,45.49],[4.48,45.42],[4.41,45.42],[4.41,45.41]]]}},
{"type":"Feature","properties":{"pop":-4},"geometry":{"type":"Polygon","coordinates":[[[4.41,45.41],[4.42,45.41],[4.42,45.42],[4.41,45.41]]]}}]})");
    model::Reference reference = twoLands();
    model::Issues issues;
    placePopulationGrid(file, model::Language::English, reference, issues);
    EXPECT_THAT(peopleIn(reference, 0), ElementsAre(12));
    EXPECT_THAT(peopleIn(reference, 1), ElementsAre(3));
    ASSERT_FALSE(issues.empty());
    EXPECT_EQ(issues.front().value, "-4");
    EXPECT_EQ(issues.front().effect, model::IssueEffect::Rejected);
    file.weight = "habitants";
    EXPECT_THAT([&] { placePopulationGrid(file, model::Language::English, reference, issues); },
                ThrowsMessage<model::Error>(HasSubstr("weight")));
}

}  // namespace
}  // namespace raquette::ingest
