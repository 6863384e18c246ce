#pragma once

#include "viewer/background/tile.h"
#include "viewer/map/view.h"

#include <QImage>
#include <functional>
#include <vector>

namespace raquette::viewer {

/// A tile, or the part of one that stands in for another, and where it goes.
struct TilePatch {
    QImage picture;
    QRectF part;  ///< of the picture, in its pixels
    Box box;      ///< on the plane
};

/// What there is to show of some tiles: themselves where they are at hand (`at`: null where they are not), else a part of a larger one,
/// and over it those of the next zoom that are.
std::vector<TilePatch> patchesOf(const std::vector<TileId>& tiles, const std::function<QImage(const TileId&)>& at);

/// Onto a picture of the view. Edges stand on whole pixels: neighbours leave no seam.
void drawPatches(QImage& picture, const std::vector<TilePatch>& patches, const MapView& view);

/// On a colour over the whole view.
QImage pictureOf(const std::vector<TilePatch>& patches, const MapView& view, double pixelsPerUnit, const QColor& ground);

}  // namespace raquette::viewer
