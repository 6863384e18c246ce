#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QString>

namespace raquette::viewer {

struct HaloedText {
    QString text;
    QFont font;
    QColor colour, halo;
    double width = 2;  ///< of the halo around the letters, units
};

/// Draws a text with its halo as pixels, ten times faster than stroking its outlines. False, and nothing drawn, where the painter does not
/// paint pixels or turns them.
bool drawHaloedPixels(QPainter& painter, QPointF baseline, const HaloedText& text);

}  // namespace raquette::viewer
