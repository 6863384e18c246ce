#include "viewer/map/drawing.h"

#include "viewer/map/circles.h"
#include "viewer/map/crowd.h"
#include "viewer/map/ground_names.h"
#include "viewer/map/outline.h"
#include "viewer/map/pens.h"
#include "viewer/map/see_through.h"
#include "viewer/map/surfaces.h"

#include <algorithm>
#include <cmath>

namespace raquette::viewer {

namespace {

constexpr double leastBinSide = 2.6;   // units at scale 1: below, the eye sees noise, not density
constexpr std::size_t mostNames = 60;  // dots in view: above, names would be a text, not a map

/// Grey dots: nobody looked here, or nothing is known.
void drawDots(QPainter& painter, const Outline& outline, const QRectF& target, const MapOptions& options) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette(options.theme).notSurveyedDots);
    for (const QPointF& at : dotsOf(outline, hatchSpacing * options.scale, target.center(), target)) {
        painter.drawEllipse(at, options.scale, options.scale);
    }
}

void drawNumber(QPainter& painter, const PlacedNumber& number, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    painter.setPen(line(colours.number, 1.4 * options.scale));
    if (number.centre != number.anchor) painter.drawLine(number.anchor, number.centre);
    painter.setBrush(colours.page);
    painter.drawEllipse(number.centre, number.radius, number.radius);
    const QFont font = options.lettering.font(std::max(number.radius * 0.95, 7.0), true);
    options.lettering.drawCentred(painter, number.centre, QString::number(number.rank), font, colours.number);
}

/// What dots, numbers and names leave.
Room roomBeside(const std::vector<Dot>& dots, const std::vector<PlacedNumber>& numbers, const std::vector<PlacedName>& names,
                const QFont& font, const MapView& view, const MapOptions& options) {
    Room room(view.target);
    const auto take = [&](QPointF centre, double radius) {
        room.take(QRectF(centre - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)));
    };
    room.take(options.keepClear);
    for (const Dot& dot : dots) take(view.toTarget(dot.at), dotRadius * options.scale);
    for (const PlacedNumber& number : numbers) take(number.centre, number.radius);
    const double height = options.lettering.lineHeight(font);
    for (const PlacedName& name : names)
        room.take(QRectF(name.baseline - QPointF(0, height * 0.75), QSizeF(options.lettering.width(name.text, font), height)));
    return room;
}

void drawGroundNames(QPainter& painter, const std::vector<PlacedGroundName>& names, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    for (const PlacedGroundName& name : names) {
        const bool town = name.kind == GroundName::Kind::Town;
        options.lettering.drawHaloed(painter, name.baseline, name.text, name.font, town ? colours.textStrong : colours.textMuted,
                                     withAlpha(colours.page, 0.85), 2.2 * options.scale);
    }
}

/// Signs, numbers and names of one land, each where the others leave it room.
class Signs {
public:
    Signs(const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options)
        : scene_(scene), land_(land), view_(view), options_(options), font_(options.lettering.font(12.5 * options.scale)) {
        const MapLook& look = options.look;
        if (look.shows(MapPart::Dots)) dots_ = dotsInView(land.dots, view, dotRadius * options.scale);
        if (scene.layer.kind == LayerKind::Gaps && look.shows(MapPart::Holes) && look.shows(MapPart::Numbers))
            numbers_ = placeNumbers(land.numbers, view, options.ranks, options.mostPeople, options.scale, options.keepClear);
        if (!look.shows(MapPart::Names)) return;
        if (dots_.size() <= mostNames)
            names_ = placeNames(dots_, view, numbers_, options.lettering, font_, dotRadius * options.scale, options.keepClear);
        if (!options.places) return;
        Room room = roomBeside(dots_, numbers_, names_, font_, view, options);
        places_ = placeGroundNames(land.names, view, room, options.lettering, options.scale, groundPerMetre(land.frame, view.centre));
    }

    void draw(QPainter& painter, MapPart part) const {
        if (part == MapPart::Links) {
            for (const Strands& link : land_.links)
                drawStrands(painter, view_.toTarget(link.from), view_.toTarget(link.to), link.count, options_);
        } else if (part == MapPart::Circles) {
            if (scene_.layer.kind == LayerKind::Counts) drawCircles(painter, scene_, land_, view_, options_);
        } else if (part == MapPart::Dots) {
            drawDots(painter);
        } else if (part == MapPart::Names) {
            drawNames(painter);
        } else {
            for (const PlacedNumber& number : numbers_) drawNumber(painter, number, options_);
        }
    }

private:
    void drawDots(QPainter& painter) const {
        for (const bool faded : {true, false}) {  // what is confirmed stands before what is not
            for (const Dot& dot : dots_) {
                if (dot.faded == faded) drawDotSample(painter, view_.toTarget(dot.at), dot.kind, options_, dot.belonging, faded);
            }
        }
    }

    void drawNames(QPainter& painter) const {
        drawGroundNames(painter, places_, options_);
        const Palette& colours = palette(options_.theme);
        for (const PlacedName& name : names_)
            options_.lettering.drawHaloed(painter, name.baseline, name.text, font_, colours.textStrong, withAlpha(colours.page, 0.85),
                                          2 * options_.scale);
    }

    const MapScene& scene_;
    const LandScene& land_;
    const MapView& view_;
    const MapOptions& options_;
    QFont font_;
    std::vector<Dot> dots_;
    std::vector<PlacedNumber> numbers_;
    std::vector<PlacedName> names_;
    std::vector<PlacedGroundName> places_;
};

}  // namespace

void drawMap(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options) {
    drawSurfaces(painter, scene, land, view, options, view.target);
    drawSigns(painter, scene, land, view, options);
}

void drawSigns(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options) {
    painter.setRenderHint(QPainter::Antialiasing);
    const Signs signs(scene, land, view, options);
    const auto& order = options.look.order();
    for (const auto* part = std::ranges::find_if(order, isSign); part != order.end();) {
        const auto* const next = std::find_if(part, order.end(), isSign);
        if (next != part) {
            drawParts(painter, scene, land, view, options, view.target, {part, next}, false);
            part = next;
            continue;
        }
        if (options.look.shows(*part))
            seeThrough(painter, view.target, options.look.opacity(*part), [&](QPainter& inside) { signs.draw(inside, *part); });
        ++part;
    }
}

DrawnSizes drawnSizes(const LandScene& land, const MapView& view, double scale) {
    return {shownBinSide(land, view, scale), circleGrowth(land.extent, view)};
}

double shownBinSide(const LandScene& land, const MapView& view, double scale) {
    const double least = leastBinSide * scale * view.metresPerUnit * groundPerMetre(land.frame, view.centre);
    return land.people.cell <= 0 ? 0 : land.people.cell * std::max(1.0, std::ceil(least / land.people.cell));
}

void drawHatchSample(QPainter& painter, const QRectF& box, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    painter.fillRect(box, colours.hole);
    painter.setPen(line(colours.holeHatch, 0.8 * options.scale));
    const Outline outline{QPolygonF(box)};
    const std::vector<QLineF> lines = hatchOf(outline, hatchSpacing * options.scale, box.topLeft(), box);
    if (!lines.empty()) painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    painter.setPen(line(colours.holeEdge, 1.3 * options.scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

void drawNoDataSample(QPainter& painter, const QRectF& box, const MapOptions& options) {
    painter.fillRect(box, palette(options.theme).noData);
    drawDots(painter, {QPolygonF(box)}, box, options);
}

void drawNotSurveyedSample(QPainter& painter, const QRectF& box, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    painter.fillRect(box, colours.notSurveyed);
    drawDots(painter, {QPolygonF(box)}, box, options);
    painter.setPen(line(colours.holeEdge, 1.3 * options.scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

namespace {

/// Nearer to the second: light enough to stand back, dark enough to be found.
QColor between(const QColor& colour, const QColor& ground) {
    constexpr float kept = 0.4F;
    const auto mixed = [](float a, float b) { return kept * a + (1 - kept) * b; };
    return QColor::fromRgbF(mixed(colour.redF(), ground.redF()), mixed(colour.greenF(), ground.greenF()),
                            mixed(colour.blueF(), ground.blueF()));
}

}  // namespace

void drawDotSample(QPainter& painter, QPointF centre, DotKind kind, const MapOptions& options, Belonging belonging, bool faded) {
    constexpr double small = 0.6;  // of the radius
    const Palette& colours = palette(options.theme);
    const bool actor = kind == DotKind::Actor;
    QColor colour = actor ? colours.link : colours.provider;
    if (faded) colour = between(colour, colours.page);  // opaque, for print
    const double radius = dotRadius * options.scale * (belonging == Belonging::Unknown ? small : 1);
    const auto shape = [&](double half) {
        // A square: told from a venue without its colour.
        if (actor)
            painter.drawRect(QRectF(centre - QPointF(half, half) * 0.9, centre + QPointF(half, half) * 0.9));
        else
            painter.drawEllipse(centre, half, half);
    };
    painter.setPen(line(colours.providerHalo, 1.2 * options.scale));
    painter.setBrush(colour);
    shape(radius);
    if (belonging != Belonging::NotMember) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.providerHalo);
    shape(radius * 0.5);
}

void drawStrands(QPainter& painter, QPointF from, QPointF to, int count, const MapOptions& options) {
    const QLineF axis(from, to);
    if (axis.length() <= 0) return;
    painter.setPen(line(palette(options.theme).link, 1.1 * options.scale));
    const QPointF normal(-(to.y() - from.y()) / axis.length(), (to.x() - from.x()) / axis.length());
    for (int i = 0; i < count; ++i) {
        const QPointF shift = normal * ((i - (count - 1) / 2.0) * 3 * options.scale);
        painter.drawLine(from + shift, to + shift);
    }
}

}  // namespace raquette::viewer
