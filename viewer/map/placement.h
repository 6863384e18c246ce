#pragma once

#include "viewer/map/lettering.h"
#include "viewer/map/scene.h"
#include "viewer/map/view.h"

#include <set>
#include <vector>

namespace raquette::viewer {

/// A numbered circle as placed: `anchor` is the place it stands for, `centre` where there was room for it.
struct PlacedNumber {
    int rank = 0;
    QPointF anchor;
    QPointF centre;
    double radius = 0;
};

/// Circles for the marks of these ranks that the view shows, in rank order, none over another, over `keepClear` or over the target's edge.
/// The area of a circle grows with its people between two readable sizes (`scale` 1: 13 and 23 units of radius; `mostPeople` gets the
/// largest).
std::vector<PlacedNumber> placeNumbers(const std::vector<NumberMark>& marks, const MapView& view, const std::set<int>& ranks,
                                       std::int64_t mostPeople, double scale, const QRectF& keepClear);

struct PlacedName {
    QPointF baseline;
    QString text;
};

/// Names beside their dots where there is room: clear of `keepClear`, of the numbers, of other dots and of each other; the others are left
/// out.
std::vector<PlacedName> placeNames(const std::vector<Dot>& dots, const MapView& view, const std::vector<PlacedNumber>& numbers,
                                   const Lettering& lettering, const QFont& font, double dotRadius, const QRectF& keepClear);

}  // namespace raquette::viewer
