#pragma once

#include "gis/geometry/shape.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// One layer of a GIS file, read whole: cells as text, shapes in the layer's own coordinates (x east, y north).
struct PolygonLayer {
    std::string file;
    std::string name;
    std::string crs;  ///< `EPSG:4326`, else WKT; empty when the file does not say
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  ///< cells in the order of `columns`
    std::vector<geometry::GeoShape> shapes;      ///< one per row; empty where the row has no polygon
    std::vector<std::string> unreadable;         ///< one per row: why its geometry was not read; mostly empty

    std::optional<std::size_t> find(std::string_view column) const;
    bool isDegrees() const { return crs == "EPSG:4326" || crs.empty(); }
};

/// What a GIS file holds, without reading its rows.
struct LayerSummary {
    std::string name;
    std::vector<std::string> columns;
    std::int64_t rows = 0;
    bool hasGeometry = true;
};
/// Throws model::Error when the file is missing, broken or none that GDAL reads.
std::vector<LayerSummary> layersOf(const std::filesystem::path& file);

/// What a file says of itself, such as a GeoPackage's `LICENCE`; keys it does not have are absent.
std::map<std::string, std::string> metadataOf(const std::filesystem::path& file);

enum class ReadShapes { Yes, No };

/// Reads the columns named of a layer (the only one when `layerName` is empty; columns absent from the layer are absent from the answer),
/// with two threads where the rows are many. Throws model::Error for a missing layer, or a file that breaks off midway.
PolygonLayer readLayer(const std::filesystem::path& file, const std::string& layerName, const std::vector<std::string>& columns,
                       ReadShapes shapes = ReadShapes::Yes);

}  // namespace raquette::ingest
