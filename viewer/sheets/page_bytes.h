#pragma once

#include "viewer/sheets/paper.h"

#include <QByteArray>
#include <QPainter>
#include <QString>
#include <cstddef>
#include <functional>

namespace raquette::viewer {

/// Paints in units of a page.
using Paint = std::function<void(QPainter&)>;

/// One page as PDF; `size` in the units painted in. Throws model::Error.
QByteArray pdfOf(const Paint& paint, QSizeF size, Paper paper, const QString& title);
/// Several, each painted when its turn comes: the page's number counts from 0.
QByteArray pdfOf(const std::function<void(QPainter&, std::size_t page)>& paint, std::size_t pages, QSizeF size, Paper paper,
                 const QString& title);
/// A picture, a pixel for each unit, that prints so large; 0: as large as who prints it thinks. Throws model::Error where there is not
/// enough memory.
QByteArray pngOf(const Paint& paint, QSizeF size, int dotsPerMetre = 0);

}  // namespace raquette::viewer
