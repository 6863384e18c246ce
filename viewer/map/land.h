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

/// What a land is drawn on: its own frame, which keeps distances and areas, or the plane of the tiles of background maps, which does not.
enum class Plane { OfLand, WebMercator };

/// The plane of background maps: a metre there is a metre on the ground at the equator only.
inline constexpr geometry::Frame webMercator{3857};

geometry::Frame frameOf(Land land, Plane plane = Plane::OfLand);
/// Metres on the ground that a metre of the plane stands for around a place: 1 on a land's own frame.
double groundPerMetre(geometry::Frame frame, geometry::PlanePoint at);
/// A place of one plane on another. Throws model::Error when it lies too far off.
geometry::PlanePoint between(geometry::Frame from, geometry::Frame to, geometry::PlanePoint at);
/// Key of its name in the catalogue.
std::string_view nameKey(Land land);
/// The land a position lies in or near; none far from all of them.
std::optional<Land> landAt(geometry::LonLat position);

/// The polygons of a shape by the land each lies in, on a plane of that land.
std::map<Land, geometry::PlaneShape> byLand(const geometry::GeoShape& shape, Plane plane = Plane::OfLand);

}  // namespace raquette::viewer
