#include "viewer/map/drawing.h"

#include "viewer/map/outline.h"

#include <QPen>
#include <algorithm>
#include <cmath>

namespace raquette::viewer {

namespace {

constexpr double hatchSpacing = 7;    // units at scale 1
constexpr double leastBinSide = 2.6;  // units at scale 1: below, the eye sees noise, not density
constexpr double dotRadius = 3.6;
constexpr std::size_t mostNames = 60;  // dots in view: above, names would be a text, not a map

QPen line(const QColor& colour, double width, Qt::PenStyle style = Qt::SolidLine) {
    return {colour, width, style, Qt::FlatCap, Qt::RoundJoin};
}

QColor withAlpha(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// Grey dots: nobody looked here, or nothing is known.
void drawDots(QPainter& painter, const Outline& outline, const QRectF& target, const MapOptions& options) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette(options.theme).notSurveyedDots);
    for (const QPointF& at : dotsOf(outline, hatchSpacing * options.scale, target.center(), target)) {
        painter.drawEllipse(at, options.scale, options.scale);
    }
}

/// One land being drawn: the parts share the view and the outlines of the ground.
class LandDrawing {
public:
    LandDrawing(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options)
        : painter_(painter), scene_(scene), land_(land), view_(view), options_(options), colours_(palette(options.theme)) {
        for (const Piece& departement : land.departements) addTo(ground_, outlineOf(departement, view));
        study_ = pathOf(outlineOf(land.study, view));
        if (ground_.isEmpty()) ground_ = study_;
    }

    void draw() {
        painter_.setRenderHint(QPainter::Antialiasing);
        painter_.fillRect(view_.target, colours_.sea);
        painter_.fillPath(ground_, colours_.land);
        const bool gaps = scene_.layer.kind == LayerKind::Gaps && options_.holes;
        const bool aboutReach = scene_.layer.kind == LayerKind::Gaps || scene_.layer.kind == LayerKind::Coverage;
        if (gaps || scene_.layer.kind == LayerKind::Coverage) painter_.fillPath(study_, colours_.hole);
        if (gaps && options_.people) drawPeople();
        if (gaps) drawNotSurveyed();
        if (aboutReach && options_.covered) drawCovered();
        if (gaps && options_.people) coverSpill();
        if (gaps) drawHatch();
        drawAreas();
        drawLines();
        if (gaps) drawHoleEdges();
        if (aboutReach && options_.covered && !gaps) painter_.strokePath(coveredPath_, line(colours_.coveredEdge, options_.scale));
        for (const Strands& link : land_.links) drawLink(link);
        drawSigns(gaps);
    }

private:
    void drawPeople() {
        const double side = shownBinSide(land_, view_, options_.scale);
        if (side <= 0) return;
        const PeopleGrid grid = coarsened(land_.people, static_cast<int>(std::lround(side / land_.people.cell)));
        painter_.setRenderHint(QPainter::Antialiasing, false);
        for (std::size_t least = 0; least < colours_.unserved.size(); ++least) {
            QPainterPath path;
            path.setFillRule(Qt::WindingFill);
            for (const Box& box : binsFromClass(grid, least, colours_.unservedBounds, view_.visible())) path.addRect(view_.toTarget(box));
            painter_.fillPath(path, colours_.unserved[least]);
        }
        painter_.setRenderHint(QPainter::Antialiasing);
    }

    /// Bins are squares and stick out of the holes: the sea and the land outside the study are laid over what does.
    void coverSpill() {
        QPainterPath sea = ground_;
        sea.setFillRule(Qt::OddEvenFill);
        sea.addRect(view_.target.adjusted(-4, -4, 4, 4));
        painter_.fillPath(sea, colours_.sea);
        if (!scene_.studyIsPart) return;
        QPainterPath around = ground_;
        around.setFillRule(Qt::OddEvenFill);
        around.addPath(study_);
        painter_.fillPath(around, colours_.land);
    }

    void drawCovered() {
        const Outline possible = outlineOf(land_.possible, view_);
        coveredPath_ = pathOf(outlineOf(land_.covered, view_));
        const QPainterPath possiblePath = pathOf(possible);
        painter_.fillPath(possiblePath, withAlpha(colours_.covered, 0.5));
        painter_.strokePath(possiblePath, line(colours_.coveredEdge, 0.8 * options_.scale, Qt::DashLine));
        painter_.fillPath(coveredPath_, colours_.covered);
        painter_.strokePath(coveredPath_, line(colours_.coveredEdge, 0.8 * options_.scale));
    }

    void drawNotSurveyed() {
        for (const HolePiece& hole : land_.holes) {
            if (hole.surveyed) continue;
            const Outline outline = outlineOf(hole.piece, view_);
            painter_.fillPath(pathOf(outline), colours_.notSurveyed);
            drawDots(painter_, outline, view_.target, options_);
        }
    }

    void drawHatch() {
        painter_.setPen(line(withAlpha(colours_.holeHatch, 0.55), 0.7 * options_.scale));
        const QPointF origin = view_.toTarget(geometry::PlanePoint{});
        for (const HolePiece& hole : land_.holes) {
            if (!hole.surveyed) continue;
            const std::vector<QLineF> lines =
                hatchOf(outlineOf(hole.piece, view_, 0.6), hatchSpacing * options_.scale, origin, view_.target);
            if (!lines.empty()) painter_.drawLines(lines.data(), static_cast<int>(lines.size()));
        }
    }

    void drawHoleEdges() {
        QPainterPath edges;
        for (const HolePiece& hole : land_.holes) addTo(edges, outlineOf(hole.piece, view_));
        painter_.strokePath(edges, line(colours_.holeEdge, 1.3 * options_.scale));
    }

    void drawAreas() {
        const std::vector<QColor> ramp = sequentialSteps(colours_, scene_.classes.count());
        std::vector<QPainterPath> byClass(ramp.size());
        QPainterPath noData;
        Outline noDataOutline;
        for (const AreaPiece& area : land_.areas) {
            const Outline outline = outlineOf(area.piece, view_);
            addTo(area.colourClass ? byClass[*area.colourClass] : noData, outline);
            if (!area.colourClass) noDataOutline.insert(noDataOutline.end(), outline.begin(), outline.end());
        }
        if (scene_.layer.kind == LayerKind::Indicators) {
            painter_.fillPath(noData, colours_.noData);
            drawDots(painter_, noDataOutline, view_.target, options_);
            for (std::size_t i = 0; i < ramp.size(); ++i) painter_.fillPath(byClass[i], ramp[i]);
        }
        if (scene_.layer.kind == LayerKind::Contracts) {
            noData.setFillRule(Qt::WindingFill);
            painter_.fillPath(noData, withAlpha(colours_.contract, 0.22));
            painter_.strokePath(noData, line(colours_.contract, 1.3 * options_.scale));
        }
        if (scene_.layer.kind == LayerKind::Territories) painter_.strokePath(noData, line(colours_.textMuted, 0.7 * options_.scale));
    }

    void drawLines() {
        painter_.strokePath(ground_, line(colours_.departementLine, 0.7 * options_.scale));
        QPainterPath regions;
        for (const Piece& region : land_.regions) addTo(regions, outlineOf(region, view_));
        painter_.strokePath(regions, line(colours_.regionLine, 1.1 * options_.scale));
        if (scene_.studyIsPart) painter_.strokePath(study_, line(colours_.regionLine, 1.6 * options_.scale));
    }

    void drawLink(const Strands& link) { drawStrands(painter_, view_.toTarget(link.from), view_.toTarget(link.to), link.count, options_); }

    void drawSigns(bool gaps) {
        std::vector<Dot> dots;
        for (const Dot& dot : land_.dots) {
            if (options_.providers && view_.target.contains(view_.toTarget(dot.at))) dots.push_back(dot);
        }
        for (const Dot& dot : dots) drawDotSample(painter_, view_.toTarget(dot.at), dot.kind, options_);
        std::vector<PlacedNumber> numbers;
        if (gaps && options_.numbers)
            numbers = placeNumbers(land_.numbers, view_, options_.ranks, options_.mostPeople, options_.scale, options_.keepClear);
        if (options_.names && dots.size() <= mostNames) {
            const QFont font = options_.lettering.font(12.5 * options_.scale);
            for (const PlacedName& name :
                 placeNames(dots, view_, numbers, options_.lettering, font, dotRadius * options_.scale, options_.keepClear))
                options_.lettering.drawHaloed(painter_, name.baseline, name.text, font, colours_.textStrong, withAlpha(colours_.page, 0.85),
                                              2 * options_.scale);
        }
        for (const PlacedNumber& number : numbers) drawNumber(number);
    }

    void drawNumber(const PlacedNumber& number) {
        painter_.setPen(line(colours_.number, 1.4 * options_.scale));
        if (number.centre != number.anchor) painter_.drawLine(number.anchor, number.centre);
        painter_.setBrush(colours_.page);
        painter_.drawEllipse(number.centre, number.radius, number.radius);
        const QFont font = options_.lettering.font(std::max(number.radius * 0.95, 7.0), true);
        options_.lettering.drawCentred(painter_, number.centre, QString::number(number.rank), font, colours_.number);
    }

    QPainter& painter_;
    const MapScene& scene_;
    const LandScene& land_;
    const MapView& view_;
    const MapOptions& options_;
    const Palette& colours_;
    QPainterPath ground_;
    QPainterPath study_;
    QPainterPath coveredPath_;
};

}  // namespace

void drawMap(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options) {
    LandDrawing(painter, scene, land, view, options).draw();
}

double shownBinSide(const LandScene& land, const MapView& view, double scale) {
    const double least = leastBinSide * scale * view.metresPerUnit;
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

void drawDotSample(QPainter& painter, QPointF centre, DotKind kind, const MapOptions& options) {
    const Palette& colours = palette(options.theme);
    const double radius = dotRadius * options.scale;
    painter.setPen(line(colours.providerHalo, 1.2 * options.scale));
    if (kind == DotKind::Actor) {
        // A square: told from a venue without its colour.
        const double half = radius * 0.9;
        painter.setBrush(colours.link);
        painter.drawRect(QRectF(centre - QPointF(half, half), centre + QPointF(half, half)));
        return;
    }
    painter.setBrush(colours.provider);
    painter.drawEllipse(centre, radius, radius);
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
