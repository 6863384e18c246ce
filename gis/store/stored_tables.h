#pragma once

#include "gis/geometry/shape.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace raquette::store {

/// A row of a store's table, by column name. A column the store lacks reads as nothing: older stores have fewer.
class StoredRow {
public:
    virtual ~StoredRow() = default;

    std::string text(const char* column) const;
    std::optional<std::int64_t> whole(const char* column) const;
    std::optional<double> number(const char* column) const;
    /// Of the row's polygons; empty where it has none.
    virtual geometry::GeoShape shape() const = 0;
    virtual std::optional<geometry::LonLat> point() const = 0;

protected:
    StoredRow() = default;
    StoredRow(const StoredRow&) = default;
    StoredRow& operator=(const StoredRow&) = default;
    StoredRow(StoredRow&&) = default;
    StoredRow& operator=(StoredRow&&) = default;

    /// Every row is asked for the same columns in the same order: each is where the row before had it.
    void begin() { next_ = 0; }

private:
    /// Where the table has that column, negative where it has none.
    virtual int findColumn(const char* column) const = 0;
    virtual bool isFilled(int at) const = 0;
    virtual std::string textAt(int at) const = 0;
    virtual std::int64_t wholeAt(int at) const = 0;
    virtual double numberAt(int at) const = 0;

    /// Negative where the row has nothing in that column.
    int filled(const char* column) const;

    mutable std::vector<std::pair<std::string, int>> asked_;
    mutable std::size_t next_ = 0;
};

/// The tables of a store open for reading, by one thread.
class StoredTables {
public:
    virtual ~StoredTables() = default;

    /// Calls `take` for each row in the order written; does nothing when there is no such table. Throws model::Error when the table
    /// cannot be read to its end.
    virtual void read(const char* table, const std::function<void(const StoredRow&)>& take) = 0;

protected:
    StoredTables() = default;
    StoredTables(const StoredTables&) = default;
    StoredTables& operator=(const StoredTables&) = default;
    StoredTables(StoredTables&&) = default;
    StoredTables& operator=(StoredTables&&) = default;
};

}  // namespace raquette::store
