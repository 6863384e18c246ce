#include "ingest/reference/package.h"

#include "gis/geometry/geodesic.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"
#include "ingest/reference/embedded.h"
#include "tests/ingest/reference/reference_world.h"
#include "tests/support/files.h"

namespace raquette::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::ThrowsMessage;
using testing::TinyReference;

model::Reference read(const std::filesystem::path& file, model::Issues& issues) {
    return readReferencePackage(file, {{"42999", "42002"}, {"42001", "42002"}}, model::Language::English, issues);
}

model::Reference readTiny(const TinyReference& tiny, model::Issues& issues) {
    const TemporaryFolder folder;
    return read(tiny.writeTo(folder / "tiny.gpkg"), issues);
}

/// The message refused with.
std::string refusal(const TinyReference& tiny) {
    model::Issues issues;
    try {
        readTiny(tiny, issues);
    } catch (const model::Error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(ReferencePackage, HoldsCommunesInTheirUnits) {
    model::Issues issues;
    const model::Reference reference = readTiny({}, issues);
    EXPECT_THAT(issues, IsEmpty());
    EXPECT_EQ(reference.title, "tiny");
    ASSERT_EQ(reference.communes.size(), 2U);
    const model::Commune& ailleux = reference.communes[1];
    EXPECT_EQ(ailleux.name, "Ailleux");
    EXPECT_EQ(ailleux.population, model::Inhabitants{50});
    EXPECT_EQ(reference.departements.at(static_cast<std::size_t>(ailleux.departement)).name, "Loire");
    EXPECT_EQ(reference.epcis.at(static_cast<std::size_t>(ailleux.epci)).name, "Saint-Étienne Métropole");
    EXPECT_EQ(reference.epcis[0].parent, 0);
    EXPECT_EQ(reference.departements[0].parent, 0);
    EXPECT_THAT(ailleux.postcodes, ElementsAre("42130", "42131"));
    EXPECT_EQ(ailleux.point, (geometry::LonLat{4.45, 45.45}));
    ASSERT_TRUE(reference.hasCommunePolygons());
    EXPECT_EQ(reference.communeShapes[1], testing::square(4.4, 45.4));
}

TEST(ReferencePackage, StandsThePeopleOfACommuneAtItsPoint) {
    TinyReference tiny;
    tiny.communes.rows[1][2] = "0";
    model::Issues issues;
    const model::Reference reference = readTiny(tiny, issues);
    EXPECT_EQ(reference.populationModel, model::PopulationModel::Communes);
    ASSERT_EQ(reference.people.size(), 1U);  // nobody lives in the other
    EXPECT_EQ(reference.people[0].people, 100);
    EXPECT_EQ(reference.people[0].commune, 0);
    EXPECT_EQ(reference.people[0].at, (geometry::LonLat{4.35, 45.45}));
}

TEST(ReferencePackage, SortsCommunesByCodeWithTheirShapes) {
    TinyReference tiny;
    std::swap(tiny.communes.rows[0], tiny.communes.rows[1]);
    std::swap(tiny.communes.shapes[0], tiny.communes.shapes[1]);
    model::Issues issues;
    const model::Reference reference = readTiny(tiny, issues);
    EXPECT_EQ(reference.communes[0].code, "42001");
    EXPECT_EQ(reference.communeShapes[0], testing::square(4.3, 45.4));
}

TEST(ReferencePackage, TakesFormerCodesFromTheEmbeddedTablesUnlessTheyStillExist) {
    model::Issues issues;
    const model::Reference reference = readTiny({}, issues);
    EXPECT_THAT(reference.communes[0].formerCodes, IsEmpty());
    EXPECT_THAT(reference.communes[1].formerCodes, ElementsAre("42999"));  // 42001 is a commune here
}

TEST(ReferencePackage, PrefersItsOwnFormerCodes) {
    TinyReference tiny;
    tiny.communes.columns.emplace_back("anciens_codes");
    tiny.communes.rows[0].emplace_back("42998");
    tiny.communes.rows[1].emplace_back("");
    model::Issues issues;
    const model::Reference reference = readTiny(tiny, issues);
    EXPECT_THAT(reference.communes[0].formerCodes, ElementsAre("42998"));
    EXPECT_THAT(reference.communes[1].formerCodes, IsEmpty());
}

TEST(ReferencePackage, TakesTheFarthestBorderAsTheUncertaintyOfACommune) {
    TinyReference tiny;
    tiny.communes.rows[0][7] = "4.31";  // 1 km from its western border, 9.4 from the eastern
    tiny.communes.rows[0][8] = "45.41";
    model::Issues issues;
    const model::Reference reference = readTiny(tiny, issues);
    EXPECT_NEAR(reference.communes[0].uncertainty.value, geometry::geodesicDistance({4.31, 45.41}, {4.4, 45.5}).value, 0.01);
}

TEST(ReferencePackage, RepairsAnInvalidPolygonAndNamesItsCommune) {
    TinyReference tiny;
    tiny.communes.shapes[1] = testing::ring({{4.4, 45.4}, {4.5, 45.5}, {4.5, 45.4}, {4.4, 45.5}});  // a bow tie
    model::Issues issues;
    const model::Reference reference = readTiny(tiny, issues);
    EXPECT_EQ(geometry::invalidity(reference.communeShapes[1]), std::nullopt);
    EXPECT_FALSE(reference.communeShapes[1].empty());
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_THAT(issues[0].value, HasSubstr("42002"));
    EXPECT_THAT(issues[0].action, HasSubstr("Self-intersection"));
    EXPECT_EQ(issues[0].effect, model::IssueEffect::Noted);
}

TEST(ReferencePackage, KeepsACommuneWithoutPolygonOrPointAndSaysSo) {
    TinyReference tiny;
    tiny.communes.shapes[0] = {};
    tiny.communes.rows[1][7] = "";
    model::Issues issues;
    const model::Reference reference = readTiny(tiny, issues);
    EXPECT_EQ(reference.communes.size(), 2U);
    EXPECT_FALSE(reference.communes[1].point.has_value());
    ASSERT_EQ(issues.size(), 2U);
    EXPECT_THAT(issues[0].value, HasSubstr("42001"));
    EXPECT_EQ(issues[0].column, "geom");
    EXPECT_THAT(issues[1].value, HasSubstr("42002"));
    EXPECT_EQ(issues[1].column, "lon, lat");
}

TEST(ReferencePackage, DoesWithoutAnEpciLayerAndSaysSo) {
    const TemporaryFolder folder;
    const TinyReference tiny;
    writeLayers(folder / "tiny.gpkg", {tiny.communes, tiny.departements, tiny.regions}, {});
    model::Issues issues;
    const model::Reference reference = read(folder / "tiny.gpkg", issues);
    EXPECT_THAT(reference.epcis, IsEmpty());
    EXPECT_EQ(reference.communes[0].epci, model::nowhere);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_THAT(issues[0].rule, HasSubstr("epci"));
}

TEST(ReferencePackage, RefusesWhatCannotServeAndSaysWhatAReferenceHolds) {
    const TemporaryFolder folder;
    const TinyReference tiny;
    writeLayers(folder / "tiny.gpkg", {tiny.communes, tiny.epci, tiny.departements}, {});
    model::Issues issues;
    EXPECT_THAT([&] { read(folder / "tiny.gpkg", issues); },
                ThrowsMessage<model::Error>(AllOf(HasSubstr("tiny.gpkg"), HasSubstr("no layer “regions”"))));

    TinyReference noName;
    noName.communes.columns[1] = "name";
    EXPECT_THAT(refusal(noName), AllOf(HasSubstr("tiny.gpkg, layer communes: no column “nom”"), HasSubstr("insee, nom, population")));
    TinyReference unknown;
    unknown.communes.rows[0][3] = "43";
    EXPECT_THAT(refusal(unknown), HasSubstr("département 43 of commune 42001 is unknown"));
    TinyReference twice;
    twice.communes.rows[1][0] = "42001";
    EXPECT_THAT(refusal(twice), HasSubstr("code 42001 is used twice"));
    TinyReference negative;
    negative.communes.rows[1][2] = "-5";
    EXPECT_THAT(refusal(negative), HasSubstr("“population” of 42002 is “-5”"));
    TinyReference empty;
    empty.communes.rows.clear();
    EXPECT_THAT(refusal(empty), HasSubstr("it is empty"));
    EXPECT_EQ(refusal({}), "accepted");
}

TEST(ReferencePackage, RefusesAMissingEmptyOrTruncatedFile) {
    const TemporaryFolder folder;
    model::Issues issues;
    EXPECT_THAT([&] { read(folder / "none.gpkg", issues); }, ThrowsMessage<model::Error>(HasSubstr("none.gpkg: this file does not exist")));
    EXPECT_THAT([&] { read(folder.write("text.gpkg", "not a database"), issues); }, ThrowsMessage<model::Error>(HasSubstr("text.gpkg")));
    EXPECT_THAT([&] { read(folder.write("empty.gpkg", ""), issues); }, ThrowsMessage<model::Error>(HasSubstr("empty.gpkg")));

    TinyReference tiny;
    for (int i = 3; i < 2000; ++i) {
        tiny.communes.rows.push_back(tiny.communes.rows[0]);
        tiny.communes.rows.back()[0] = std::to_string(42000 + i);
        tiny.communes.shapes.push_back(testing::square(4 + i * 0.001, 45));
    }
    tiny.writeTo(folder / "cut.gpkg");
    std::filesystem::resize_file(folder / "cut.gpkg", std::filesystem::file_size(folder / "cut.gpkg") / 2);
    EXPECT_THAT([&] { read(folder / "cut.gpkg", issues); }, ThrowsMessage<model::Error>(HasSubstr("cut.gpkg")));
}

TEST(FarthestBorder, IsMeasuredOnTheEllipsoid) {
    const geometry::GeoShape land = testing::ring({{2, 48}, {2.6, 48.1}, {2.3, 48.4}});
    EXPECT_NEAR(farthestBorder({2.1, 48.1}, land).value, geometry::geodesicDistance({2.1, 48.1}, {2.6, 48.1}).value, 0.01);
    EXPECT_EQ(farthestBorder({2, 48}, {}), model::Metres{0});
}

}  // namespace
}  // namespace raquette::ingest
