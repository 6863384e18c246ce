#pragma once

#include <QPainter>
#include <functional>

namespace raquette::viewer {

/// Whether what is painted becomes pixels, not a drawing such as PDF or SVG.
bool isPicture(const QPainter& painter);

/// Paints what `draw` does, within `room`, at an opacity: as one whole where it becomes pixels, so that what overlaps in it does not show;
/// a drawing stays one, each stroke and area see-through by itself. Nothing is spent on what is opaque.
void seeThrough(QPainter& painter, const QRectF& room, double opacity, const std::function<void(QPainter&)>& draw);

}  // namespace raquette::viewer
