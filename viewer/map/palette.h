#pragma once

#include "gis/text/palette.h"
#include "viewer/map/map_style.h"

#include <QColor>
#include <array>
#include <vector>

class QPalette;

namespace raquette::viewer {

using text::Theme;

/// The colours of data/palette.json, the same for the window, the sheets and the HTML page.
struct Palette {
    QColor textStrong, text, textMuted;
    QColor sea, page, land;
    QColor covered, coveredEdge;
    QColor hole, holeEdge, holeHatch;
    QColor notSurveyed, notSurveyedDots;
    QColor provider, providerHalo;
    QColor link, contract;
    QColor departementLine, regionLine;
    QColor noData;
    QColor number;
    std::vector<double> unservedBounds;        ///< people per km², upper bound of every class but the last
    std::vector<QColor> unserved;              ///< one colour per class of unserved people per km²
    std::array<std::vector<QColor>, 3> ramps;  ///< of each Ramp, seven steps, light = little
};

/// Throws model::Error when the palette is missing or lacks a colour: our bug or a broken installation.
const Palette& palette(Theme theme);

/// The theme a widget is shown in, by its own palette.
Theme themeOf(const QPalette& palette);

/// `count` steps of a ramp, evenly spread from its lightest to its darkest; count is 1 to 7.
std::vector<QColor> rampSteps(const Palette& palette, std::size_t count, Ramp ramp = Ramp::Usual);

}  // namespace raquette::viewer
