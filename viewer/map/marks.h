#pragma once

#include "viewer/map/drawing.h"

#include <string>
#include <vector>

namespace raquette::viewer {

/// What lies over the map and changes faster than it: what was chosen, the places of a scenario and what they change. On the plane of the
/// land that is shown.
struct MapMarks {
    enum class AreaKind { Chosen, Gained, Lost };
    struct Area {
        AreaKind kind = AreaKind::Chosen;
        Piece piece;
    };

    /// A place of a scenario. Those that can be taken by hand follow the pointer.
    enum class PlaceKind { Opened, Moved, Closed };
    struct Place {
        std::string id;
        PlaceKind kind = PlaceKind::Opened;
        geometry::PlanePoint at;
        bool canMove = false;
    };

    std::vector<Area> areas;
    std::vector<Place> places;
};

void drawMarks(QPainter& painter, const MapMarks& marks, const MapView& view, const MapOptions& options);

/// The place that can be taken by hand nearest to a point of the target, within a finger's reach; none otherwise.
const MapMarks::Place* placeAt(const MapMarks& marks, const MapView& view, QPointF target);

}  // namespace raquette::viewer
