#include "gis/geometry/frame.h"
#include "gis/model/error.h"
#include "gis/store/store.h"
#include "tests/gis/store/sql.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/files.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace raquette::store {
namespace {

using test::tinyWorld;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ExportCrs : public testing::Test {
protected:
    TemporaryFolder folder_;

    static std::string codeOf(const std::filesystem::path& file) {
        GDALAllRegister();
        const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
        const OGRSpatialReference* found = dataset ? dataset->GetLayer(0)->GetSpatialRef() : nullptr;
        if (found == nullptr) return "none";
        OGRSpatialReference reference(*found);
        reference.AutoIdentifyEPSG();
        return reference.GetAuthorityCode(nullptr) ? reference.GetAuthorityCode(nullptr) : "unknown";
    }

    static geometry::PlanePoint firstPlace(const std::filesystem::path& file) {
        GDALAllRegister();
        const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
        for (const auto& feature : *dataset->GetLayer(0)) {
            const OGRPoint* point = feature->GetGeometryRef() ? feature->GetGeometryRef()->toPoint() : nullptr;
            if (point != nullptr) return {point->getX(), point->getY()};
        }
        return {};
    }
};

TEST_F(ExportCrs, APlannerGetsLambert93WhereTheFormatKnowsCoordinates) {
    const StudyState world = tinyWorld();
    const geometry::PlanePoint there = geometry::toPlane(geometry::lambert93, *world.dataset.venues[0].place.position);
    for (const auto& [format, path, file] :
         {std::tuple("shapefile", "s", "s/venues.shp"), {"gpkg", "v.gpkg", "v.gpkg"}, {"flatgeobuf", "v.fgb", "v.fgb"}}) {
        EXPECT_THAT(exportLayers(world, format, folder_ / path, {"venues"}, {.ids = {world.dataset.venues[0].id}, .crs = "EPSG:2154"}),
                    IsEmpty())
            << format;
        EXPECT_EQ(codeOf(folder_ / file), "2154") << format;
        EXPECT_NEAR(firstPlace(folder_ / file).x, there.x, 1e-3) << format;
        EXPECT_NEAR(firstPlace(folder_ / file).y, there.y, 1e-3) << format;
    }
}

TEST_F(ExportCrs, WhatLiesOffItsLandIsWrittenAndTold) {
    StudyState world = tinyWorld();
    world.dataset.venues[0].place.position = geometry::LonLat{55.45, -20.88};  // La Réunion
    const auto remarks = exportLayers(world, "gpkg", folder_ / "v.gpkg", {"venues"}, {.crs = "EPSG:2154"});
    EXPECT_THAT(remarks, ElementsAre(HasSubstr("1 élément(s) se trouvent hors du territoire pour lequel EPSG:2154 est fait")));
    EXPECT_EQ(test::query(folder_ / "v.gpkg", "SELECT count(*) FROM venues").front(), std::to_string(world.dataset.venues.size()));
    EXPECT_THAT(exportLayers(world, "gpkg", folder_ / "w.gpkg", {"venues"}), IsEmpty()) << "longitudes and latitudes are for all";
}

TEST_F(ExportCrs, AnUnknownOneOrOneThatTheFormatCannotHaveIsSaid) {
    const auto messageOf = [&](const std::string& format, const std::string& path, const std::string& crs) -> std::string {
        try {
            exportLayers(tinyWorld(), format, folder_ / path, {"venues"}, {.crs = crs});
        } catch (const model::Error& error) {
            return error.what();
        }
        return "no error";
    };
    EXPECT_THAT(messageOf("gpkg", "v.gpkg", "EPSG:999999"), HasSubstr("“EPSG:999999” is no coordinate system that PROJ knows"));
    EXPECT_THAT(messageOf("gpkg", "v.gpkg", "/etc/passwd"), HasSubstr("no coordinate system"));
    EXPECT_THAT(messageOf("geojson", "v.geojson", "EPSG:2154"), HasSubstr("geojson is always in longitudes and latitudes"));
    EXPECT_THAT(messageOf("kml", "v.kml", "EPSG:2154"), HasSubstr("kml is always in longitudes and latitudes"));
    EXPECT_EQ(messageOf("geojson", "v.geojson", "EPSG:4326"), "no error");
}

}  // namespace
}  // namespace raquette::store
