#include "viewer/map/mosaic_outline.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr double eye = 0.3;   // units: finer than what can be told apart
constexpr double margin = 6;  // units kept around the part, for strokes

Box planeBoxOf(const MapView& view, const QRectF& part) {
    Box box;
    box.add(view.toPlane(part.topLeft()));
    box.add(view.toPlane(part.bottomRight()));
    return box.grown(margin * view.metresPerUnit);
}

/// The sides of the part beyond which a box lies wholly, as bits.
unsigned beyond(const Box& box, const Box& part) {
    return (box.east < part.west ? 1U : 0U) | (box.west > part.east ? 2U : 0U) | (box.north < part.south ? 4U : 0U) |
           (box.south > part.north ? 8U : 0U);
}

bool isWithin(const Box& box, const Box& part) {
    return box.west >= part.west && box.east <= part.east && box.south >= part.south && box.north <= part.north;
}

/// One side of the rectangle that a ring is cut along (Sutherland and Hodgman 1974).
template <class Inside, class Crossing>
void cutAlong(QPolygonF& ring, QPolygonF& room, Inside inside, Crossing crossing) {
    room.clear();
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF& from = ring[i == 0 ? ring.size() - 1 : i - 1];
        const QPointF& to = ring[i];
        if (inside(from) != inside(to)) room.append(crossing(from, to));
        if (inside(to)) room.append(to);
    }
    ring.swap(room);
}

void cut(QPolygonF& ring, const QRectF& part) {
    QPolygonF room;
    const auto atX = [](double x) {
        return [x](QPointF a, QPointF b) { return QPointF(x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())); };
    };
    const auto atY = [](double y) {
        return [y](QPointF a, QPointF b) { return QPointF(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y); };
    };
    cutAlong(ring, room, [&](QPointF p) { return p.x() >= part.left(); }, atX(part.left()));
    cutAlong(ring, room, [&](QPointF p) { return p.x() <= part.right(); }, atX(part.right()));
    cutAlong(ring, room, [&](QPointF p) { return p.y() >= part.top(); }, atY(part.top()));
    cutAlong(ring, room, [&](QPointF p) { return p.y() <= part.bottom(); }, atY(part.bottom()));
}

/// From a mosaic's points to the target.
struct Placing {
    double x, y, unitsPerMetre;

    Placing(const Mosaic& mosaic, const MapView& view) : unitsPerMetre(1 / view.metresPerUnit) {
        const QPointF origin = view.toTarget(mosaic.origin);
        x = origin.x();
        y = origin.y();
    }
    QPointF operator()(NearPoint point) const {
        return {x + static_cast<double>(point.x) * unitsPerMetre, y - static_cast<double>(point.y) * unitsPerMetre};
    }
};

/// A side's points but the last, which begins the next side.
void append(QPolygonF& ring, std::span<const NearPoint> line, bool forward, const Placing& place) {
    if (forward) {
        for (std::size_t i = 0; i + 1 < line.size(); ++i) ring.append(place(line[i]));
    } else {
        for (std::size_t i = line.size() - 1; i > 0; --i) ring.append(place(line[i]));
    }
}

/// The sides of a ring of a patch, first to last. What lies wholly beyond one side of the part may look as it likes: only from where to
/// where it goes matters, for what is cut off later.
QPolygonF ringOf(const Mosaic& mosaic, const Patch& patch, std::size_t first, std::size_t last, const Mosaic::Detail& detail,
                 const Placing& place, const Box& part) {
    QPolygonF ring;
    unsigned away = 0;  // beyond which sides the stretch passed over lies so far
    for (std::size_t i = first; i < last;) {
        const bool block = i % Patch::blockSize == 0 && i + Patch::blockSize <= last;
        const Patch::Side side = patch.sides[i];
        const auto line = detail.of(side.border);
        if (block && (beyond(patch.blocks[i / Patch::blockSize], part) & away) != 0) {
            away &= beyond(patch.blocks[i / Patch::blockSize], part);
            i += Patch::blockSize;
            continue;
        }
        const unsigned here = beyond(mosaic.borders[side.border].box, part);
        ++i;
        if ((here & away) != 0) {
            away &= here;
            continue;
        }
        away = here;
        if (here != 0)
            ring.append(place(side.forward ? line.front() : line.back()));
        else
            append(ring, line, side.forward, place);
    }
    return ring;
}

}  // namespace

Outline outlineOf(const Mosaic& mosaic, const Patch& patch, const MapView& view, const QRectF& part) {
    Outline out;
    if (patch.empty()) return out;
    const Box box = planeBoxOf(view, part);
    const QRectF cutAt = view.toTarget(box);
    const double tolerance = eye * view.metresPerUnit;
    const Mosaic::Detail& detail = mosaic.within(tolerance);
    const Placing place(mosaic, view);
    std::size_t begin = 0;
    for (const Patch::Ring& ring : patch.rings) {
        const std::size_t first = std::exchange(begin, ring.end);
        if (!ring.box.meets(box) || std::max(ring.box.width(), ring.box.height()) < tolerance) continue;
        QPolygonF points = ringOf(mosaic, patch, first, ring.end, detail, place, box);
        if (!isWithin(ring.box, box)) cut(points, cutAt);
        if (points.size() < 3) continue;
        points.append(points.first());
        out.push_back(std::move(points));
    }
    return out;
}

std::vector<BorderLine> linesOf(const Mosaic& mosaic, const MapView& view, const QRectF& part, bool withLengths) {
    std::vector<BorderLine> out;
    if (mosaic.empty()) return out;
    const Box box = planeBoxOf(view, part);
    const QRectF near = view.toTarget(box);
    const Mosaic::Detail& detail = mosaic.within(eye * view.metresPerUnit);
    const Placing place(mosaic, view);
    for (std::size_t i = 0; i < mosaic.borders.size(); ++i) {
        if (!mosaic.borders[i].box.meets(box)) continue;
        const auto line = detail.of(i);
        double before = 0;
        bool open = false;
        QPointF from = place(line.front());
        for (std::size_t at = 1; at < line.size(); ++at) {
            const QPointF to = place(line[at]);
            const bool shown = std::max(from.x(), to.x()) >= near.left() && std::min(from.x(), to.x()) <= near.right() &&
                               std::max(from.y(), to.y()) >= near.top() && std::min(from.y(), to.y()) <= near.bottom();
            if (shown && !open) out.push_back({QPolygonF() << from, before});
            if (shown) out.back().points.append(to);
            open = shown;
            if (withLengths) before += std::hypot(to.x() - from.x(), to.y() - from.y());
            from = to;
        }
    }
    return out;
}

}  // namespace raquette::viewer
