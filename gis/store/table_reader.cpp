#include "gis/store/table_reader.h"

#include "gis/geometry/wkb.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

namespace raquette::store {

int AskedColumns::indexOf(const char* column, const OGRFeature& feature) {
    if (next_ < asked_.size() && asked_[next_].first == column) return asked_[next_++].second;
    const auto known = std::ranges::find(asked_, column, &std::pair<std::string, int>::first);
    next_ = static_cast<std::size_t>(known - asked_.begin()) + 1;
    if (known != asked_.end()) return known->second;
    return asked_.emplace_back(column, feature.GetDefnRef()->GetFieldIndex(column)).second;
}

int StoredRow::filled(const char* column) const {
    const int field = columns_.indexOf(column, feature_);
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

namespace {

std::vector<const OGRPolygon*> polygonsOf(const OGRGeometry& geometry) {
    std::vector<const OGRPolygon*> polygons;
    if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon) polygons.push_back(geometry.toPolygon());
    if (wkbFlatten(geometry.getGeometryType()) == wkbMultiPolygon) {
        for (const OGRPolygon* polygon : *geometry.toMultiPolygon()) polygons.push_back(polygon);
    }
    return polygons;
}

std::size_t pointsOf(const OGRPolygon& polygon) {
    std::size_t points = 0;
    for (const OGRLinearRing* ring : polygon) points += static_cast<std::size_t>(ring->getNumPoints());
    return points;
}

/// Copies the rings as they are: a store has tens of megabytes of them.
void addPolygon(const OGRPolygon& polygon, geometry::GeoShape& shape) {
    static_assert(sizeof(OGRRawPoint) == sizeof(geometry::LonLat));
    const std::size_t ringsBefore = shape.ringCount();
    for (const OGRLinearRing* ring : polygon) {
        if (ring->getNumPoints() == 0) continue;
        const std::size_t before = shape.points.size();
        shape.points.resize(before + static_cast<std::size_t>(ring->getNumPoints()));
        ring->getPoints(reinterpret_cast<OGRRawPoint*>(shape.points.data() + before));
        shape.closeRing();
    }
    if (shape.ringCount() > ringsBefore) shape.closePolygon();
}

}  // namespace

geometry::GeoShape StoredRow::shape() const {
    const OGRGeometry* geometry = feature_.GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty() != 0) return {};
    if (const auto polygons = polygonsOf(*geometry); !polygons.empty()) {
        geometry::GeoShape shape;
        std::size_t points = 0;
        for (const OGRPolygon* polygon : polygons) points += pointsOf(*polygon);
        shape.points.reserve(points);
        for (const OGRPolygon* polygon : polygons) addPolygon(*polygon, shape);
        return shape;
    }
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
    AskedColumns columns;
    while (const FeaturePtr feature{layer.GetNextFeature()}) take(StoredRow(*feature, columns));
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
