#include "viewer/map/surfaces.h"

#include "viewer/map/mosaic_outline.h"
#include "viewer/map/pens.h"
#include "viewer/map/see_through.h"

#include <algorithm>
#include <cmath>
#include <utility>

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
        : painter_(&painter),
          scene_(scene),
          land_(land),
          view_(view),
          options_(options),
          part_(part),
          colours_(palette(options.theme)),
          ground_(around(land.fabrics.departements)),
          aboutReach_(scene.layer.kind == LayerKind::Gaps || scene.layer.kind == LayerKind::Coverage),
          holes_(scene.layer.kind == LayerKind::Gaps && options.look.shows(MapPart::Holes)) {
        painter_->setRenderHint(QPainter::Antialiasing);
        if (aboutReach_) study_ = around(land_.fabrics.study);
    }

    void drawGround() {
        if (options_.background) return;
        painter_->fillRect(part_, colours_.sea);
        painter_->fillPath(ground_, colours_.land);
    }

    void draw(MapPart part, bool onGround) {
        if (part == MapPart::Holes) drawLand(onGround);  // and all that lies at its height
        if (part == MapPart::Contracts && options_.look.shows(part)) through(part, [this] { drawContracts(); });
        if (part == MapPart::Borders && options_.look.shows(part)) through(part, [this] { drawLines(); });
        // What is between land that is reached and land that is not stands above other borders.
        if (part == (bordersAreAbove() ? MapPart::Borders : MapPart::Holes)) drawEdges();
    }

private:
    Outline outline(const Fabric& fabric, const Patch& patch) const { return outlineOf(fabric.mosaic, patch, view_, part_); }
    QPainterPath filled(const Fabric& fabric, const Patch& patch) const {
        QPainterPath path = viewer::pathOf(outline(fabric, patch));
        path.setFillRule(Qt::WindingFill);
        return path;
    }
    QPainterPath around(const Fabric& fabric) const { return filled(fabric, fabric.whole); }

    void stroke(const Fabric& fabric, const QPen& pen) { painter_->strokePath(pathOf(linesOf(fabric.mosaic, view_, part_)), pen); }

    /// Each dash stands where it would if the line were drawn from its beginning.
    void strokeDashed(const Fabric& fabric, QPen pen) {
        painter_->setBrush(Qt::NoBrush);
        for (const BorderLine& border : linesOf(fabric.mosaic, view_, part_, true)) {
            pen.setDashOffset(border.before / pen.widthF());
            painter_->setPen(pen);
            painter_->drawPolyline(border.points);
        }
    }

    /// One part of the map at its opacity.
    template <class Draw>
    void through(MapPart part, const Draw& draw) {
        through(options_.look.opacity(part), draw);
    }
    template <class Draw>
    void through(double opacity, const Draw& draw) {
        seeThrough(*painter_, part_, opacity, [&](QPainter& inside) {
            QPainter* const outside = std::exchange(painter_, &inside);
            draw();
            painter_ = outside;
        });
    }
    bool isSeenThrough(MapPart part) const { return options_.look.opacity(part) < 1; }
    bool isCovered() const { return aboutReach_ && options_.look.shows(MapPart::Covered); }
    bool bordersAreAbove() const {
        const auto& order = options_.look.order();
        return std::ranges::find(order, MapPart::Borders) > std::ranges::find(order, MapPart::Holes);
    }

    void drawLand(bool onGround) {
        if (!options_.background) {
            drawColours(onGround);
        } else if (onGround) {
            drawColours(onGround);
            fade();
        } else {
            through(options_.strength, [this] { drawColours(false); });
        }
        if (holes_) through(MapPart::Holes, [this] { drawHatch(); });
        if (scene_.layer.kind == LayerKind::Territories && options_.look.shows(MapPart::Territories))
            through(MapPart::Territories, [this] { stroke(land_.fabrics.areas, line(colours_.textMuted, 0.7 * options_.scale)); });
    }

    void drawColours(bool onGround) {
        if (aboutReach_ && (holes_ || scene_.layer.kind == LayerKind::Coverage)) {
            // What shows through covered land is the land, not the colour of holes.
            const bool apart = holes_ && isCovered() && isSeenThrough(MapPart::Covered);
            through(MapPart::Holes, [&] { painter_->fillPath(apart ? around(land_.fabrics.holes) : study_, colours_.hole); });
        }
        // What sticks out of the holes is covered by what comes after, where that is opaque and hides nothing else.
        const bool people = holes_ && options_.look.shows(MapPart::People);
        const bool cut = !onGround || isSeenThrough(MapPart::People) || isSeenThrough(MapPart::Covered);
        if (people) through(MapPart::People, [&] { drawPeople(cut); });
        if (holes_) through(MapPart::Holes, [this] { drawNotSurveyed(); });
        if (isCovered()) through(MapPart::Covered, [this] { drawCovered(); });
        if (people && !cut) coverSpill();
        const bool coloured = scene_.layer.kind == LayerKind::Indicators || scene_.layer.kind == LayerKind::Baskets;
        if (coloured && options_.look.shows(MapPart::Territories)) through(MapPart::Territories, [this] { drawClasses(); });
    }

    void drawEdges() {
        if (holes_) through(MapPart::Holes, [this] { stroke(land_.fabrics.holes, line(colours_.holeEdge, 1.3 * options_.scale)); });
        if (isCovered() && !holes_)
            through(MapPart::Covered, [this] { stroke(land_.fabrics.covered, line(colours_.coveredEdge, options_.scale)); });
    }

    void drawPeople(bool cut) {
        if (!cut) return drawBins();
        painter_->save();
        painter_->setClipPath(around(land_.fabrics.holes), Qt::IntersectClip);
        drawBins();
        painter_->restore();
    }

    void drawBins() {
        const double side = shownBinSide(land_, view_, options_.scale);
        if (side <= 0) return;
        const PeopleGrid grid = coarsened(land_.people, static_cast<int>(std::lround(side / land_.people.cell)));
        Box seen;
        seen.add(view_.toPlane(part_.topLeft()));
        seen.add(view_.toPlane(part_.bottomRight()));
        const Box shown = land_.fromPeople.before(seen);
        painter_->setRenderHint(QPainter::Antialiasing, false);
        for (std::size_t least = 0; least < colours_.unserved.size(); ++least) {
            QPainterPath path;
            path.setFillRule(Qt::WindingFill);
            for (const Box& box : binsFromClass(grid, least, colours_.unservedBounds, shown)) addBins(path, box, grid.cell);
            painter_->fillPath(path, colours_.unserved[least]);
        }
        painter_->setRenderHint(QPainter::Antialiasing);
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
            if (options_.background) painter_->setCompositionMode(QPainter::CompositionMode_Clear);
            painter_->fillPath(path, colour);
            painter_->setCompositionMode(QPainter::CompositionMode_SourceOver);
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
        painter_->setCompositionMode(QPainter::CompositionMode_DestinationIn);
        painter_->fillRect(part_.adjusted(-2, -2, 2, 2), withAlpha(Qt::black, options_.strength));
        painter_->setCompositionMode(QPainter::CompositionMode_SourceOver);
    }

    void drawCovered() {
        const LandScene::Fabrics& fabrics = land_.fabrics;
        QPainterPath possible = around(fabrics.possible);
        if (isSeenThrough(MapPart::Covered) && !isPicture(*painter_)) {
            possible.setFillRule(Qt::OddEvenFill);  // without what is covered, which lies in it
            possible.addPath(around(fabrics.covered));
        }
        painter_->fillPath(possible, withAlpha(colours_.covered, 0.5));
        strokeDashed(fabrics.possible, line(colours_.coveredEdge, 0.8 * options_.scale, Qt::DashLine));
        painter_->fillPath(around(fabrics.covered), colours_.covered);
        stroke(fabrics.covered, line(colours_.coveredEdge, 0.8 * options_.scale));
    }

    void drawNotSurveyed() {
        const Outline places = outline(land_.fabrics.holes, land_.fabrics.notSurveyed);
        if (places.empty()) return;
        painter_->fillPath(viewer::pathOf(places), colours_.notSurveyed);
        drawDots(*painter_, places, view_.target.center(), part_, options_);
    }

    void drawHatch() {
        painter_->setPen(line(withAlpha(colours_.holeHatch, 0.55), 0.7 * options_.scale));
        const std::vector<QLineF> lines = hatchOf(outline(land_.fabrics.holes, land_.fabrics.surveyed), hatchSpacing * options_.scale,
                                                  view_.toTarget(geometry::PlanePoint{}), part_.adjusted(-2, -2, 2, 2));
        if (!lines.empty()) painter_->drawLines(lines.data(), static_cast<int>(lines.size()));
    }

    void drawContracts() {
        if (land_.contracts.empty()) return;
        painter_->fillPath(around(land_.fabrics.contracts), withAlpha(colours_.contract, 0.22));
        stroke(land_.fabrics.contracts, line(colours_.contract, 1.3 * options_.scale));
    }

    /// Each class with all above it, one over the other: neighbours leave no seam between them. Where each is see-through by itself, every
    /// class alone.
    void drawClasses() {
        const LandScene::Fabrics& fabrics = land_.fabrics;
        const bool alone = isSeenThrough(MapPart::Territories) && !isPicture(*painter_);
        if (!fabrics.noData.empty()) {
            painter_->fillPath(alone ? filled(fabrics.areas, fabrics.noData) : around(fabrics.areas), colours_.noData);
            drawDots(*painter_, outline(fabrics.areas, fabrics.noData), view_.target.center(), part_.adjusted(-2, -2, 2, 2), options_);
        }
        const std::vector<QColor> ramp = rampSteps(colours_, fabrics.fromClass.size(), scene_.ramp);
        for (std::size_t i = 0; i < ramp.size(); ++i) {
            QPainterPath path = filled(fabrics.areas, fabrics.fromClass[i]);
            if (alone && i + 1 < ramp.size()) {
                path.setFillRule(Qt::OddEvenFill);
                path.addPath(filled(fabrics.areas, fabrics.fromClass[i + 1]));
            }
            painter_->fillPath(path, ramp[i]);
        }
    }

    void drawLines() {
        stroke(land_.fabrics.departements, line(colours_.departementLine, 0.7 * options_.scale));
        stroke(land_.fabrics.regions, line(colours_.regionLine, 1.1 * options_.scale));
        if (scene_.studyIsPart) stroke(land_.fabrics.study, line(colours_.regionLine, 1.6 * options_.scale));
    }

    QPainter* painter_;
    const MapScene& scene_;
    const LandScene& land_;
    const MapView& view_;
    const MapOptions& options_;
    QRectF part_;
    const Palette& colours_;
    QPainterPath ground_;
    QPainterPath study_;
    bool aboutReach_;
    bool holes_;
};

}  // namespace

void drawParts(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options,
               const QRectF& part, std::span<const MapPart> parts, bool onGround) {
    Surfaces surfaces(painter, scene, land, view, options, part);
    if (onGround) surfaces.drawGround();
    for (const MapPart one : parts) {
        surfaces.draw(one, onGround);
        onGround = false;
    }
}

void drawSurfaces(QPainter& painter, const MapScene& scene, const LandScene& land, const MapView& view, const MapOptions& options,
                  const QRectF& part) {
    const auto& order = options.look.order();
    drawParts(painter, scene, land, view, options, part, {order.begin(), std::ranges::find_if(order, isSign)}, true);
}

}  // namespace raquette::viewer
