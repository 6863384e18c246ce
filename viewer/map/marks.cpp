#include "viewer/map/marks.h"

#include "viewer/map/outline.h"

#include <QLineF>
#include <QPen>

namespace raquette::viewer {

namespace {

constexpr double handRadius = 7;  // units at scale 1
constexpr double fingerReach = 14;

QColor withAlpha(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

void drawArea(QPainter& painter, const MapMarks::Area& area, const MapView& view, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    const Outline outline = outlineOf(area.piece, view);
    const QPainterPath path = pathOf(outline);
    const double scale = options.scale;
    switch (area.kind) {
        case MapMarks::AreaKind::Chosen:
            painter.strokePath(path, QPen(colours.page, 5 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
            painter.strokePath(path, QPen(colours.textStrong, 2.4 * scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
            return;
        case MapMarks::AreaKind::Gained:
            painter.fillPath(path, withAlpha(colours.coveredEdge, 0.35F));
            painter.strokePath(path, QPen(colours.coveredEdge, 1.6 * scale));
            return;
        case MapMarks::AreaKind::Lost:
            painter.fillPath(path, withAlpha(colours.holeEdge, 0.5F));
            painter.strokePath(path, QPen(colours.holeEdge, 1.6 * scale));
            return;
    }
}

void drawPlace(QPainter& painter, const MapMarks::Place& place, const MapView& view, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    const QPointF at = view.toTarget(place.at);
    const double radius = handRadius * options.scale;
    const double arm = radius * 0.5;
    painter.setPen(QPen(colours.providerHalo, 2 * options.scale));
    painter.setBrush(place.kind == MapMarks::PlaceKind::Closed ? colours.textMuted : colours.provider);
    painter.drawEllipse(at, radius, radius);
    painter.setPen(QPen(colours.providerHalo, 1.6 * options.scale, Qt::SolidLine, Qt::RoundCap));
    if (place.kind == MapMarks::PlaceKind::Closed) {
        painter.drawLine(QLineF(at + QPointF(-arm, -arm), at + QPointF(arm, arm)));
        painter.drawLine(QLineF(at + QPointF(-arm, arm), at + QPointF(arm, -arm)));
        return;
    }
    painter.drawLine(QLineF(at - QPointF(arm, 0), at + QPointF(arm, 0)));
    painter.drawLine(QLineF(at - QPointF(0, arm), at + QPointF(0, arm)));
}

}  // namespace

void drawMarks(QPainter& painter, const MapMarks& marks, const MapView& view, const MapOptions& options) {
    for (const MapMarks::Area& area : marks.areas) drawArea(painter, area, view, options);
    for (const MapMarks::Place& place : marks.places) drawPlace(painter, place, view, options);
}

const MapMarks::Place* placeAt(const MapMarks& marks, const MapView& view, QPointF target) {
    const MapMarks::Place* nearest = nullptr;
    double least = fingerReach;
    for (const MapMarks::Place& place : marks.places) {
        const double distance = QLineF(view.toTarget(place.at), target).length();
        if (!place.canMove || distance > least) continue;
        least = distance;
        nearest = &place;
    }
    return nearest;
}

}  // namespace raquette::viewer
