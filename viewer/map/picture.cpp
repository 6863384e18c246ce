#include "viewer/map/picture.h"

#include "viewer/map/in_parallel.h"

#include <vector>

namespace raquette::viewer {

namespace {

/// Small enough that rows have few edges (the filling of a row takes the square of them), large enough that what is cut is not most of
/// the work.
constexpr int tileSide = 400;  // pixels

std::vector<QRect> tilesOf(QSize size) {
    std::vector<QRect> tiles;
    for (int y = 0; y < size.height(); y += tileSide) {
        for (int x = 0; x < size.width(); x += tileSide) tiles.push_back(QRect(x, y, tileSide, tileSide) & QRect(QPoint(0, 0), size));
    }
    return tiles;
}

QImage emptyPicture(const MapView& view, double pixelsPerUnit, QImage::Format format, const QColor& colour) {
    QImage picture((view.target.size() * pixelsPerUnit).toSize(), format);
    picture.fill(colour);
    return picture;
}

void addSigns(QImage& picture, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options) {
    QPainter painter(&picture);
    painter.translate(-view.target.topLeft());
    drawSigns(painter, scene, land, view, options);
}

}  // namespace

QImage surfacesOf(const MapScene& scene, Land land, const MapView& view, const MapOptions& options, double pixelsPerUnit,
                  const std::atomic<bool>* givenUp) {
    const QImage::Format format = options.background ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32;
    QImage picture = emptyPicture(view, pixelsPerUnit, format, options.background ? QColor(Qt::transparent) : palette(options.theme).sea);
    if (const LandScene* const part = picture.isNull() ? nullptr : scene.find(land)) {
        const std::vector<QRect> tiles = tilesOf(picture.size());
        uchar* const pixels = picture.bits();
        const qsizetype bytesPerLine = picture.bytesPerLine();
        // Each tile is an image of its own upon its pixels of the picture: nobody else touches them.
        inParallel(tiles.size(), [&](std::size_t i) {
            const QRect& tile = tiles[i];
            if (givenUp && *givenUp) return;
            constexpr int bytesPerPixel = 4;
            QImage room(pixels + tile.top() * bytesPerLine + static_cast<qsizetype>(tile.left()) * bytesPerPixel, tile.width(),
                        tile.height(), bytesPerLine, format);
            QPainter painter(&room);
            painter.translate(-tile.topLeft());
            painter.scale(pixelsPerUnit, pixelsPerUnit);
            painter.translate(-view.target.topLeft());
            const QRectF units(QPointF(tile.topLeft()) / pixelsPerUnit, QSizeF(tile.size()) / pixelsPerUnit);
            drawSurfaces(painter, scene, *part, view, options, units.translated(view.target.topLeft()));
        });
    }
    picture.setDevicePixelRatio(pixelsPerUnit);
    return picture;
}

QImage signsOf(const MapScene& scene, Land land, const MapView& view, const MapOptions& options, double pixelsPerUnit) {
    QImage picture = emptyPicture(view, pixelsPerUnit, QImage::Format_ARGB32_Premultiplied, Qt::transparent);
    picture.setDevicePixelRatio(pixelsPerUnit);
    if (const LandScene* part = scene.find(land)) addSigns(picture, scene, *part, view, options);
    return picture;
}

QImage pictureOf(const MapScene& scene, Land land, const MapView& view, const MapOptions& options, double pixelsPerUnit) {
    QImage picture = surfacesOf(scene, land, view, options, pixelsPerUnit);
    if (const LandScene* part = scene.find(land)) addSigns(picture, scene, *part, view, options);
    return picture;
}

}  // namespace raquette::viewer
