#pragma once

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <string>

namespace raquette::viewer {

/// How texts are set: sizes in target units, as letters or, where the reader may lack the font (SVG), as outlines.
struct Lettering {
    bool asPaths = false;

    QFont font(double size, bool bold = false) const;
    double width(const QString& text, const QFont& font) const;
    double lineHeight(const QFont& font) const;
    /// The text cut with … to fit a width.
    QString elided(const QString& text, const QFont& font, double width) const;
    /// Lines broken at spaces (never at no-break ones) to fit a width; the last of at most `lines` is elided.
    QStringList wrapped(const QString& text, const QFont& font, double width, int lines) const;
    /// Draws from the left end of the baseline.
    void draw(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& colour) const;
    void drawRight(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& colour) const;
    void drawCentred(QPainter& painter, QPointF centre, const QString& text, const QFont& font, const QColor& colour) const;
    /// With a halo of `haloWidth` units, to be read over a map.
    void drawHaloed(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& colour, const QColor& halo,
                    double haloWidth) const;
};

inline QString qt(const std::string& text) {
    return QString::fromStdString(text);
}

}  // namespace raquette::viewer
