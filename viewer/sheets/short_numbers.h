#pragma once

#include <QByteArray>

namespace raquette::viewer {

/// The same PDF with coordinates to a hundredth of a unit, which no printer tells apart: Qt writes nine figures of each, and they were two
/// fifths of a page. Throws model::Error for what is no PDF.
QByteArray withShortNumbers(const QByteArray& pdf);

}  // namespace raquette::viewer
