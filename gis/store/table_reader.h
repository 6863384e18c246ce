#pragma once

#include "gis/geometry/shape.h"
#include "gis/store/gdal_room.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace raquette::store {

/// Where the columns of a table are that were asked for. Rows are asked for the same ones in the same order: each is where the row before
/// had it.
class AskedColumns {
public:
    /// For a row of its own.
    void begin() { next_ = 0; }
    /// Its index; negative where the table has no such column.
    int indexOf(const char* column, const OGRFeature& feature);

private:
    std::vector<std::pair<std::string, int>> asked_;
    std::size_t next_ = 0;
};

/// A row of a store's table, by column name. A column the store lacks reads as nothing: older stores have fewer.
class StoredRow {
public:
    StoredRow(OGRFeature& feature, AskedColumns& columns) : feature_(feature), columns_(columns) { columns_.begin(); }

    std::string text(const char* column) const;
    std::optional<std::int64_t> whole(const char* column) const;
    std::optional<double> number(const char* column) const;
    geometry::GeoShape shape() const;
    std::optional<geometry::LonLat> point() const;

private:
    int filled(const char* column) const;
    OGRFeature& feature_;
    AskedColumns& columns_;
};

/// Calls `take` for each row in the order written; does nothing when there is no such table.
void readTable(GDALDataset& dataset, const char* table, const std::function<void(const StoredRow&)>& take);

}  // namespace raquette::store
