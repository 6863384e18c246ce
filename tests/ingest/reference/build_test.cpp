#include "ingest/reference/build.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"
#include "gis/model/error.h"
#include "ingest/reference/package.h"
#include "tests/ingest/reference/reference_world.h"
#include "tests/support/files.h"

#include <fmt/format.h>

namespace raquette::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;

std::string feature(const std::string& properties, double lon, double lat) {
    return fmt::format(
        R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"Polygon","coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
        properties, lon, lat, lon + 0.1, lat, lon, lat + 0.1, lon, lat);
}

std::string collection(const std::vector<std::string>& features) {
    return fmt::format(R"({{"type":"FeatureCollection","features":[{}]}})", fmt::join(features, ","));
}

/// Saint-Étienne and Saint-Chamond as Etalab's contours administratifs have them: no population, no postcodes.
std::filesystem::path etalabCommunes(const TemporaryFolder& folder) {
    return folder.write("communes.geojson",
                        collection({feature(R"("code":"42218","nom":"Saint-Étienne","departement":"42","epci":"244200770")", 4.3, 45.4),
                                    feature(R"("code":"42207","nom":"Saint-Chamond","departement":"42","epci":"244200770")", 4.5, 45.4),
                                    feature(R"("code":"97501","nom":"Miquelon-Langlade")", -56.3, 46.8),
                                    feature(R"("code":"69381","nom":"Lyon 1er")", 4.8, 45.7)}));
}

model::Reference reread(const std::filesystem::path& file) {
    model::Issues issues;
    model::Reference reference = readReferencePackage(file, {}, model::Language::English, issues);
    EXPECT_THAT(issues, IsEmpty());
    return reference;
}

TEST(BuildReference, TakesEtalabsFilesAsTheyAre) {
    const TemporaryFolder folder;
    ReferenceBuildOptions options;
    options.communes.path = etalabCommunes(folder);
    options.epci.path =
        folder.write("epci.geojson", collection({feature(R"("code":"244200770","nom":"Saint-Étienne Métropole")", 4.3, 45.4)}));
    options.output = folder / "loire.gpkg";
    options.title = "Loire";
    options.attribution = "Etalab";
    options.licence = "Licence Ouverte 2.0";
    const ReferenceInfo info = buildReference(options, model::Language::English);
    EXPECT_EQ(info.communes, 2U);
    EXPECT_EQ(info.epcis, 1U);
    EXPECT_THAT(info.attributions, ElementsAre("Etalab (Licence Ouverte 2.0)"));
    EXPECT_THAT(info.differences, IsEmpty());
    ASSERT_THAT(info.issues, SizeIs(2));  // one of the COM and one arrondissement left out
    EXPECT_EQ(info.issues[0].value, "1");

    const model::Reference reference = reread(options.output);
    EXPECT_EQ(reference.title, "Loire");
    ASSERT_EQ(reference.communes.size(), 2U);
    const model::Commune& saintEtienne = reference.communes[1];
    EXPECT_GT(saintEtienne.population.value, 100'000) << "from the embedded tables, by code";
    EXPECT_THAT(saintEtienne.postcodes, ::testing::Contains("42000"));
    EXPECT_TRUE(geometry::contains(reference.communeShapes[1], *saintEtienne.point));
    ASSERT_EQ(reference.departements.size(), 1U);
    EXPECT_EQ(reference.departements[0].name, "Loire");
    EXPECT_EQ(reference.departements[0].population.value, info.people);
    EXPECT_EQ(reference.regions[0].name, "Auvergne-Rhône-Alpes");
}

TEST(BuildReference, ReadsAdminExpressInLambert93) {
    const TemporaryFolder folder;
    const auto corner = geometry::toPlane(geometry::lambert93, geometry::LonLat{4.35, 45.4});
    const auto square = feature(
        R"("INSEE_COM":"42218","NOM":"Saint-Étienne","POPULATION":170000,"INSEE_DEP":"42","INSEE_REG":"84","SIREN_EPCI":"244200770/200000001")",
        0, 0);
    std::string metres = square;
    const auto replaceAll = [&](const std::string& what, const std::string& with) {
        for (auto at = metres.find(what); at != std::string::npos; at = metres.find(what, at + with.size()))
            metres.replace(at, what.size(), with);
    };
    replaceAll("[[[0,0],[0.1,0],[0,0.1],[0,0]]]",
               fmt::format("[[[{0},{1}],[{2},{1}],[{0},{3}],[{0},{1}]]]", corner.x, corner.y, corner.x + 8000, corner.y + 8000));
    std::string text = collection({metres});
    text.insert(1, R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},)");
    ReferenceBuildOptions options;
    options.communes.path = folder.write("COMMUNE.geojson", text);
    options.output = folder / "ign.gpkg";
    buildReference(options, model::Language::English);

    model::Issues issues;
    const model::Reference reference = readReferencePackage(options.output, {}, model::Language::English, issues);
    EXPECT_THAT(issues, SizeIs(1));  // no EPCI layer
    EXPECT_EQ(reference.communes[0].population.value, 170'000);
    const geometry::LonLat first = reference.communeShapes[0].points[0];
    EXPECT_NEAR(first.lon, 4.35, 1e-6);
    EXPECT_NEAR(first.lat, 45.4, 1e-6);
}

TEST(BuildReference, TakesColumnsByTheNamesGiven) {
    const TemporaryFolder folder;
    ReferenceBuildOptions options;
    options.communes.path = folder.write("c.geojson", collection({feature(R"("c":"42218","n":"Sainté","habitants":12)", 4.3, 45.4)}));
    options.communes.columns = {{"insee", "c"}, {"nom", "n"}, {"population", "habitants"}};
    options.output = folder / "c.gpkg";
    EXPECT_EQ(buildReference(options, model::Language::English).people, 12);

    options.communes.columns["population"] = "gens";
    EXPECT_THAT([&] { buildReference(options, model::Language::English); },
                ThrowsMessage<model::Error>(AllOf(HasSubstr("no column “gens”"), HasSubstr("habitants"))));
}

TEST(BuildReference, HoldsNamedAreasAndLaysTheGridBeside) {
    const TemporaryFolder folder;
    const TemporaryFolder* const inputs = &folder;
    std::filesystem::create_directory(folder / "out");
    ReferenceBuildOptions options;
    options.communes.path = etalabCommunes(*inputs);
    options.areas = {
        {folder.write("qpv.geojson", collection({feature(R"("code_qp":"QP042001","nom_qp":"Crêt de Roc")", 4.3, 45.4)})), "", {}}};
    options.population = folder.write("grid.csv", "x,y,pop\n");
    options.output = folder / "out/loire.gpkg";
    EXPECT_EQ(buildReference(options, model::Language::English).areas, 1);
    EXPECT_TRUE(std::filesystem::exists(folder / "out/grid.csv"));
    const PolygonLayer areas = readLayer(options.output, "areas", {"code", "nom", "type"});
    EXPECT_THAT(areas.rows.at(0), ElementsAre("QP042001", "Crêt de Roc", "qpv"));
}

TEST(BuildReference, LeavesThePreviousReferenceIntactWhenItFails) {
    const TemporaryFolder folder;
    ReferenceBuildOptions options;
    options.communes.path = folder.write("c.geojson", collection({feature(R"("code":"42999","nom":"Nulle-Part")", 4.3, 45.4)}));
    options.output = folder.write("old.gpkg", "the previous one");
    EXPECT_THAT([&] { buildReference(options, model::Language::English); },
                ThrowsMessage<model::Error>(HasSubstr("no population for commune 42999")));
    options.communes.path = etalabCommunes(folder);
    options.output = folder / "no/such/folder.gpkg";
    EXPECT_THAT([&] { buildReference(options, model::Language::English); }, ThrowsMessage<model::Error>(HasSubstr("cannot be written")));
    EXPECT_THAT(folder.names(), ElementsAre("c.geojson", "communes.geojson", "old.gpkg"));
    EXPECT_EQ(std::filesystem::file_size(folder / "old.gpkg"), 16U);
}

TEST(ReferenceInfo, TellsWhatTheEmbeddedReferenceHolds) {
    const ReferenceInfo info = referenceInfo({}, model::Language::French);
    EXPECT_EQ(info.communes, 34'875U);
    EXPECT_EQ(info.communesWithoutEpci, 4U);
    EXPECT_EQ(info.communesWithoutPeople, 6U);
    EXPECT_THAT(info.differences, IsEmpty());
    EXPECT_THAT(describe(info), AllOf(HasSubstr("34875"), HasSubstr("GeoNames"), HasSubstr("no commune polygons")));
}

TEST(ReferenceInfo, TellsUnitsWhosePeopleAreNotThoseOfTheirCommunes) {
    const TemporaryFolder folder;
    testing::TinyReference tiny;
    tiny.departements.rows[0][3] = "151";
    const ReferenceInfo info = referenceInfo(tiny.writeTo(folder / "tiny.gpkg"), model::Language::French);
    EXPECT_THAT(info.differences, ElementsAre("dep:42 Loire: 151 people, its communes 150"));
}

}  // namespace
}  // namespace raquette::ingest
