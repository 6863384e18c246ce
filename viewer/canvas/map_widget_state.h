#pragma once

#include "viewer/background/background.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/canvas/picture_keeper.h"
#include "viewer/canvas/tile_keeper.h"
#include "viewer/map/marks.h"

#include <QPointer>
#include <QTimer>

namespace raquette::viewer {

class BackgroundCredit;

/// What a map shows, and what the hand on it does.
struct MapWidget::State {
    PictureKeeper pictures;
    std::unique_ptr<TileKeeper> tiles;  // none without a background
    QPointer<Background> background;
    int strength = TileService().strength;  // of the colours over it
    BackgroundCredit* credit = nullptr;
    std::shared_ptr<const MapScene> scene;
    Land land = Land::Mainland;
    Plane plane = Plane::OfLand;
    MapOptions options;
    MapMarks marks;
    MapView view;
    QTimer rest;
    unsigned look = 0;
    bool fitted = false;
    bool whole = true;  // nobody has moved the map yet: it follows the window's size
    QPointF pressedAt;
    QPointF lastAt;
    bool dragged = false;
    QString held;  // id of the place under the hand
};

}  // namespace raquette::viewer
