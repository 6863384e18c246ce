#pragma once

#include "viewer/map/lettering.h"
#include "viewer/sheets/content.h"
#include "viewer/sheets/paper.h"

#include <QRectF>
#include <QStringList>

namespace raquette::viewer {

/// Letter sizes in sheet units: they follow the sheet's size but never below what can be read.
struct TypeSizes {
    double study, title, subtitle, heading, body, foot;
};

/// Where everything stands on a sheet. The boxes never meet; whatever does not fit is left out of `rows`, never out of `foot`.
struct SheetLayout {
    double scale = 1;  ///< of lines and signs; 1 on A4
    TypeSizes type{};
    QRectF page, head, map, list, legend, insets, foot;
    QStringList titleLines, subtitleLines, footLines;
    std::size_t rows = 0;  ///< of the list, that fit
    double rowHeight = 0;
    double legendRowHeight = 0;
};

SheetLayout layOut(const SheetFormat& format, const SheetContent& content, std::size_t insetCount, const Lettering& lettering);

/// Of the strokes and signs of the map, and of those in the legend.
double signScale(const SheetLayout& layout);

/// Height of a legend entry in rows of text, given the width of the legend.
double legendRows(const LegendEntry& entry, const SheetLayout& layout, double width, const Lettering& lettering);

}  // namespace raquette::viewer
