#pragma once

#include "viewer/map/lettering.h"
#include "viewer/map/scene.h"
#include "viewer/map/view.h"

#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace raquette::viewer {

/// The boxes of a map that are taken: nothing else goes there.
class Room {
public:
    explicit Room(const QRectF& target) : target_(target) {}
    void take(const QRectF& box);
    /// Within the target and over nothing that is taken.
    bool isFree(const QRectF& box) const;

private:
    static std::array<int, 4> cellsOf(const QRectF& box);

    QRectF target_;
    std::vector<QRectF> boxes_;
    std::map<std::pair<int, int>, std::vector<std::uint32_t>> cells_;  ///< boxes by squares of the map
};

struct PlacedGroundName {
    QPointF baseline;
    QString text;
    GroundName::Kind kind = GroundName::Kind::Town;
    QFont font;
};

/// Names of large towns, of régions from far or départements nearer, then of other towns, the most populous first and more of them as one
/// comes closer, where there is room; `room` is taken by those placed. `scale`: of letters; `ground`: metres on the ground of one of the
/// plane.
std::vector<PlacedGroundName> placeGroundNames(const std::vector<GroundName>& names, const MapView& view, Room& room,
                                               const Lettering& lettering, double scale, double ground = 1);

}  // namespace raquette::viewer
