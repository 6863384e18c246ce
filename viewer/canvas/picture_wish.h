#pragma once

#include "viewer/map/drawing.h"
#include "viewer/sheets/inset.h"

#include <memory>
#include <vector>

namespace raquette::viewer {

/// Everything a window's map shows, as values.
struct PictureWish {
    std::shared_ptr<const MapScene> scene;
    Land land = Land::Mainland;
    Plane plane = Plane::OfLand;  ///< that the scene is on
    MapOptions options;
    MapView view;
    double pixelsPerUnit = 1;
    std::vector<InsetBox> insets;
    unsigned look = 0;  ///< another number where the scene, the options or the window's size are others: insets are drawn again
};

}  // namespace raquette::viewer
