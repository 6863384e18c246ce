#include "viewer/map/outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace raquette::viewer {

namespace {

QPolygonF simplifiedRing(std::span<const geometry::PlanePoint> ring, const MapView& view, double tolerance) {
    QPolygonF out;
    QPointF last;
    for (const geometry::PlanePoint& point : ring) {
        const QPointF at = view.toTarget(point);
        if (!out.isEmpty() && std::abs(at.x() - last.x()) < tolerance && std::abs(at.y() - last.y()) < tolerance) continue;
        out.append(at);
        last = at;
    }
    if (out.size() < 3) return {};
    if (out.first() != out.last()) out.append(out.first());
    return out;
}

/// Where the rings cross a family of parallel lines: `across` says on which line a point is (line k at across = k × spacing),
/// `along` where on it. Crossings come sorted, so that odd-even pairs are inside.
template <class Across, class Along>
std::vector<std::pair<long, std::vector<double>>> crossings(const Outline& outline, double spacing, Across across, Along along) {
    std::vector<std::pair<long, double>> all;
    for (const QPolygonF& ring : outline) {
        for (qsizetype i = 1; i < ring.size(); ++i) {
            QPointF a = ring[i - 1];
            QPointF b = ring[i];
            if (across(a) > across(b)) std::swap(a, b);
            const double from = across(a) / spacing;
            const double to = across(b) / spacing;
            for (long line = std::lround(std::ceil(from)); static_cast<double>(line) < to; ++line) {
                const double t = (static_cast<double>(line) - from) / (to - from);
                all.emplace_back(line, along(a) + t * (along(b) - along(a)));
            }
        }
    }
    std::sort(all.begin(), all.end());
    std::vector<std::pair<long, std::vector<double>>> lines;
    for (const auto& [line, at] : all) {
        if (lines.empty() || lines.back().first != line) lines.push_back({line, {}});
        lines.back().second.push_back(at);
    }
    return lines;
}

}  // namespace

Outline outlineOf(const Piece& piece, const MapView& view, double tolerance) {
    constexpr double margin = 4;  // units: strokes just outside still show inside
    Outline out;
    const Box visible = view.visible().grown(margin * view.metresPerUnit);
    if (!piece.box.meets(visible)) return out;
    const bool wholly = visible.contains({piece.box.west, piece.box.south}) && visible.contains({piece.box.east, piece.box.north});
    for (std::size_t i = 0; i < piece.shape.ringCount(); ++i) {
        const auto ring = piece.shape.ring(i);
        if (!wholly && !boxOf(ring).meets(visible)) continue;
        QPolygonF simplified = simplifiedRing(ring, view, tolerance);
        if (!simplified.isEmpty()) out.push_back(std::move(simplified));
    }
    return out;
}

void addTo(QPainterPath& path, const Outline& outline) {
    for (const QPolygonF& ring : outline) {
        path.moveTo(ring.first());
        for (qsizetype i = 1; i + 1 < ring.size(); ++i) path.lineTo(ring[i]);
        path.closeSubpath();
    }
}

QPainterPath pathOf(const Outline& outline) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    qsizetype count = 0;
    for (const QPolygonF& ring : outline) count += ring.size() + 1;
    path.reserve(static_cast<int>(count));
    addTo(path, outline);
    return path;
}

std::vector<QLineF> hatchOf(const Outline& outline, double spacing, QPointF origin, const QRectF& target) {
    const double step = spacing * std::numbers::sqrt2;  // distance between lines counted along x + y
    const double base = origin.x() + origin.y();
    const auto across = [base](QPointF p) { return p.x() + p.y() - base; };
    const auto along = [](QPointF p) { return p.x() - p.y(); };
    std::vector<QLineF> out;
    for (const auto& [line, ends] : crossings(outline, step, across, along)) {
        const double sum = static_cast<double>(line) * step + base;
        // The part of the line inside the target: x = (sum + d) / 2 and y = (sum - d) / 2 for d along it.
        const double least = std::max(2 * target.left() - sum, sum - 2 * target.bottom());
        const double most = std::min(2 * target.right() - sum, sum - 2 * target.top());
        for (std::size_t i = 1; i < ends.size(); i += 2) {
            const double from = std::max(ends[i - 1], least);
            const double to = std::min(ends[i], most);
            if (to > from) out.emplace_back((sum + from) / 2, (sum - from) / 2, (sum + to) / 2, (sum - to) / 2);
        }
    }
    return out;
}

std::vector<QPointF> dotsOf(const Outline& outline, double spacing, QPointF origin, const QRectF& target) {
    const auto across = [origin](QPointF p) { return p.y() - origin.y(); };
    const auto along = [origin](QPointF p) { return p.x() - origin.x(); };
    std::vector<QPointF> out;
    for (const auto& [line, ends] : crossings(outline, spacing, across, along)) {
        const double shift = line % 2 == 0 ? 0 : spacing / 2;
        for (std::size_t i = 1; i < ends.size(); i += 2) {
            const auto first = static_cast<long>(std::ceil((ends[i - 1] - shift) / spacing));
            const auto last = static_cast<long>(std::ceil((ends[i] - shift) / spacing));
            for (long dot = first; dot < last; ++dot) {
                const QPointF at(static_cast<double>(dot) * spacing + shift + origin.x(), static_cast<double>(line) * spacing + origin.y());
                if (target.contains(at)) out.push_back(at);
            }
        }
    }
    return out;
}

}  // namespace raquette::viewer
