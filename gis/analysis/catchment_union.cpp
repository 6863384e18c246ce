#include "gis/analysis/catchment_union.h"

#include "gis/geometry/convex.h"
#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <bitset>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

/// Parts of a rim, as many as bits: those that surely lie within other catchments.
class CoveredRim {
public:
    /// Adds what of one rim surely lies within another catchment; whether all of it now does.
    bool add(const Catchment& rim, const Catchment& by) {
        const double dx = by.centre.x - rim.centre.x;
        const double dy = by.centre.y - rim.centre.y;
        const double apart = std::sqrt(dx * dx + dy * dy);
        if (apart >= rim.outer + by.inner) return false;
        if (apart + rim.outer <= by.inner) return true;
        if (apart == 0) return false;
        // A point of the rim at distance r of its centre is within `inner` of the other's where the cosine of the angle between them
        // reaches this.
        const auto cosine = [&](double r) { return (r * r + apart * apart - by.inner * by.inner) / (2 * r * apart); };
        const double least = std::max(cosine(rim.inner), cosine(rim.outer));
        if (least >= 1) return false;
        const double half = std::acos(std::max(least, -1.0)) / part;
        const double middle = std::atan2(dy, dx) / part;
        const auto first = static_cast<int>(std::ceil(middle - half));
        const auto end = static_cast<int>(std::floor(middle + half));
        for (int i = first; i < end; ++i) parts_.set(static_cast<std::size_t>(i + 2 * count) % count);
        return parts_.all();
    }

private:
    static constexpr int count = 128;
    static constexpr double part = 2 * std::numbers::pi / count;
    std::bitset<count> parts_;
};

/// Catchments by where their centre lies, in cells as wide as the widest of them: those that touch one lie in its cell or beside.
class Centres {
public:
    explicit Centres(std::span<const Catchment> catchments) {
        for (const Catchment& catchment : catchments) {
            around_.include(catchment.centre.x, catchment.centre.y);
            cell_ = std::max(cell_, 2 * catchment.outer);
        }
        cell_ = std::max({cell_, (around_.maxX - around_.minX) / mostCells, (around_.maxY - around_.minY) / mostCells});
        columns_ += column(around_.maxX);
        cells_.resize(cellOf(row(around_.maxY) + 1, 0));
        for (std::uint32_t i = 0; i < catchments.size(); ++i) {
            const PlanePoint at = catchments[i].centre;
            cells_[cellOf(row(at.y), column(at.x))].push_back(i);
        }
    }

    /// Calls `visit` with each catchment whose centre is within a cell's width of a place, until it says true; whether one did. Those
    /// whose centre lies in the same cell come first.
    template <class Visit>
    bool any(PlanePoint at, Visit visit) const {
        for (const int dr : {0, -1, 1}) {
            for (const int dc : {0, -1, 1}) {
                const int r = row(at.y) + dr;
                const int c = column(at.x) + dc;
                if (r < 0 || c < 0 || c >= columns_ || cellOf(r, c) >= cells_.size()) continue;
                if (std::ranges::any_of(cells_[cellOf(r, c)], visit)) return true;
            }
        }
        return false;
    }

private:
    static constexpr double mostCells = 1000;
    std::size_t cellOf(int r, int c) const {
        return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c);
    }
    int column(double x) const { return static_cast<int>(std::floor((x - around_.minX) / cell_)); }
    int row(double y) const { return static_cast<int>(std::floor((y - around_.minY) / cell_)); }

    geometry::Box around_;
    double cell_ = 1;
    int columns_ = 1;
    std::vector<std::vector<std::uint32_t>> cells_;
};

/// How much nearer to `b` than to `a` a place is, in squares of metres: the difference of its powers to the two inner circles, which is the
/// same all along a line (their radical axis).
class Nearer {
public:
    Nearer(const Catchment& a, const Catchment& b)
        : from_(a.centre),
          dx_(2 * (b.centre.x - from_.x)),
          dy_(2 * (b.centre.y - from_.y)),
          level_(b.inner * b.inner - a.inner * a.inner - (dx_ * dx_ + dy_ * dy_) / 4) {}
    double to(PlanePoint place) const { return dx_ * (place.x - from_.x) + dy_ * (place.y - from_.y) + level_; }

private:
    PlanePoint from_;
    double dx_, dy_;
    double level_;
};

/// Cells are those of a power diagram (Aurenhammer, "Power diagrams", 1987), widened. A place of `own` that is nearer to another by more
/// than own's rim is uneven lies within the other's inner circle. What is cut off there is the other's to cover, or that of one nearer
/// still; the nearest of all keeps it. So nothing is lost.
PlaneShape cellOf(std::uint32_t own, const std::vector<Catchment>& catchments, const Centres& centres) {
    const Catchment& mine = catchments[own];
    const double uneven = mine.outer * mine.outer - mine.inner * mine.inner;
    std::vector<PlanePoint> ring(mine.shape.points.begin(), mine.shape.points.end() - 1);
    centres.any(mine.centre, [&](std::uint32_t i) {
        const Catchment& other = catchments[i];
        const double dx = other.centre.x - mine.centre.x;
        const double dy = other.centre.y - mine.centre.y;
        const double touching = mine.outer + other.outer;
        if (i == own || dx * dx + dy * dy >= touching * touching) return false;
        if (other.centre == mine.centre && other.inner == mine.inner && other.outer == mine.outer) {
            if (i < own) ring.clear();  // the same place twice
            return ring.empty();
        }
        const Nearer nearer(mine, other);
        geometry::keepSide(ring, [&](PlanePoint place) { return uneven - nearer.to(place); });
        return ring.empty();
    });
    return geometry::convexShape(std::move(ring));
}

bool isHidden(std::uint32_t rim, std::span<const Catchment> catchments, const Centres& centres) {
    CoveredRim covered;
    return centres.any(catchments[rim].centre, [&](std::uint32_t i) { return i != rim && covered.add(catchments[rim], catchments[i]); });
}

/// The rings of a union that are borders of it once the hidden catchments are added: a ring lies among them all along or nowhere, so the
/// middle of one side tells.
std::vector<std::size_t> ringsInSight(const PlaneShape& joined, std::span<const Catchment> catchments,
                                      const std::vector<std::uint8_t>& hidden, const Centres& centres) {
    std::vector<std::size_t> rings;
    for (std::size_t ring = 0; ring < joined.ringCount(); ++ring) {
        const auto points = joined.ring(ring);
        const PlanePoint at{(points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2};
        const bool filled = centres.any(at, [&](std::uint32_t i) {
            return hidden[i] != 0 && catchments[i].box.contains(at.x, at.y) && contains(catchments[i].shape, at);
        });
        if (!filled) rings.push_back(ring);
    }
    return rings;
}

PlaneShape ringShape(std::span<const PlanePoint> ring) {
    PlaneShape shape;
    shape.points.assign(ring.begin(), ring.end());
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

/// Outsides with the holes that lie in them; a hole goes to the smallest outside around it.
PlaneShape assembled(const PlaneShape& joined, const std::vector<std::size_t>& rings) {
    std::vector<std::size_t> outsides;
    std::vector<std::size_t> holes;
    for (const std::size_t ring : rings) {
        const bool first = ring == 0 || std::ranges::binary_search(joined.polygonEnds, static_cast<std::uint32_t>(ring));
        (first ? outsides : holes).push_back(ring);
    }
    std::vector<PlaneShape> polygons;
    std::vector<double> areas;
    for (const std::size_t ring : outsides) {
        polygons.push_back(ringShape(joined.ring(ring)));
        areas.push_back(std::abs(signedArea2(joined.ring(ring))));
    }
    std::vector<std::vector<std::size_t>> holesOf(polygons.size());
    for (const std::size_t hole : holes) {
        const auto points = joined.ring(hole);
        const PlanePoint at{(points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2};
        std::size_t around = polygons.size();
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < polygons.size(); ++i) {
            if (areas[i] >= least || !contains(polygons[i], at)) continue;
            least = areas[i];
            around = i;
        }
        if (around < polygons.size()) holesOf[around].push_back(hole);
    }
    PlaneShape shape;
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        shape.points.insert(shape.points.end(), polygons[i].points.begin(), polygons[i].points.end());
        shape.closeRing();
        for (const std::size_t hole : holesOf[i]) {
            const auto points = joined.ring(hole);
            shape.points.insert(shape.points.end(), points.begin(), points.end());
            shape.closeRing();
        }
        shape.closePolygon();
    }
    return shape;
}

}  // namespace

void cutToCells(std::vector<Catchment>& catchments) {
    if (catchments.empty()) return;
    const Centres centres(catchments);
    std::vector<PlaneShape> cells(catchments.size());
    tbb::parallel_for(std::uint32_t{0}, static_cast<std::uint32_t>(catchments.size()),
                      [&](std::uint32_t i) { cells[i] = cellOf(i, catchments, centres); });
    for (std::size_t i = 0; i < cells.size(); ++i) catchments[i].cell = std::move(cells[i]);
}

PlaneShape catchmentUnion(std::span<const Catchment> catchments) {
    if (catchments.empty()) return {};
    if (catchments.size() == 1) return catchments.front().shape;
    const Centres centres(catchments);
    std::vector<std::uint8_t> hidden(catchments.size(), 0);
    tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, static_cast<std::uint32_t>(catchments.size()), 64), [&](const auto& range) {
        for (std::uint32_t i = range.begin(); i < range.end(); ++i) hidden[i] = isHidden(i, catchments, centres) ? 1 : 0;
    });
    std::vector<PlaneShape> inSight;
    for (std::size_t i = 0; i < catchments.size(); ++i) {
        if (hidden[i] == 0 && !catchments[i].cell.empty()) inSight.push_back(catchments[i].cell);
    }
    PlaneShape joined = geometry::unaryUnion(std::span<const PlaneShape>(inSight));
    if (inSight.size() == catchments.size()) return joined;
    const std::vector<std::size_t> rings = ringsInSight(joined, catchments, hidden, centres);
    return rings.size() == joined.ringCount() ? joined : assembled(joined, rings);
}

}  // namespace raquette::analysis
