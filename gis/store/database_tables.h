#pragma once

#include "gis/store/gdal_room.h"
#include "gis/store/stored_tables.h"

namespace raquette::store {

/// The tables of a shared store, that GDAL has open.
class DatabaseTables : public StoredTables {
public:
    /// `name` is what the store is called in messages.
    DatabaseTables(DatasetPtr dataset, std::string name) : dataset_(std::move(dataset)), name_(std::move(name)) {}

    void read(const char* table, const std::function<void(const StoredRow&)>& take) override;

private:
    DatasetPtr dataset_;
    std::string name_;
};

}  // namespace raquette::store
