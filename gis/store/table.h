#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace raquette::store {

/// A cell: nothing, text, a whole number or a decimal one.
using Value = std::variant<std::monostate, std::string, std::int64_t, double>;
using Row = std::vector<Value>;
using Wkb = std::vector<std::byte>;

enum class ColumnType { Text, Integer, Real, Boolean, Moment };  ///< the last two only where QGIS asks for them
enum class GeometryKind { None, Point, Lines, Polygons };

struct Column {
    std::string name;
    ColumnType type = ColumnType::Text;
    /// At most 10 letters, for shapefiles; empty: made from the name.
    std::string shortName{};  // NOLINT(readability-redundant-member-init): GCC wants it where columns are listed without it
    bool isPrivate = false;   ///< in the store, never in an export
};

/// One layer or table of the store, described once for the GeoPackage and for every export. Rows are made on demand from
/// the StudyState it was built on, which must outlive it.
struct Table {
    std::string name;
    GeometryKind geometry = GeometryKind::None;
    std::vector<Column> columns;
    std::size_t rows = 0;
    std::function<Row(std::size_t)> row;  ///< values in the order of `columns`
    std::function<Wkb(std::size_t)> wkb;  ///< EPSG:4326; empty: this row has no geometry
};

}  // namespace raquette::store
