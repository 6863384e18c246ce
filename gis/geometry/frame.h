#pragma once

#include "gis/geometry/shape.h"

#include <compare>
#include <string_view>
#include <vector>

namespace raquette::geometry {

/// The plane a territory is measured on: a projected CRS by its EPSG code, metres. Overlays are made per frame and never mixed.
struct Frame {
    int epsg = 2154;
    auto operator<=>(const Frame&) const = default;
};

/// Lambert-93: the mainland and Corsica.
inline constexpr Frame lambert93{2154};

/// The frame of a territory of France, decided by its département's code: Lambert-93, 5490 for Guadeloupe and Martinique, 2972 for
/// Guyane, 2975 for La Réunion, 4471 for Mayotte.
Frame frameOfDepartement(std::string_view code);

/// The frame of an area or a provider, decided by its position: one of the above where it lies in that land's surroundings, the matching
/// UTM zone elsewhere.
Frame frameAt(LonLat position);

/// A position on a frame's plane and back. Thread-safe. Throws model::Error when a point is too far off for the frame.
PlanePoint toPlane(Frame frame, LonLat point);
LonLat toLonLat(Frame frame, PlanePoint point);
std::vector<PlanePoint> toPlane(Frame frame, const std::vector<LonLat>& points);
std::vector<LonLat> toLonLat(Frame frame, const std::vector<PlanePoint>& points);
PlaneShape toPlane(Frame frame, const GeoShape& shape);
GeoShape toLonLat(Frame frame, const PlaneShape& shape);

/// The same from any CRS that PROJ knows (`EPSG:3035`, `EPSG:27572`…), x east and y north whatever the CRS says. Throws model::Error for an
/// unknown CRS; a point outside its domain comes back with NaN, for the caller to report.
std::vector<LonLat> toLonLat(std::string_view crs, const std::vector<PlanePoint>& points);

}  // namespace raquette::geometry
