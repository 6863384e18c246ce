#include "gis/analysis/only_covered.h"

#include "gis/analysis/thin_cover.h"
#include "gis/geometry/locator.h"
#include "gis/geometry/nearest.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace raquette::analysis {

namespace {

using geometry::Box;
using geometry::PlanePoint;

/// What a piece of border adds to the area of a catchment's own part.
struct Part {
    std::uint32_t catchment = 0;
    double area = 0;
};

PlanePoint between(PlanePoint a, PlanePoint b, double at) {
    return {a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at};
}

double cross(PlanePoint origin, PlanePoint a, PlanePoint b) {
    return (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
}

/// Signed area of the triangle of a piece and the catchment's centre: near by, so that little is lost to rounding.
Part partOf(const Catchments& catchments, std::uint32_t catchment, PlanePoint a, PlanePoint b) {
    return {catchment, cross(catchments.each[catchment].centre, a, b) / 2};
}

/// The border of a land, some edges at a time.
class Border {
public:
    struct Run {
        std::span<const PlanePoint> points;
        bool landOnLeft = true;
        Box box;
    };

    explicit Border(const geometry::PlaneShape& outline) : locator_(std::span(&outline, 1)) {
        for (std::size_t polygon = 0; polygon < outline.polygonCount(); ++polygon) {
            for (std::size_t ring = outline.firstRing(polygon); ring < outline.polygonEnds[polygon]; ++ring) {
                const bool outside = ring == outline.firstRing(polygon);
                addRing(outline.ring(ring), (signedArea2(outline.ring(ring)) > 0) == outside);
            }
        }
        std::vector<Box> boxes;
        for (const Run& run : runs_) boxes.push_back(run.box);
        index_ = CatchmentIndex(std::move(boxes));
    }

    const std::vector<Run>& runs() const { return runs_; }

    /// Calls with each piece of an edge that lies on land.
    template <class Visit>
    void forEachOnLand(PlanePoint a, PlanePoint b, Visit visit) const {
        Box box;
        box.include(a.x, a.y);
        box.include(b.x, b.y);
        std::vector<double> cuts{0, 1};
        for (const std::uint32_t near : index_.touching(box)) addCuts(runs_[near].points, a, b, cuts);
        std::ranges::sort(cuts);
        for (std::size_t i = 1; i < cuts.size(); ++i) {
            if (cuts[i] <= cuts[i - 1]) continue;
            if (!locator_.at(between(a, b, (cuts[i - 1] + cuts[i]) / 2))) continue;
            visit(between(a, b, cuts[i - 1]), between(a, b, cuts[i]));
        }
    }

private:
    void addRing(std::span<const PlanePoint> ring, bool landOnLeft) {
        constexpr std::size_t edges = 32;
        for (std::size_t first = 0; first + 1 < ring.size(); first += edges) {
            Run run{ring.subspan(first, std::min(edges + 1, ring.size() - first)), landOnLeft, {}};
            for (const PlanePoint& point : run.points) run.box.include(point.x, point.y);
            runs_.push_back(run);
        }
    }

    static void addCuts(std::span<const PlanePoint> points, PlanePoint a, PlanePoint b, std::vector<double>& cuts) {
        double before = cross(points[0], a, b);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const double after = cross(points[i], a, b);
            if ((before > 0) != (after > 0)) {
                const double ofA = cross(a, points[i - 1], points[i]);
                const double ofB = cross(b, points[i - 1], points[i]);
                if ((ofA > 0) != (ofB > 0)) cuts.push_back(ofA / (ofA - ofB));
            }
            before = after;
        }
    }

    geometry::Locator locator_;
    std::vector<Run> runs_;
    CatchmentIndex index_;
};

/// Whether other catchments have the same centre, and with it the same rim, which is then looked at once.
enum class Sharing { Alone, First, Later };

std::vector<Sharing> sharingOf(const std::vector<Catchment>& catchments) {
    std::vector<std::uint32_t> order(catchments.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto place = [&](std::uint32_t i) { return std::tuple(catchments[i].centre.x, catchments[i].centre.y, i); };
    std::ranges::sort(order, {}, place);
    std::vector<Sharing> sharing(catchments.size(), Sharing::Alone);
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (catchments[order[i]].centre != catchments[order[i - 1]].centre) continue;
        sharing[order[i]] = Sharing::Later;
        if (sharing[order[i - 1]] == Sharing::Alone) sharing[order[i - 1]] = Sharing::First;
    }
    return sharing;
}

std::vector<PlanePoint> centresOf(const std::vector<Catchment>& catchments) {
    std::vector<PlanePoint> centres;
    for (const Catchment& catchment : catchments) centres.push_back(catchment.centre);
    return centres;
}

/// The other catchments over each edge of a rim.
class RimCover {
public:
    RimCover(const Catchments& catchments, std::uint32_t rim)
        : catchments_(&catchments), rim_(rim), edges_(points().size() - 1), whole_(edges_.size(), 0), open_(edges_.size()) {}

    /// Adds what others cover, but those of the rim's own place; whether two now cover each edge whole. Of such an edge no more is asked.
    bool add(const std::vector<std::uint32_t>& others) {
        for (std::size_t i = 0; i < others.size() && open_ > 0; ++i) add(others[i]);
        return open_ == 0;
    }

    std::span<const PlanePoint> points() const { return catchments_->each[rim_].shape.ring(0); }
    const std::vector<std::vector<Within>>& edges() const { return edges_; }

private:
    void add(std::uint32_t by) {
        const Catchment& rim = catchments_->each[rim_];
        const Catchment& other = catchments_->each[by];
        const double apart = std::hypot(other.centre.x - rim.centre.x, other.centre.y - rim.centre.y);
        if (apart >= rim.outer + other.outer || other.centre == rim.centre) return;
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            if (whole_[i] > 1) continue;
            const Within piece = within(other, by, points()[i], points()[i + 1]);
            if (piece.from < piece.to) edges_[i].push_back(piece);
            if (piece.isWhole() && ++whole_[i] == 2) --open_;
        }
    }

    const Catchments* catchments_;
    std::uint32_t rim_;
    std::vector<std::vector<Within>> edges_;
    std::vector<int> whole_;
    std::size_t open_;
};

class Arrangement {
public:
    Arrangement(const Land& land, const Catchments& catchments)
        : catchments_(catchments), centres_(centresOf(catchments.each)), border_(land.outline), sharing_(sharingOf(catchments.each)) {}

    std::size_t rims() const { return catchments_.each.size(); }
    std::size_t runs() const { return border_.runs().size(); }

    std::vector<Part> partsOfRim(std::uint32_t rim) const {
        std::vector<Part> parts;
        if (sharing_[rim] == Sharing::Later) return parts;
        const RimCover cover = coverOfRim(rim);
        const auto points = cover.points();
        for (std::size_t i = 0; i < cover.edges().size(); ++i) {
            forEachThinPiece(cover.edges()[i], [&](double from, double to, std::uint32_t by) {
                if (by == noCatchment && sharing_[rim] == Sharing::First) return;
                const PlanePoint a = between(points[i], points[i + 1], from);
                const PlanePoint b = between(points[i], points[i + 1], to);
                border_.forEachOnLand(a, b, [&](PlanePoint p, PlanePoint q) {
                    parts.push_back(by == noCatchment ? partOf(catchments_, rim, p, q) : partOf(catchments_, by, q, p));
                });
            });
        }
        return parts;
    }

    std::vector<Part> partsOfBorder(std::size_t index) const {
        std::vector<Part> parts;
        const Border::Run& run = border_.runs()[index];
        const std::vector<std::uint32_t> near = catchments_.index.touching(run.box);
        std::vector<Within> covered;
        for (std::size_t i = 1; i < run.points.size() && !near.empty(); ++i) {
            const PlanePoint a = run.points[i - 1];
            const PlanePoint b = run.points[i];
            covered.clear();
            int whole = 0;
            for (const std::uint32_t by : near) {
                const Within piece = within(catchments_.each[by], by, a, b);
                if (piece.from < piece.to) covered.push_back(piece);
                if (piece.isWhole() && ++whole == 2) break;
            }
            forEachThinPiece(covered, [&](double from, double to, std::uint32_t by) {
                if (by == noCatchment) return;
                const PlanePoint p = between(a, b, from);
                const PlanePoint q = between(a, b, to);
                parts.push_back(run.landOnLeft ? partOf(catchments_, by, p, q) : partOf(catchments_, by, q, p));
            });
        }
        return parts;
    }

private:
    static constexpr std::size_t few = 32;

    /// The other catchments over each edge of a rim. Where providers are many the nearest few cover all of it twice, and no more is asked.
    RimCover coverOfRim(std::uint32_t rim) const {
        std::vector<std::uint32_t> nearest;
        for (const geometry::Neighbour& other : centres_.nearest(catchments_.each[rim].centre, few)) nearest.push_back(other.index);
        RimCover cover(catchments_, rim);
        if (!cover.add(nearest) && catchments_.each.size() > few) {
            cover = RimCover(catchments_, rim);
            cover.add(catchments_.index.touching(catchments_.each[rim].box));
        }
        return cover;
    }

    const Catchments& catchments_;
    geometry::PlaneIndex centres_;
    Border border_;
    std::vector<Sharing> sharing_;
};

}  // namespace

std::vector<model::SquareMetres> onlyCovered(const Land& land, const Catchments& catchments, std::size_t providers) {
    const Arrangement arrangement(land, catchments);
    std::vector<std::vector<Part>> parts(arrangement.rims() + arrangement.runs());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        const std::size_t rims = arrangement.rims();
        parts[i] = i < rims ? arrangement.partsOfRim(static_cast<std::uint32_t>(i)) : arrangement.partsOfBorder(i - rims);
    });
    // In whole square millimetres: the same sum whatever the order of providers.
    constexpr double millimetres = 1e6;
    std::vector<std::int64_t> sums(providers, 0);
    for (const std::vector<Part>& some : parts) {
        for (const Part& part : some) sums[catchments.each[part.catchment].provider] += std::llround(part.area * millimetres);
    }
    std::vector<model::SquareMetres> areas;
    areas.reserve(providers);
    for (const std::int64_t sum : sums) areas.push_back({std::max(static_cast<double>(sum) / millimetres, 0.0)});
    return areas;
}

}  // namespace raquette::analysis
