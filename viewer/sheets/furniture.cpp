#include "viewer/sheets/furniture.h"

#include "gis/text/numbers.h"
#include "viewer/map/pens.h"

#include <fmt/format.h>
#include <QFontMetricsF>
#include <cmath>
#include <numbers>

namespace raquette::viewer {

MapView onGround(MapView view, geometry::Frame frame) {
    view.metresPerUnit *= groundPerMetre(frame, view.centre);
    return view;
}

model::Metres scaleBarLength(const MapView& view, double room) {
    const double most = room * view.metresPerUnit;
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0}) {
        if (step * power <= most) return {step * power};
    }
    return {power};
}

void drawScaleBar(QPainter& painter, QPointF left, const MapView& view, double room, double letterSize, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    const model::Metres length = scaleBarLength(view, room);
    const double units = length.value / view.metresPerUnit;
    const double tick = letterSize * 0.35;
    const std::string text = length.value < 1000 ? fmt::format("{:.0f}\u00a0m", length.value) : text::distance(options.language, length);
    const QFont font = options.lettering.font(letterSize);
    const double width = options.lettering.width(qt(text), font);
    if (options.background) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(colours.page, 0.8));
        const double edge = letterSize * 0.5;
        painter.drawRoundedRect(QRectF(left - QPointF(edge, letterSize * 1.6), left + QPointF(std::max(units, width) + edge, edge)), 4, 4);
    }
    painter.setPen(QPen(colours.textStrong, std::max(1.0, 1.8 * options.scale), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(left, left + QPointF(units, 0));
    painter.drawLine(left - QPointF(0, tick), left);
    painter.drawLine(left + QPointF(units, -tick), left + QPointF(units, 0));
    options.lettering.draw(painter, left + QPointF(std::max(0.0, (units - width) / 2), -letterSize * 0.5), qt(text), font,
                           colours.textStrong);
}

double northAngle(geometry::Frame frame, geometry::PlanePoint at) {
    if (frame == webMercator) return 0;
    geometry::LonLat here = geometry::toLonLat(frame, at);
    here.lat += 0.01;
    const geometry::PlanePoint north = geometry::toPlane(frame, here);
    return std::atan2(north.x - at.x, north.y - at.y) * 180 / std::numbers::pi;
}

void drawNorthArrow(QPainter& painter, QPointF centre, double size, const MapView& view, geometry::Frame frame, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    painter.save();
    painter.translate(centre);
    painter.rotate(northAngle(frame, view.centre));
    const QPolygonF left{QPointF(0, -size * 0.5), QPointF(-size * 0.2, size * 0.35), QPointF(0, size * 0.2)};
    const QPolygonF right{QPointF(0, -size * 0.5), QPointF(size * 0.2, size * 0.35), QPointF(0, size * 0.2)};
    painter.setPen(QPen(colours.textStrong, std::max(0.8, options.scale), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(colours.textStrong);
    painter.drawPolygon(left);
    painter.setBrush(colours.page);
    painter.drawPolygon(right);
    painter.restore();
    options.lettering.drawCentred(painter, centre + QPointF(0, -size * 0.72), QStringLiteral("N"),
                                  options.lettering.font(size * 0.36, true), colours.textStrong);
}

}  // namespace raquette::viewer
