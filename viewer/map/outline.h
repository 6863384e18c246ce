#pragma once

#include "viewer/map/scene.h"
#include "viewer/map/view.h"

#include <QLineF>
#include <QPainterPath>
#include <QPolygonF>
#include <vector>

namespace raquette::viewer {

/// Closed rings in target units.
using Outline = std::vector<QPolygonF>;

/// The rings of a piece as this view can show them: vertices closer than `tolerance` units to the one before are dropped, and rings
/// that vanish or lie wholly outside the target (with a margin).
Outline outlineOf(const Piece& piece, const MapView& view, double tolerance = 0.3);

/// For filling (odd-even) or stroking.
QPainterPath pathOf(const Outline& outline);
void addTo(QPainterPath& path, const Outline& outline);

/// Lines at 45° (rising to the right), `spacing` apart, cut to the inside of the rings (odd-even) and to the target. They are real lines:
/// SVG readers and writers do not agree on hatch brushes. Neighbouring holes share the same lines, which start from `origin`.
std::vector<QLineF> hatchOf(const Outline& outline, double spacing, QPointF origin, const QRectF& target);
/// Dots on a square grid inside the rings.
std::vector<QPointF> dotsOf(const Outline& outline, double spacing, QPointF origin, const QRectF& target);

}  // namespace raquette::viewer
