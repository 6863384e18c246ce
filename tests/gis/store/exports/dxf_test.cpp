#include "gis/store/store.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <map>

namespace raquette::store {
namespace {

using test::tinyWorld;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

/// What another reader sees: how many of each kind lie on each layer of the drawing, and the texts.
struct Seen {
    std::map<std::string, int> entities;
    std::vector<std::string> texts;
    OGREnvelope box;
};

Seen seen(const std::filesystem::path& drawing) {
    GDALAllRegister();
    Seen found;
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(drawing.c_str(), GDAL_OF_VECTOR));
    if (!dataset) return found;
    for (const auto& feature : *dataset->GetLayer(0)) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        ++found.entities[fmt::format("{} {}", feature->GetFieldAsString("Layer"), geometry->getGeometryName())];
        if (const std::string text = feature->GetFieldAsString("Text"); !text.empty()) found.texts.push_back(text);
        OGREnvelope box;
        geometry->getEnvelope(&box);
        found.box.Merge(box);
    }
    return found;
}

class Dxf : public testing::Test {
protected:
    TemporaryFolder folder_;
};

TEST_F(Dxf, ADrawingHasALayerForEachOfOurs) {
    exportLayers(tinyWorld(), "dxf", folder_ / "plan.dxf", {"gaps", "venues"});
    const Seen drawing = seen(folder_ / "plan.dxf");
    EXPECT_THAT(drawing.entities, Contains(Pair("gaps LINESTRING", 2))) << "outlines, which hide nothing";
    EXPECT_THAT(drawing.entities, Contains(Pair("gaps_names POINT", 2)));
    EXPECT_THAT(drawing.entities, Contains(Pair("venues POINT", 3)));
    EXPECT_THAT(drawing.texts, Contains(HasSubstr("Le Fil")));
    EXPECT_THAT(drawing.texts, Contains(HasSubstr("Œuilly"))) << "accents and ligatures come back";
    EXPECT_THAT(drawing.texts, Contains(test::hostileName)) << "quotes do not end a text";
}

TEST_F(Dxf, IsInMetresOfTheLandWherePeopleLive) {
    exportLayers(tinyWorld(), "dxf", folder_ / "plan.dxf", {"gaps"});
    const OGREnvelope lambert = seen(folder_ / "plan.dxf").box;
    EXPECT_GT(lambert.MinX, 500000);
    EXPECT_NEAR(lambert.MaxY - lambert.MinY, 111000, 3000) << "a degree of latitude";
    exportLayers(tinyWorld(), "dxf", folder_ / "plan.dxf", {"gaps"}, {.crs = "EPSG:4326"});
    EXPECT_NEAR(seen(folder_ / "plan.dxf").box.MaxY, 47, 0.01);
}

TEST_F(Dxf, LandThatThePlaneIsNotMadeForIsLeftOutAndTold) {
    StudyState world = tinyWorld();
    world.dataset.venues[0].place.position = geometry::LonLat{55.45, -20.88};  // La Réunion
    const auto remarks = exportLayers(world, "dxf", folder_ / "plan.dxf", {"gaps", "venues"});
    EXPECT_THAT(remarks, ElementsAre(HasSubstr("1 contours et lieux se trouvent hors du territoire pour lequel EPSG:2154 est fait")));
    EXPECT_THAT(seen(folder_ / "plan.dxf").entities, Contains(Pair("venues POINT", 2)));
    EXPECT_GT(seen(folder_ / "plan.dxf").box.MinY, 6e6);
}

TEST_F(Dxf, TablesWithoutAPlaceAreLeftOutOfAll) {
    exportLayers(tinyWorld(), "dxf", folder_ / "plan.dxf", {});
    EXPECT_THAT(folder_.names(), ElementsAre("plan.dxf", "plan.dxf.xml"));
    EXPECT_THAT(seen(folder_ / "plan.dxf").entities, Contains(Pair("links LINESTRING", testing::Gt(0))));
}

}  // namespace
}  // namespace raquette::store
