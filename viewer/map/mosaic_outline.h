#pragma once

#include "viewer/map/mosaic.h"
#include "viewer/map/outline.h"

namespace raquette::viewer {

/// The rings around a patch as a view can show them, cut to `part` of its target (with a margin): inside it they depart from the truth by
/// a third of a unit at most. Filled by winding: areas that overlap are filled once.
Outline outlineOf(const Mosaic& mosaic, const Patch& patch, const MapView& view, const QRectF& part);

/// A stretch of a border within the part, and how far from the border's beginning it starts (units), so that dashes do not depend on the
/// cut.
struct BorderLine {
    QPolygonF points;
    double before = 0;
};

/// Every border once, for stroking. Lengths before are only reckoned where asked for.
std::vector<BorderLine> linesOf(const Mosaic& mosaic, const MapView& view, const QRectF& part, bool withLengths = false);

}  // namespace raquette::viewer
