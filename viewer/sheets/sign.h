#pragma once

#include "viewer/map/drawing.h"
#include "viewer/sheets/content.h"

namespace raquette::viewer {

/// One sign of a legend within a box.
void drawSign(QPainter& painter, const LegendEntry& entry, const QRectF& box, const MapOptions& options);

}  // namespace raquette::viewer
