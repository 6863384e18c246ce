#include "gis/store/database_tables.h"

#include "gis/geometry/wkb.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <cstddef>

namespace raquette::store {

namespace {

class DatabaseRow : public StoredRow {
public:
    explicit DatabaseRow(const OGRFeatureDefn& columns) : columns_(columns) {}

    void next(OGRFeature& feature) {
        feature_ = &feature;
        begin();
    }

    geometry::GeoShape shape() const override {
        const OGRGeometry* geometry = feature_->GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty() != 0) return {};
        std::vector<std::byte> wkb(geometry->WkbSize());
        geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()), wkbVariantIso);
        return geometry::geoShapeFromWkb(wkb);
    }

    std::optional<geometry::LonLat> point() const override {
        const OGRGeometry* geometry = feature_->GetGeometryRef();
        if (geometry == nullptr || geometry->IsEmpty() != 0 || wkbFlatten(geometry->getGeometryType()) != wkbPoint) return std::nullopt;
        return geometry::LonLat{geometry->toPoint()->getX(), geometry->toPoint()->getY()};
    }

private:
    int findColumn(const char* column) const override { return columns_.GetFieldIndex(column); }
    bool isFilled(int at) const override { return feature_->IsFieldSetAndNotNull(at) != 0; }
    std::string textAt(int at) const override { return feature_->GetFieldAsString(at); }
    std::int64_t wholeAt(int at) const override { return feature_->GetFieldAsInteger64(at); }
    double numberAt(int at) const override { return feature_->GetFieldAsDouble(at); }

    const OGRFeatureDefn& columns_;
    OGRFeature* feature_ = nullptr;
};

struct ResultSetCloser {
    GDALDataset* dataset;
    void operator()(OGRLayer* layer) const { dataset->ReleaseResultSet(layer); }
};

}  // namespace

void DatabaseTables::read(const char* table, const std::function<void(const StoredRow&)>& take) {
    if (dataset_->GetLayerByName(table) == nullptr) return;
    const GdalTalk talk;
    // A database keeps rows in whatever order suits it.
    const std::string ordered = fmt::format("SELECT * FROM \"{}\" ORDER BY fid", table);
    const std::unique_ptr<OGRLayer, ResultSetCloser> rows(dataset_->ExecuteSQL(ordered.c_str(), nullptr, nullptr), {dataset_.get()});
    if (rows) {
        DatabaseRow row(*rows->GetLayerDefn());
        while (const FeaturePtr feature{rows->GetNextFeature()}) {
            row.next(*feature);
            take(row);
        }
    }
    if (!talk.failure().empty()) throw model::Error(fmt::format("{} cannot be read to its end: {}", name_, talk.failure()));
}

}  // namespace raquette::store
