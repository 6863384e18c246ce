#include "viewer/map/see_through.h"

#include <QImage>
#include <QPaintEngine>

namespace raquette::viewer {

bool isPicture(const QPainter& painter) {
    return painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::Raster;
}

void seeThrough(QPainter& painter, const QRectF& room, double opacity, const std::function<void(QPainter&)>& draw) {
    if (opacity <= 0) return;
    if (opacity >= 1) {
        draw(painter);
        return;
    }
    painter.save();
    if (!isPicture(painter)) {
        painter.setOpacity(painter.opacity() * opacity);
        draw(painter);
    } else if (const QRect pixels = painter.deviceTransform().mapRect(room).toAlignedRect() &
                                    QRect(0, 0, painter.device()->width(), painter.device()->height());
               !pixels.isEmpty()) {
        QImage whole(pixels.size(), QImage::Format_ARGB32_Premultiplied);
        whole.fill(Qt::transparent);
        QPainter inside(&whole);
        inside.setTransform(painter.deviceTransform() * QTransform::fromTranslate(-pixels.x(), -pixels.y()));
        inside.setRenderHints(painter.renderHints());
        draw(inside);
        inside.end();
        painter.resetTransform();
        painter.setTransform(painter.deviceTransform().inverted());  // from now on in pixels
        painter.setOpacity(painter.opacity() * opacity);
        painter.drawImage(pixels.topLeft(), whole);
    }
    painter.restore();
}

}  // namespace raquette::viewer
