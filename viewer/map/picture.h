#pragma once

#include "viewer/map/drawing.h"

#include <QImage>
#include <atomic>

namespace raquette::viewer {

// Pictures of one land of a scene, `pixelsPerUnit` pixels a unit (high density screens: 2). They need no user interface thread and draw
// on all cores; a scene without the land gives a plain sea without signs.

/// Areas and lines, on nothing where a background map is seen through. Stops early, with a picture of no use, once `givenUp`.
QImage surfacesOf(const MapScene& scene, Land land, const MapView& view, const MapOptions& options, double pixelsPerUnit = 1,
                  const std::atomic<bool>* givenUp = nullptr);
/// Signs, numbers and names alone, on nothing.
QImage signsOf(const MapScene& scene, Land land, const MapView& view, const MapOptions& options, double pixelsPerUnit = 1);
/// Both.
QImage pictureOf(const MapScene& scene, Land land, const MapView& view, const MapOptions& options, double pixelsPerUnit = 1);

}  // namespace raquette::viewer
