#pragma once

#include "gis/geometry/shape.h"
#include "gis/store/gdal_room.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace raquette::store {

/// A row of a store's table, by column name. A column the store lacks reads as nothing: older stores have fewer.
class StoredRow {
public:
    explicit StoredRow(OGRFeature& feature) : feature_(feature) {}

    std::string text(const char* column) const;
    std::optional<std::int64_t> whole(const char* column) const;
    std::optional<double> number(const char* column) const;
    geometry::GeoShape shape() const;
    std::optional<geometry::LonLat> point() const;

private:
    int filled(const char* column) const;
    OGRFeature& feature_;
};

/// Calls `take` for each row in the order written; does nothing when there is no such table.
void readTable(GDALDataset& dataset, const char* table, const std::function<void(const StoredRow&)>& take);

}  // namespace raquette::store
