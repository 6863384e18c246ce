#pragma once

#include "viewer/map/drawing.h"
#include "viewer/sheets/content.h"
#include "viewer/sheets/layout.h"

#include <memory>

namespace raquette::viewer {

/// A sheet ready to be painted at any resolution: its words, where they stand and the views of its maps.
struct Sheet {
    MapScene scene;
    SheetExtent extent;
    SheetContent content;
    SheetLayout layout;
    MapOptions options;
    MapView view;                          ///< of the map
    std::vector<const LandScene*> insets;  ///< points into `scene`
    model::Language language = model::Language::French;

    Sheet() = default;
    ~Sheet() = default;
    Sheet(const Sheet&) = delete;  // `insets` would point into the other's scene
    Sheet& operator=(const Sheet&) = delete;
};

/// Throws model::Error as parseLayer and extentOf do.
std::unique_ptr<Sheet> composeSheet(const store::StudyState& state, const model::MapRequest& request, model::Language language,
                                    const SheetFormat& format, bool lettersAsPaths, const MapStyle& style = {}, const MapLook& look = {});

void drawSheet(QPainter& painter, const Sheet& sheet);

}  // namespace raquette::viewer
