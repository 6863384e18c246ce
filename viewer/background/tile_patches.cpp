#include "viewer/background/tile_patches.h"

#include <QPainter>
#include <cmath>

namespace raquette::viewer {

namespace {

/// A part of the nearest tile above that is at hand.
void addAbove(std::vector<TilePatch>& patches, const TileId& tile, const std::function<QImage(const TileId&)>& at) {
    constexpr int farthest = 6;  // zooms: its pixels are then 64 wide
    for (int levels = 1; levels <= std::min(farthest, tile.zoom); ++levels) {
        const TileId whole = above(tile, levels);
        const QImage picture = at(whole);
        if (picture.isNull()) continue;
        const double share = std::exp2(-levels);
        const QSizeF size = QSizeF(picture.size()) * share;
        const int column = tile.x - (whole.x << levels);
        const int row = tile.y - (whole.y << levels);
        patches.push_back({picture, QRectF(QPointF(column * size.width(), row * size.height()), size), boxOf(tile)});
        return;
    }
}

void addBelow(std::vector<TilePatch>& patches, const TileId& tile, const std::function<QImage(const TileId&)>& at) {
    for (int child = 0; child < 4; ++child) {
        const TileId part{tile.zoom + 1, 2 * tile.x + child % 2, 2 * tile.y + child / 2};
        const QImage picture = at(part);
        if (!picture.isNull()) patches.push_back({picture, QRectF(picture.rect()), boxOf(part)});
    }
}

}  // namespace

std::vector<TilePatch> patchesOf(const std::vector<TileId>& tiles, const std::function<QImage(const TileId&)>& at) {
    std::vector<TilePatch> patches;
    for (const TileId& tile : tiles) {
        const QImage picture = at(tile);
        if (!picture.isNull()) {
            patches.push_back({picture, QRectF(picture.rect()), boxOf(tile)});
            continue;
        }
        addAbove(patches, tile, at);
        addBelow(patches, tile, at);
    }
    return patches;
}

void drawPatches(QImage& picture, const std::vector<TilePatch>& patches, const MapView& view) {
    const double pixelsPerUnit = picture.devicePixelRatio();
    picture.setDevicePixelRatio(1);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const TilePatch& patch : patches) {
        const QRectF units = view.toTarget(patch.box).translated(-view.target.topLeft());
        const auto edge = [pixelsPerUnit](double along) { return std::round(along * pixelsPerUnit); };
        const QRectF pixels(QPointF(edge(units.left()), edge(units.top())), QPointF(edge(units.right()), edge(units.bottom())));
        painter.drawImage(pixels, patch.picture, patch.part);
    }
    painter.end();
    picture.setDevicePixelRatio(pixelsPerUnit);
}

QImage pictureOf(const std::vector<TilePatch>& patches, const MapView& view, double pixelsPerUnit, const QColor& ground) {
    QImage picture((view.target.size() * pixelsPerUnit).toSize(), QImage::Format_RGB32);
    picture.fill(ground);
    picture.setDevicePixelRatio(pixelsPerUnit);
    drawPatches(picture, patches, view);
    return picture;
}

}  // namespace raquette::viewer
