#include "viewer/map/lettering.h"

#include "viewer/map/halo.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace raquette::viewer {

namespace {

QString family() {
    const QStringList installed = QFontDatabase::families();
    for (const char* wanted : {"Lato", "Inter"}) {
        if (installed.contains(QString::fromLatin1(wanted))) return QString::fromLatin1(wanted);
    }
    return QFontInfo(QFont()).family();
}

/// Narrow no-break spaces become no-break ones where the font has none, rather than a box or another font's glyph.
QString settable(const QString& text, const QFont& font) {
    constexpr char16_t narrow = 0x202F;
    QString out = text;
    if (out.contains(QChar(narrow)) && !QFontMetricsF(font).inFont(QChar(narrow))) out.replace(QChar(narrow), QChar(0x00A0));
    return out;
}

/// The points of an outline that lie farthest out to eight sides, in their order: all but its convex hull.
QPolygonF cornersOf(const QPolygonF& outline) {
    constexpr int sides = 8;
    QPolygonF corners;
    for (int side = 0; side < sides; ++side) {
        const double angle = 2 * std::numbers::pi * side / sides;
        const QPointF out(std::cos(angle), std::sin(angle));
        const QPointF farthest = *std::ranges::max_element(outline, {}, [&](QPointF at) { return QPointF::dotProduct(at, out); });
        if (corners.empty() || corners.back() != farthest) corners.append(farthest);
    }
    return corners;
}

/// A file says whole numbers in three or four signs, others in ten: halos are drawn in eighths of a unit.
constexpr int haloUnits = 8;

/// What a halo around letters covers, but for the width of its pen: each letter and each accent by its corners. Halos are most of a map's
/// size in a file, and under strokes wider than the gaps of a letter no eye tells.
QPainterPath coarse(const QPainterPath& letters) {
    QPainterPath out;
    QRectF letter;
    for (QPolygonF& outline : letters.toSubpathPolygons()) {
        const QRectF box = outline.boundingRect();
        if (outline.empty() || letter.contains(box)) continue;  // the hole of a letter
        letter = box;
        for (QPointF& at : outline) at = QPointF(std::round(at.x() * haloUnits), std::round(at.y() * haloUnits));
        out.addPolygon(cornersOf(outline));
        out.closeSubpath();
    }
    return out;
}

}  // namespace

QFont Lettering::font(double size, bool bold) const {
    static const QString ours = family();
    QFont out(ours);
    out.setPixelSize(std::max(1, static_cast<int>(std::lround(size))));
    out.setBold(bold);
    out.setHintingPreference(QFont::PreferNoHinting);
    // Qt sets no ligatures in letters that are spaced, be it by nothing to see: of those a PDF does not say which letters they were, and
    // whoever searches, copies or listens has “popula on”.
    constexpr double hardly = 100.02;
    out.setLetterSpacing(QFont::PercentageSpacing, hardly);
    return out;
}

double Lettering::width(const QString& text, const QFont& font) const {
    return QFontMetricsF(font).horizontalAdvance(settable(text, font));
}

double Lettering::lineHeight(const QFont& font) const {
    return font.pixelSize() * 1.35;
}

QString Lettering::elided(const QString& text, const QFont& font, double width) const {
    return QFontMetricsF(font).elidedText(settable(text, font), Qt::ElideRight, width);
}

QStringList Lettering::wrapped(const QString& text, const QFont& font, double width, int lines) const {
    QStringList out;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString line;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString longer = line.isEmpty() ? words[i] : line + QLatin1Char(' ') + words[i];
        if (line.isEmpty() || this->width(longer, font) <= width) {
            line = longer;
        } else if (out.size() + 1 == lines) {
            out.append(elided(line + QLatin1Char(' ') + words.mid(i).join(QLatin1Char(' ')), font, width));
            return out;
        } else {
            out.append(elided(line, font, width));
            line = words[i];
        }
    }
    if (!line.isEmpty()) out.append(elided(line, font, width));
    return out;
}

void Lettering::draw(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& colour) const {
    const QString shown = settable(text, font);
    if (asPaths) {
        QPainterPath letters;
        letters.addText(baseline, font, shown);
        painter.fillPath(letters, colour);
        return;
    }
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(baseline, shown);
}

void Lettering::drawRight(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& colour) const {
    draw(painter, baseline - QPointF(width(text, font), 0), text, font, colour);
}

void Lettering::drawCentred(QPainter& painter, QPointF centre, const QString& text, const QFont& font, const QColor& colour) const {
    const QFontMetricsF metrics(font);
    draw(painter, centre + QPointF(-width(text, font) / 2, metrics.capHeight() / 2), text, font, colour);
}

void Lettering::drawHaloed(QPainter& painter, QPointF baseline, const QString& text, const QFont& font, const QColor& colour,
                           const QColor& halo, double haloWidth) const {
    const QString shown = settable(text, font);
    if (!asPaths && drawHaloedPixels(painter, baseline, {shown, font, colour, halo, haloWidth})) return;
    QPainterPath letters;
    letters.addText(baseline, font, shown);
    // A see-through pen would be written as the outlines of its strokes: four fifths of a page of a PDF.
    QColor solid = halo;
    solid.setAlpha(255);
    painter.save();
    painter.scale(1.0 / haloUnits, 1.0 / haloUnits);
    painter.setPen(QPen(solid, haloWidth * 2 * haloUnits, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(solid);
    painter.drawPath(coarse(letters));
    painter.restore();
    draw(painter, baseline, text, font, colour);
}

}  // namespace raquette::viewer
