#pragma once

#include "gis/geometry/shape.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace raquette::geometry {

/// Polygon or MultiPolygon in ISO WKB (either byte order; Z and M are dropped). Anything else, a truncated or an absurd
/// buffer throws model::Error saying which; nothing is read beyond the span.
GeoShape geoShapeFromWkb(std::span<const std::byte> wkb);
PlaneShape planeShapeFromWkb(std::span<const std::byte> wkb);
/// A point as toWkb writes it; nothing for any other geometry or none.
std::optional<LonLat> lonLatFromWkb(std::span<const std::byte> wkb);

/// MultiPolygon, little-endian ISO WKB.
std::vector<std::byte> toWkb(const GeoShape& shape);
std::vector<std::byte> toWkb(const PlaneShape& shape);
/// Point and MultiLineString, little-endian ISO WKB.
std::vector<std::byte> toWkb(LonLat point);
std::vector<std::byte> toWkb(std::span<const std::vector<LonLat>> lines);

}  // namespace raquette::geometry
