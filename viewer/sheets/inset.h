#pragma once

#include "viewer/map/drawing.h"

#include <QRectF>
#include <vector>

namespace raquette::viewer {

/// A land in a frame of its own at its own scale, its name above and a scale bar at its foot, within `box`. `letter`: size of the name.
void drawInset(QPainter& painter, const MapScene& scene, const LandScene& land, const QRectF& box, double letter,
               const MapOptions& options);

/// Insets one above the other at the left of a map in a window: every land of the scene but the one shown.
struct InsetBox {
    Land land = Land::Guadeloupe;
    QRectF box;
};
std::vector<InsetBox> insetColumn(const MapScene& scene, Land shown, const QRectF& target);

}  // namespace raquette::viewer
