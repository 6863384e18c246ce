#pragma once

#include "gis/geometry/frame.h"
#include "gis/geometry/shape.h"

#include <array>
#include <map>
#include <optional>
#include <string_view>

namespace raquette::viewer {

/// A part of France drawn in one piece: the mainland with Corsica, or one overseas département. Guadeloupe and Martinique share a
/// frame yet are drawn apart.
enum class Land { Mainland, Guadeloupe, Martinique, Guyane, Reunion, Mayotte };

inline constexpr std::array<Land, 6> allLands{Land::Mainland, Land::Guadeloupe, Land::Martinique,
                                              Land::Guyane,   Land::Reunion,    Land::Mayotte};

geometry::Frame frameOf(Land land);
/// Key of its name in the catalogue.
std::string_view nameKey(Land land);
/// The land a position lies in or near; none far from all of them.
std::optional<Land> landAt(geometry::LonLat position);

/// The polygons of a shape by the land each lies in, on that land's plane.
std::map<Land, geometry::PlaneShape> byLand(const geometry::GeoShape& shape);

}  // namespace raquette::viewer
