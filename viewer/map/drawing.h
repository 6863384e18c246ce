#pragma once

#include "viewer/map/drawn_sizes.h"
#include "viewer/map/lettering.h"
#include "viewer/map/map_look.h"
#include "viewer/map/palette.h"
#include "viewer/map/placement.h"
#include "viewer/map/scene.h"
#include "viewer/map/view.h"

#include <QPainter>
#include <set>

namespace raquette::viewer {

/// What of a scene is drawn, and how large strokes and signs are.
struct MapOptions {
    Theme theme = Theme::Light;
    model::Language language = model::Language::French;
    Lettering lettering;
    double scale = 1;             ///< of line widths, dots, circles and letters
    double circleGrowth = 1;      ///< of circles, beside what they measure on a map of the whole land
    std::set<int> ranks;          ///< holes numbered: those of the list beside the map
    std::int64_t mostPeople = 0;  ///< of the hole with the largest circle, over all lands
    QRectF keepClear;             ///< where a scale bar stands: no number or name goes over it
    MapLook look;                 ///< which parts, how strongly, in which order; names are those of dots, when few enough to be read
    bool places = false;          ///< and those of régions, départements and towns
    bool background = false;      ///< a background map is seen through: no sea, no bare land, areas see-through. Pictures only.
    double strength = 0.55;       ///< of the areas over a background map: 0 unseen, 1 hiding it
};

/// Draws one land of a scene within the view's target. Nothing relies on clipping or on pattern brushes, which SVG writers lose: what
/// spills over the target's edge is the caller's to cover (the painter's clip does where there is one). A part that is see-through is so
/// as a whole in pictures; in PDF and SVG, which stay drawings, each of its strokes and areas is.
void drawMap(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options);

/// The same in two steps: areas and lines within a part of the target only, cut to it; then signs, numbers and names, and whatever was put
/// above one of them. Parts side by side make the same picture as the whole.
void drawSurfaces(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options,
                  const QRectF& part);
void drawSigns(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options);

DrawnSizes drawnSizes(const LandScene& land, const MapView& view, double scale);

/// Side in metres of the bins of unserved people as this view draws them: whole cells, at least a few units wide.
double shownBinSide(const LandScene& land, const MapView& view, double scale);

/// One sign of the map alone, for legends.
void drawHatchSample(QPainter& painter, const QRectF& box, const MapOptions& options);
/// A member is filled, one who is none hollow, one of whom it is not known small.
void drawDotSample(QPainter& painter, QPointF centre, DotKind kind, const MapOptions& options, Belonging belonging = Belonging::NotTold,
                   bool faded = false);
void drawStrands(QPainter& painter, QPointF from, QPointF to, int count, const MapOptions& options);
void drawNoDataSample(QPainter& painter, const QRectF& box, const MapOptions& options);
void drawNotSurveyedSample(QPainter& painter, const QRectF& box, const MapOptions& options);

}  // namespace raquette::viewer
