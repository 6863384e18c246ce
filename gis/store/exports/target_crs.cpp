#include "gis/store/exports/target_crs.h"

#include "gis/model/error.h"
#include "gis/store/gdal_room.h"

#include <fmt/format.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

namespace raquette::store {

TargetCrs::TargetCrs(const std::string& crs) : reference_(std::make_unique<OGRSpatialReference>()) {
    const GdalTalk talk;
    OGRSpatialReference store;
    store.SetWellKnownGeogCS("WGS84");
    store.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    *reference_ = store;
    if (crs.empty() || crs == "EPSG:4326") return;
    if (reference_->SetFromUserInput(crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE)
        throw model::Error(fmt::format("“{}” is no coordinate system that PROJ knows. Name one by its code, such as EPSG:2154.", crs));
    reference_->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    there_.reset(OGRCreateCoordinateTransformation(&store, reference_.get()));
    if (!there_) throw model::Error(fmt::format("Nothing leads from longitudes and latitudes to {}: {}.", crs, talk.failure()));
}

TargetCrs::~TargetCrs() = default;
TargetCrs::TargetCrs(TargetCrs&&) noexcept = default;
TargetCrs& TargetCrs::operator=(TargetCrs&&) noexcept = default;

bool TargetCrs::isMadeFor(const OGRGeometry& geometry) const {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    const char* name = nullptr;
    if (!there_ || !reference_->GetAreaOfUse(&west, &south, &east, &north, &name)) return true;
    OGREnvelope box;
    geometry.getEnvelope(&box);
    constexpr double across = 2;  // degrees: a neighbour just beyond the border is still well placed
    return box.MinX >= west - across && box.MaxX <= east + across && box.MinY >= south - across && box.MaxY <= north + across;
}

void TargetCrs::take(OGRGeometry& geometry) {
    if (!there_ || geometry.IsEmpty() != 0) return;
    const bool astray = !isMadeFor(geometry);
    const GdalTalk talk;
    if (geometry.transform(there_.get()) != OGRERR_NONE) {
        const char* code = reference_->GetAuthorityCode(nullptr);
        throw model::Error(
            fmt::format("Something to export has no place in EPSG:{}: {}. Choose another coordinate system, or leave it out.",
                        code ? code : "?", talk.failure()));
    }
    if (astray) ++astray_;
}

}  // namespace raquette::store
