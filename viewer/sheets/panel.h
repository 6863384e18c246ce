#pragma once

#include "viewer/sheets/sheet_drawing.h"

namespace raquette::viewer {

// What stands beside the map of a sheet.

void drawList(QPainter& painter, const Sheet& sheet);
void drawLegend(QPainter& painter, const Sheet& sheet);
/// Each overseas land in its own frame, with its own scale.
void drawInsets(QPainter& painter, const Sheet& sheet);

}  // namespace raquette::viewer
