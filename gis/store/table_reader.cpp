#include "gis/store/table_reader.h"

#include "gis/geometry/wkb.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string_view>
#include <vector>

namespace raquette::store {

int StoredRow::filled(const char* column) const {
    const int field = feature_.GetDefnRef()->GetFieldIndex(column);
    return field >= 0 && feature_.IsFieldSetAndNotNull(field) != 0 ? field : -1;
}

std::string StoredRow::text(const char* column) const {
    const int field = filled(column);
    return field < 0 ? std::string() : feature_.GetFieldAsString(field);
}

std::optional<std::int64_t> StoredRow::whole(const char* column) const {
    const int field = filled(column);
    if (field < 0) return std::nullopt;
    return feature_.GetFieldAsInteger64(field);
}

std::optional<double> StoredRow::number(const char* column) const {
    const int field = filled(column);
    if (field < 0) return std::nullopt;
    return feature_.GetFieldAsDouble(field);
}

geometry::GeoShape StoredRow::shape() const {
    const OGRGeometry* geometry = feature_.GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty() != 0) return {};
    std::vector<std::byte> wkb(geometry->WkbSize());
    geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()), wkbVariantIso);
    return geometry::geoShapeFromWkb(wkb);
}

std::optional<geometry::LonLat> StoredRow::point() const {
    const OGRGeometry* geometry = feature_.GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty() != 0 || wkbFlatten(geometry->getGeometryType()) != wkbPoint) return std::nullopt;
    return geometry::LonLat{geometry->toPoint()->getX(), geometry->toPoint()->getY()};
}

namespace {

struct ResultSetCloser {
    GDALDataset* dataset;
    void operator()(OGRLayer* layer) const { dataset->ReleaseResultSet(layer); }
};

void takeAll(OGRLayer& layer, const std::function<void(const StoredRow&)>& take) {
    layer.ResetReading();
    while (const FeaturePtr feature{layer.GetNextFeature()}) take(StoredRow(*feature));
}

}  // namespace

void readTable(GDALDataset& dataset, const char* table, const std::function<void(const StoredRow&)>& take) {
    OGRLayer* layer = dataset.GetLayerByName(table);
    if (layer == nullptr) return;
    if (std::string_view(dataset.GetDriverName()) != "PostgreSQL") {
        takeAll(*layer, take);
        return;
    }
    // A database keeps rows in whatever order suits it.
    const std::string ordered = fmt::format("SELECT * FROM \"{}\" ORDER BY fid", table);
    const std::unique_ptr<OGRLayer, ResultSetCloser> rows(dataset.ExecuteSQL(ordered.c_str(), nullptr, nullptr), {&dataset});
    if (rows) takeAll(*rows, take);
}

}  // namespace raquette::store
