#include "viewer/canvas/moved_picture.h"

#include <cmath>

namespace raquette::viewer {

namespace {

constexpr double around = 0.25;  // of the view's sides, kept on each side

bool isSameScale(const MapView& a, const MapView& b) {
    return std::abs(a.metresPerUnit / b.metresPerUnit - 1) < 1e-9;
}

}  // namespace

MapView widened(const MapView& view, double pixelsPerUnit) {
    const auto margin = [&](double side) { return std::round(side * pixelsPerUnit * around) / pixelsPerUnit; };
    MapView wide = view;
    const double x = margin(view.target.width());
    const double y = margin(view.target.height());
    wide.target.adjust(-x, -y, x, y);
    return wide;
}

void paintMoved(QPainter& painter, const QImage& picture, const MapView& then, const MapView& now) {
    if (picture.isNull()) return;
    const QPointF topLeft = now.toTarget(then.toPlane(then.target.topLeft()));
    if (!isSameScale(then, now)) {
        painter.drawImage(QRectF(topLeft, now.toTarget(then.toPlane(then.target.bottomRight()))), picture);
        return;
    }
    const double ratio = picture.devicePixelRatio();
    painter.drawImage(QPointF(std::round(topLeft.x() * ratio), std::round(topLeft.y() * ratio)) / ratio, picture);
}

bool holds(const MapView& wide, const MapView& view) {
    const Box there = wide.visible().grown(view.metresPerUnit);
    const Box wanted = view.visible();
    return there.contains({wanted.west, wanted.south}) && there.contains({wanted.east, wanted.north});
}

}  // namespace raquette::viewer
