#pragma once

#include "gis/geometry/shape.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace raquette::geometry {

// Set operations on the plane of one frame (GEOS OverlayNG). Inputs must be valid polygons in the same frame; results are valid. Each
// call is thread-safe. A failure of GEOS throws model::Error with its message.

/// All shapes together, overlaps dissolved.
PlaneShape unaryUnion(std::span<const PlaneShape> shapes);
PlaneShape intersection(const PlaneShape& a, const PlaneShape& b);
/// What of `a` no part of `b` touches.
PlaneShape difference(const PlaneShape& a, const PlaneShape& b);
/// The faces into which a shape falls when cut along polylines that reach across it.
std::vector<PlaneShape> splitByLines(const PlaneShape& shape, const std::vector<std::vector<PlanePoint>>& lines);

/// The same on degrees, for dissolving what is only drawn, and for repair.
GeoShape unaryUnion(std::span<const GeoShape> shapes);
GeoShape intersection(const GeoShape& a, const GeoShape& b);

/// Whether no two rings or edges of a shape cross or lie on one another.
bool isValid(const PlaneShape& shape);
/// Why a shape is not valid, in GEOS's words with the place; nothing when it is.
std::optional<std::string> invalidity(const GeoShape& shape);
/// The nearest valid reading of an invalid shape (GEOS "structure" method); only polygons are kept.
GeoShape makeValid(const GeoShape& shape);

}  // namespace raquette::geometry
