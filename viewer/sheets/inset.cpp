#include "viewer/sheets/inset.h"

#include "gis/text/catalogue.h"
#include "viewer/map/pens.h"
#include "viewer/sheets/furniture.h"

#include <algorithm>

namespace raquette::viewer {

void drawInset(QPainter& painter, const MapScene& scene, const LandScene& land, const QRectF& box, double letter,
               const MapOptions& options) {
    const double gap = letter * 0.5;
    const Lettering& letters = options.lettering;
    const QFont font = letters.font(letter);
    const QRectF frame = box.adjusted(0, letter * 1.4, 0, 0);
    const QRectF room = frame.adjusted(gap, gap, -gap, -letter * 2.2);
    MapOptions own = options;
    own.scale = std::max(0.5, options.scale * 0.65);
    own.circleGrowth *= options.scale / own.scale;  // one scale of circles for all lands
    own.look.show(MapPart::Names, false);
    own.background = false;
    MapView view = fitted(land.extent, room);
    view.target = frame;
    view = panned(view, room.center() - frame.center());
    own.keepClear = QRectF(frame.left(), room.bottom(), frame.width(), frame.bottom() - room.bottom());
    painter.save();
    painter.setClipRect(frame);
    drawMap(painter, scene, land, view, own);
    painter.restore();
    const Palette& colours = palette(options.theme);
    const QPointF above(frame.left(), frame.top() - letter * 0.35);
    const QString name = letters.elided(qt(text::say(options.language, nameKey(land.land))), font, frame.width());
    if (options.background)
        letters.drawHaloed(painter, above, name, font, colours.text, withAlpha(colours.page, 0.85), 2);
    else
        letters.draw(painter, above, name, font, colours.text);
    drawScaleBar(painter, {frame.left() + gap, frame.bottom() - letter * 0.4}, onGround(view, land.frame), frame.width() * 0.5,
                 letter * 0.85, own);
}

std::vector<InsetBox> insetColumn(const MapScene& scene, Land shown, const QRectF& target) {
    constexpr double edge = 8;       // units around
    constexpr double scaleBar = 44;  // units at the foot, for the map's own
    constexpr double between = 6;
    constexpr double smallest = 52;  // units: below, a land is no longer a place to click on
    constexpr double largest = 128;
    std::vector<InsetBox> insets;
    for (const LandScene& land : scene.lands) {
        if (land.land != shown) insets.push_back({land.land, {}});
    }
    if (insets.empty()) return insets;
    const double step = (target.height() - edge - scaleBar) / static_cast<double>(insets.size());
    const double side = std::min(step - between, largest);
    if (side < smallest) return {};
    double top = target.bottom() - scaleBar - static_cast<double>(insets.size()) * (side + between) + between;
    for (InsetBox& inset : insets) {
        inset.box = QRectF(target.left() + edge, top, side, side);
        top += side + between;
    }
    return insets;
}

}  // namespace raquette::viewer
