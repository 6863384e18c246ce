#pragma once

#include "viewer/map/box.h"

#include <QtGlobal>
#include <cstddef>
#include <vector>

namespace raquette::viewer {

/// A square picture of a background map. At zoom z the world is 2^z tiles wide and high, counted eastwards and southwards from its
/// north-western corner; boxes are on the plane of Web Mercator (EPSG:3857).
struct TileId {
    int zoom = 0;
    int x = 0;
    int y = 0;
    bool operator==(const TileId&) const = default;
};
size_t qHash(const TileId& tile, size_t seed = 0) noexcept;

/// Pixels along a tile's side.
inline constexpr int tilePixels = 256;
/// Zooms any service has at most: a tile is then 10 m wide.
inline constexpr int deepestZoom = 22;

Box boxOf(const TileId& tile);
/// The one that a place lies in; of places beyond the world's edge, the nearest one.
TileId tileAt(geometry::PlanePoint at, int zoom);
/// The one so many zooms above that it is a part of; none above zoom 0: `levels` is at most the tile's zoom.
TileId above(const TileId& tile, int levels);

/// The zoom whose pixels are nearest in size to those of the screen.
int zoomFor(double metresPerPixel, int highest);

/// Those that a box touches, nearest to its centre first. None of a box beyond the world.
std::vector<TileId> tilesIn(const Box& box, int zoom);

}  // namespace raquette::viewer
