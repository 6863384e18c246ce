#pragma once

#include "gis/store/sqlite.h"
#include "gis/store/stored_tables.h"

#include <filesystem>

namespace raquette::store {

/// The tables of a GeoPackage, read as the SQLite file it is: a window waits for hundreds of thousands of rows, and GDAL makes each a
/// feature first, at three times the cost.
class FileTables : public StoredTables {
public:
    /// Throws model::Error when there is no such file or SQLite cannot open it.
    explicit FileTables(const std::filesystem::path& path);

    void read(const char* table, const std::function<void(const StoredRow&)>& take) override;

private:
    Database database_;
};

}  // namespace raquette::store
