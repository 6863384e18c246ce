#pragma once

#include <QColor>
#include <QPen>

namespace raquette::viewer {

// Strokes that the parts of a map share: units at scale 1.

inline constexpr double hatchSpacing = 7;
inline constexpr double dotRadius = 3.6;

inline QPen line(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine) {
    return {colour, width, style, Qt::FlatCap, Qt::RoundJoin};
}

inline QColor withAlpha(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

}  // namespace raquette::viewer
