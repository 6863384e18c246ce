#pragma once

#include "viewer/map/drawing.h"

#include <span>

namespace raquette::viewer {

/// Draws some parts of a map that are no signs, the lowest first, within a part of the target. `onGround`: nothing but sea and bare land is
/// under them.
void drawParts(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options,
               const QRectF& part, std::span<const MapPart> parts, bool onGround);

}  // namespace raquette::viewer
