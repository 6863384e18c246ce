#pragma once

#include "viewer/map/drawing.h"

#include <cstdint>
#include <string>
#include <vector>

namespace raquette::viewer {

/// Radius in units at scale 1 of the largest circle of a map of counts.
inline constexpr double largestCircle = 34;

/// What a layer of counts counts in a territory.
std::int64_t countOf(const analysis::Indicator& indicator, const std::string& column);

/// The area of a circle follows the number: a quarter of the people, half the radius. `most` gets the largest.
double circleRadius(std::int64_t count, std::int64_t most, double scale);

/// Circles of a map of a part are larger: towns that lay under one another come apart. They grow as the square root of the zoom, so that
/// there is more ground between them still, up to three times. 1 for a map of the whole land.
double circleGrowth(const Box& whole, const MapView& view);

/// Up to three round numbers (1, 2 or 5 and zeros), the largest first, none above `most`, for a legend of circles that tell apart.
std::vector<std::int64_t> roundCounts(std::int64_t most);

/// Largest first, so that small circles lie on large ones; thin halos and see-through fills keep those under others in sight. Circles that
/// reach past the target's edge are the caller's to cover, as all signs.
void drawCircles(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options);

/// The circles of round numbers one in another, on the same ground, each with a line to its label at the right; `labels` beside `shares` of
/// the largest count on the map, the largest first. Takes `circlesHeight` from `topLeft` down.
void drawNestedCircles(QPainter& painter, QPointF topLeft, const std::vector<double>& shares, const std::vector<std::string>& labels,
                       const QColor& fill, const QFont& font, const MapOptions& options);
double circlesHeight(const std::vector<double>& shares, double letter, double scale);

/// Of the circles of a layer: what is missing has the colour of holes.
QColor circleColour(const Layer& layer, Theme theme);

}  // namespace raquette::viewer
