#pragma once

#include "viewer/map/view.h"

#include <QImage>
#include <QPainter>

namespace raquette::viewer {

// Pictures of one view shown in another, as long as there is none of the other.

/// Enlarged by a part of its sides on each side, in whole pixels about the same centre: pixel for pixel the same where both show.
MapView widened(const MapView& view, double pixelsPerUnit);

/// Pixel for pixel at the same scale, else larger or smaller.
void paintMoved(QPainter& painter, const QImage& picture, const MapView& then, const MapView& now);

/// Whether the first view holds all of the second.
bool holds(const MapView& wide, const MapView& view);

}  // namespace raquette::viewer
