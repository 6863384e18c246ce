#include "viewer/background/tile.h"

#include <QHashFunctions>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace raquette::viewer {

namespace {

constexpr double earthRadius = 6378137;
constexpr double halfWorld = std::numbers::pi * earthRadius;  // metres from the plane's origin to its edges

double sideOf(int zoom) {
    return 2 * halfWorld / std::exp2(zoom);
}

int clampedIndex(double along, int zoom) {
    return static_cast<int>(std::clamp(std::floor(along), 0.0, std::exp2(zoom) - 1));
}

}  // namespace

size_t qHash(const TileId& tile, size_t seed) noexcept {
    return qHashMulti(seed, tile.zoom, tile.x, tile.y);
}

Box boxOf(const TileId& tile) {
    const double side = sideOf(tile.zoom);
    const double west = -halfWorld + tile.x * side;
    const double north = halfWorld - tile.y * side;
    return {west, north - side, west + side, north};
}

TileId tileAt(geometry::PlanePoint at, int zoom) {
    const double side = sideOf(zoom);
    return {zoom, clampedIndex((at.x + halfWorld) / side, zoom), clampedIndex((halfWorld - at.y) / side, zoom)};
}

TileId above(const TileId& tile, int levels) {
    return {tile.zoom - levels, tile.x >> levels, tile.y >> levels};
}

int zoomFor(double metresPerPixel, int highest) {
    const double zoom = std::round(std::log2(sideOf(0) / tilePixels / metresPerPixel));
    return static_cast<int>(std::clamp(zoom, 0.0, static_cast<double>(std::min(highest, deepestZoom))));
}

std::vector<TileId> tilesIn(const Box& box, int zoom) {
    if (!box.meets({-halfWorld, -halfWorld, halfWorld, halfWorld})) return {};
    const TileId first = tileAt({box.west, box.north}, zoom);
    const TileId last = tileAt({box.east, box.south}, zoom);
    std::vector<TileId> tiles;
    for (int y = first.y; y <= last.y; ++y) {
        for (int x = first.x; x <= last.x; ++x) tiles.push_back({zoom, x, y});
    }
    const geometry::PlanePoint centre = box.centre();
    const auto distance = [&](const TileId& tile) {
        const geometry::PlanePoint middle = boxOf(tile).centre();
        return std::hypot(middle.x - centre.x, middle.y - centre.y);
    };
    std::ranges::stable_sort(tiles, {}, distance);
    return tiles;
}

}  // namespace raquette::viewer
