#include "viewer/map/drawing.h"
#include "viewer/map/mosaic_outline.h"
#include "viewer/map/pens.h"

#include <algorithm>
#include <cmath>

namespace raquette::viewer {

namespace {

/// Grey dots: nobody looked here, or nothing is known.
void drawDots(QPainter& painter, const Outline& outline, QPointF origin, const QRectF& part, const MapOptions& options) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette(options.theme).notSurveyedDots);
    for (const QPointF& at : dotsOf(outline, hatchSpacing * options.scale, origin, part)) {
        painter.drawEllipse(at, options.scale, options.scale);
    }
}

QPainterPath pathOf(const std::vector<BorderLine>& lines) {
    QPainterPath path;
    for (const BorderLine& line : lines) {
        path.moveTo(line.points.first());
        for (qsizetype i = 1; i < line.points.size(); ++i) path.lineTo(line.points[i]);
        if (line.points.first() == line.points.last()) path.closeSubpath();
    }
    return path;
}

/// The areas and lines of one land within a part of the target: the steps share the view and the outlines of the ground.
class Surfaces {
public:
    Surfaces(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options,
             const QRectF& part)
        : painter_(painter),
          scene_(scene),
          land_(land),
          view_(view),
          options_(options),
          part_(part),
          colours_(palette(options.theme)),
          ground_(around(land.fabrics.departements)) {}

    void draw() {
        painter_.setRenderHint(QPainter::Antialiasing);
        if (!options_.background) {
            painter_.fillRect(part_, colours_.sea);
            painter_.fillPath(ground_, colours_.land);
        }
        const bool gaps = scene_.layer.kind == LayerKind::Gaps && options_.holes;
        const bool aboutReach = scene_.layer.kind == LayerKind::Gaps || scene_.layer.kind == LayerKind::Coverage;
        if (aboutReach) study_ = around(land_.fabrics.study);
        if (gaps || scene_.layer.kind == LayerKind::Coverage) painter_.fillPath(study_, colours_.hole);
        if (gaps && options_.people) drawPeople();
        if (gaps) drawNotSurveyed();
        if (aboutReach && options_.covered) drawCovered();
        if (gaps && options_.people) coverSpill();
        if (scene_.layer.kind == LayerKind::Indicators || scene_.layer.kind == LayerKind::Baskets) drawClasses();
        if (options_.background) fade();
        if (gaps) drawHatch();
        drawAreas();
        drawLines();
        if (gaps) stroke(land_.fabrics.holes, line(colours_.holeEdge, 1.3 * options_.scale));
        if (aboutReach && options_.covered && !gaps) stroke(land_.fabrics.covered, line(colours_.coveredEdge, options_.scale));
    }

private:
    Outline outline(const Fabric& fabric, const Patch& patch) const { return outlineOf(fabric.mosaic, patch, view_, part_); }
    QPainterPath filled(const Fabric& fabric, const Patch& patch) const {
        QPainterPath path = viewer::pathOf(outline(fabric, patch));
        path.setFillRule(Qt::WindingFill);
        return path;
    }
    QPainterPath around(const Fabric& fabric) const { return filled(fabric, fabric.whole); }

    void stroke(const Fabric& fabric, const QPen& pen) { painter_.strokePath(pathOf(linesOf(fabric.mosaic, view_, part_)), pen); }

    /// Each dash stands where it would if the line were drawn from its beginning.
    void strokeDashed(const Fabric& fabric, QPen pen) {
        painter_.setBrush(Qt::NoBrush);
        for (const BorderLine& border : linesOf(fabric.mosaic, view_, part_, true)) {
            pen.setDashOffset(border.before / pen.widthF());
            painter_.setPen(pen);
            painter_.drawPolyline(border.points);
        }
    }

    void drawPeople() {
        const double side = shownBinSide(land_, view_, options_.scale);
        if (side <= 0) return;
        const PeopleGrid grid = coarsened(land_.people, static_cast<int>(std::lround(side / land_.people.cell)));
        Box seen;
        seen.add(view_.toPlane(part_.topLeft()));
        seen.add(view_.toPlane(part_.bottomRight()));
        const Box shown = land_.fromPeople.before(seen);
        painter_.setRenderHint(QPainter::Antialiasing, false);
        for (std::size_t least = 0; least < colours_.unserved.size(); ++least) {
            QPainterPath path;
            path.setFillRule(Qt::WindingFill);
            for (const Box& box : binsFromClass(grid, least, colours_.unservedBounds, shown)) addBins(path, box, grid.cell);
            painter_.fillPath(path, colours_.unserved[least]);
        }
        painter_.setRenderHint(QPainter::Antialiasing);
    }

    /// Bins are rectangles of the land's own plane, bent on another: with a corner at every cell neighbours leave no pixel between them.
    void addBins(QPainterPath& path, const Box& box, double cell) const {
        if (land_.fromPeople.isNothing()) {
            path.addRect(view_.toTarget(box));
            return;
        }
        QPolygonF ring;
        for (const geometry::PlanePoint& at : sidesOf(box, cell)) ring << view_.toTarget(land_.fromPeople(at));
        path.addPolygon(ring);
        path.closeSubpath();
    }

    /// Bins are squares and stick out of the holes: the sea and the land outside the study are laid over what does.
    void coverSpill() {
        const auto cover = [this](const QPainterPath& path, const QColor& colour) {
            if (options_.background) painter_.setCompositionMode(QPainter::CompositionMode_Clear);
            painter_.fillPath(path, colour);
            painter_.setCompositionMode(QPainter::CompositionMode_SourceOver);
        };
        QPainterPath sea = ground_;
        sea.setFillRule(Qt::OddEvenFill);
        sea.addRect(part_.adjusted(-4, -4, 4, 4));
        cover(sea, colours_.sea);
        if (!scene_.studyIsPart) return;
        QPainterPath outside = ground_;
        outside.setFillRule(Qt::OddEvenFill);
        outside.addPath(study_);
        cover(outside, colours_.land);
    }

    /// Areas are drawn as they are and made transparent all at once: their colours stay in proportion to one another.
    void fade() {
        painter_.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        painter_.fillRect(part_.adjusted(-2, -2, 2, 2), withAlpha(Qt::black, options_.strength));
        painter_.setCompositionMode(QPainter::CompositionMode_SourceOver);
    }

    void drawCovered() {
        const LandScene::Fabrics& fabrics = land_.fabrics;
        painter_.fillPath(around(fabrics.possible), withAlpha(colours_.covered, 0.5));
        strokeDashed(fabrics.possible, line(colours_.coveredEdge, 0.8 * options_.scale, Qt::DashLine));
        painter_.fillPath(around(fabrics.covered), colours_.covered);
        stroke(fabrics.covered, line(colours_.coveredEdge, 0.8 * options_.scale));
    }

    void drawNotSurveyed() {
        const Outline places = outline(land_.fabrics.holes, land_.fabrics.notSurveyed);
        if (places.empty()) return;
        painter_.fillPath(viewer::pathOf(places), colours_.notSurveyed);
        drawDots(painter_, places, view_.target.center(), part_, options_);
    }

    void drawHatch() {
        painter_.setPen(line(withAlpha(colours_.holeHatch, 0.55), 0.7 * options_.scale));
        const std::vector<QLineF> lines = hatchOf(outline(land_.fabrics.holes, land_.fabrics.surveyed), hatchSpacing * options_.scale,
                                                  view_.toTarget(geometry::PlanePoint{}), part_.adjusted(-2, -2, 2, 2));
        if (!lines.empty()) painter_.drawLines(lines.data(), static_cast<int>(lines.size()));
    }

    void drawAreas() {
        const LandScene::Fabrics& fabrics = land_.fabrics;
        if (scene_.layer.kind == LayerKind::Territories) stroke(fabrics.areas, line(colours_.textMuted, 0.7 * options_.scale));
        if (land_.contracts.empty()) return;
        painter_.fillPath(around(fabrics.contracts), withAlpha(colours_.contract, 0.22));
        stroke(fabrics.contracts, line(colours_.contract, 1.3 * options_.scale));
    }

    /// Each class with all above it, one over the other: neighbours leave no seam between them.
    void drawClasses() {
        const LandScene::Fabrics& fabrics = land_.fabrics;
        if (!fabrics.noData.empty()) {
            painter_.fillPath(around(fabrics.areas), colours_.noData);
            drawDots(painter_, outline(fabrics.areas, fabrics.noData), view_.target.center(), part_.adjusted(-2, -2, 2, 2), options_);
        }
        const std::vector<QColor> ramp = rampSteps(colours_, fabrics.fromClass.size(), scene_.ramp);
        for (std::size_t i = 0; i < ramp.size(); ++i) painter_.fillPath(filled(fabrics.areas, fabrics.fromClass[i]), ramp[i]);
    }

    void drawLines() {
        stroke(land_.fabrics.departements, line(colours_.departementLine, 0.7 * options_.scale));
        stroke(land_.fabrics.regions, line(colours_.regionLine, 1.1 * options_.scale));
        if (scene_.studyIsPart) stroke(land_.fabrics.study, line(colours_.regionLine, 1.6 * options_.scale));
    }

    QPainter& painter_;
    const MapScene& scene_;
    const LandScene& land_;
    const MapView& view_;
    const MapOptions& options_;
    QRectF part_;
    const Palette& colours_;
    QPainterPath ground_;
    QPainterPath study_;
};

}  // namespace

void drawSurfaces(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options,
                  const QRectF& part) {
    Surfaces(painter, scene, land, view, options, part).draw();
}

}  // namespace raquette::viewer
