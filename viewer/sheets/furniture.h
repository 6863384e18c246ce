#pragma once

#include "viewer/map/drawing.h"

namespace raquette::viewer {

/// The same view with its scale in metres on the ground around its centre, for scale bars on any plane.
MapView onGround(MapView view, geometry::Frame frame);

/// A round length (1, 2 or 5 times a power of ten) that takes at most `room` units of this view.
model::Metres scaleBarLength(const MapView& view, double room);

/// Scale bar with its length above, from its left end.
void drawScaleBar(QPainter& painter, QPointF left, const MapView& view, double room, double letterSize, const MapOptions& options);

/// An arrow to the true north of the map's centre, which departs from the paper's top by the convergence of the projection.
void drawNorthArrow(QPainter& painter, QPointF centre, double size, const MapView& view, geometry::Frame frame, const MapOptions& options);

/// Degrees clockwise from the paper's top to true north at a point of a land's plane.
double northAngle(geometry::Frame frame, geometry::PlanePoint at);

}  // namespace raquette::viewer
