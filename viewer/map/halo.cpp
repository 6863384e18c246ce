#include "viewer/map/halo.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPaintEngine>
#include <algorithm>
#include <cmath>
#include <vector>

namespace raquette::viewer {

namespace {

/// Of each row of a disc, how far it reaches to either side.
std::vector<int> discOf(double radius) {
    const int rows = static_cast<int>(std::ceil(radius));
    std::vector<int> reach;
    for (int row = -rows; row <= rows; ++row)
        reach.push_back(static_cast<int>(std::lround(std::sqrt(std::max(0.0, (radius + 0.3) * (radius + 0.3) - row * row)))));
    return reach;
}

/// Every pixel becomes the strongest within a disc around it.
QImage spread(const QImage& mask, double radius) {
    const std::vector<int> reach = discOf(radius);
    const int rows = static_cast<int>(reach.size()) / 2;
    QImage out(mask.size(), QImage::Format_Alpha8);
    out.fill(0);
    uchar* const pixels = out.bits();
    const qsizetype bytesPerLine = out.bytesPerLine();
    for (int y = 0; y < mask.height(); ++y) {
        const uchar* from = mask.constScanLine(y);
        for (int x = 0; x < mask.width(); ++x) {
            if (from[x] == 0) continue;
            for (int row = std::max(-rows, -y); row <= std::min(rows, mask.height() - 1 - y); ++row) {
                uchar* const to = pixels + (y + row) * bytesPerLine;
                const int disc = row + rows;
                const int half = reach[static_cast<std::size_t>(disc)];
                const int last = std::min(x + half, mask.width() - 1);
                for (int at = std::max(x - half, 0); at <= last; ++at) to[at] = std::max(to[at], from[x]);
            }
        }
    }
    return out;
}

QImage tinted(const QImage& mask, const QColor& colour) {
    QImage out(mask.size(), QImage::Format_ARGB32_Premultiplied);
    out.fill(colour);
    QPainter painter(&out);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    painter.drawImage(0, 0, mask);
    return out;
}

}  // namespace

bool drawHaloedPixels(QPainter& painter, QPointF baseline, const HaloedText& text) {
    const QTransform transform = painter.deviceTransform();
    const bool pixels = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!pixels || transform.type() > QTransform::TxScale || transform.m11() <= 0 || transform.m11() != transform.m22()) return false;
    const double scale = transform.m11();
    const double room = text.width + 2;
    const QFontMetricsF metrics(text.font);
    const QSizeF size(metrics.horizontalAdvance(text.text) + 2 * room, metrics.ascent() + metrics.descent() + 2 * room);
    const QPointF inside(room, room + metrics.ascent());
    QImage mask((size * scale).toSize() + QSize(1, 1), QImage::Format_Alpha8);
    mask.fill(0);
    {
        QPainter letters(&mask);
        letters.setRenderHint(QPainter::Antialiasing);
        letters.scale(scale, scale);
        letters.setFont(text.font);
        letters.setPen(Qt::black);
        letters.drawText(inside, text.text);
    }
    QImage label = tinted(spread(mask, text.width * scale), text.halo);
    QPainter(&label).drawImage(0, 0, tinted(mask, text.colour));
    const QPointF at = transform.map(baseline) - inside * scale;
    const double ratio = painter.device()->devicePixelRatioF();
    label.setDevicePixelRatio(ratio);
    painter.save();
    painter.resetTransform();
    painter.drawImage(QPointF(std::round(at.x()), std::round(at.y())) / ratio, label);
    painter.restore();
    return true;
}

}  // namespace raquette::viewer
