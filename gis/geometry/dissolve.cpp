#include "gis/geometry/dissolve.h"

#include "gis/geometry/measure.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace raquette::geometry {

namespace {

struct Edge {
    PlanePoint from;
    PlanePoint to;
};

std::uint64_t hashOf(PlanePoint point) {
    // Adding zero makes -0.0 and 0.0 the same point.
    std::uint64_t hash = std::bit_cast<std::uint64_t>(point.x + 0.0) * 0x9e3779b97f4a7c15u;
    hash ^= std::bit_cast<std::uint64_t>(point.y + 0.0) + (hash >> 29);
    hash *= 0xbf58476d1ce4e5b9u;
    return hash ^ (hash >> 32);
}

/// The same for both directions of an edge.
std::uint64_t hashOf(const Edge& edge) {
    return hashOf(edge.from) ^ hashOf(edge.to);
}

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Removes the pairs a→b, b→a. The order of what is left is that of the input.
std::vector<Edge> cancelled(const std::vector<Edge>& edges) {
    const std::size_t slots = std::bit_ceil(edges.size() * 2 + 2);
    std::vector<std::uint32_t> table(slots, none);
    std::vector<std::uint8_t> gone(edges.size(), 0);
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        std::size_t slot = hashOf(edges[i]) & (slots - 1);
        while (true) {
            const std::uint32_t other = table[slot];
            if (other == none) {
                table[slot] = i;
                break;
            }
            if (gone[other] == 0 && edges[other].from == edges[i].to && edges[other].to == edges[i].from) {
                gone[other] = gone[i] = 1;  // the slot stays taken, so that longer chains are still found
                break;
            }
            slot = (slot + 1) & (slots - 1);
        }
    }
    std::vector<Edge> left;
    for (std::uint32_t i = 0; i < edges.size(); ++i) {
        if (gone[i] == 0) left.push_back(edges[i]);
    }
    return left;
}

/// The edges of a unit with its inside on their left.
void addEdges(const PlaneShape& unit, std::vector<Edge>& edges) {
    for (std::size_t polygon = 0; polygon < unit.polygonCount(); ++polygon) {
        for (std::size_t ring = unit.firstRing(polygon); ring < unit.polygonEnds[polygon]; ++ring) {
            const auto points = unit.ring(ring);
            const bool outside = ring == unit.firstRing(polygon);
            const bool forward = (signedArea2(points) > 0) == outside;
            for (std::size_t i = 1; i < points.size(); ++i) {
                if (points[i - 1] == points[i]) continue;
                edges.push_back(forward ? Edge{points[i - 1], points[i]} : Edge{points[i], points[i - 1]});
            }
        }
    }
}

/// Edges of the outline, neighbours in the list first cancelled among themselves: in code order most neighbours are near each other, and
/// small tables stay in the processor's cache.
std::vector<Edge> outline(std::span<const PlaneShape> units, std::span<const std::uint32_t> members) {
    constexpr std::size_t chunk = 256;
    const std::size_t chunks = (members.size() + chunk - 1) / chunk;
    std::vector<std::vector<Edge>> parts(chunks);
    tbb::parallel_for(std::size_t{0}, chunks, [&](std::size_t index) {
        std::vector<Edge> edges;
        for (const std::uint32_t member : members.subspan(index * chunk, std::min(chunk, members.size() - index * chunk))) {
            addEdges(units[member], edges);
        }
        parts[index] = cancelled(edges);
    });
    if (chunks == 1) return std::move(parts.front());
    std::vector<Edge> all;
    for (const std::vector<Edge>& part : parts) all.insert(all.end(), part.begin(), part.end());
    return cancelled(all);
}

/// Edges by the point they leave from.
class Leaving {
public:
    explicit Leaving(const std::vector<Edge>& edges)
        : edges_(edges), slots_(std::bit_ceil(edges.size() * 2 + 2)), first_(slots_, none), next_(edges.size(), none) {
        for (auto i = static_cast<std::uint32_t>(edges.size()); i-- > 0;) {
            std::uint32_t& head = first_[slotOf(edges[i].from)];
            next_[i] = head;
            head = i;
        }
    }

    /// The unused edge that goes on from `arriving` around the same inside: the first one clockwise from the way back.
    std::uint32_t after(std::uint32_t arriving, const std::vector<std::uint8_t>& used) const {
        const Edge& edge = edges_[arriving];
        std::uint32_t best = none;
        double bestTurn = std::numeric_limits<double>::infinity();
        for (std::uint32_t i = first_[slotOf(edge.to)]; i != none; i = next_[i]) {
            if (used[i] != 0 || !(edges_[i].from == edge.to)) continue;
            const double turn = clockwise(edge, edges_[i]);
            if (turn < bestTurn) {
                bestTurn = turn;
                best = i;
            }
        }
        return best;
    }

private:
    std::size_t slotOf(PlanePoint point) const { return hashOf(point) & (slots_ - 1); }

    /// Clockwise angle in (0, 2π] from the reverse of `in` to `out`.
    static double clockwise(const Edge& in, const Edge& out) {
        const double back = std::atan2(in.from.y - in.to.y, in.from.x - in.to.x);
        const double ahead = std::atan2(out.to.y - out.from.y, out.to.x - out.from.x);
        const double angle = std::remainder(back - ahead, 2 * M_PI);
        return angle <= 0 ? angle + 2 * M_PI : angle;
    }

    const std::vector<Edge>& edges_;
    std::size_t slots_;
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> next_;
};

using Ring = std::vector<PlanePoint>;

/// A walk that passes a point twice touches itself there: each loop becomes a ring of its own.
void addLoops(const Ring& walk, std::vector<Ring>& rings) {
    std::vector<std::uint32_t> order(walk.size() - 1);
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return walk[a].x != walk[b].x ? walk[a].x < walk[b].x : walk[a].y != walk[b].y ? walk[a].y < walk[b].y : a < b;
    });
    std::vector<std::uint32_t> firstAt(walk.size() - 1);  // index of the first visit to the same point
    bool touches = false;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool same = i > 0 && walk[order[i - 1]] == walk[order[i]];
        firstAt[order[i]] = same ? firstAt[order[i - 1]] : order[i];
        touches = touches || same;
    }
    if (!touches) {
        rings.push_back(walk);
        return;
    }
    std::vector<std::uint32_t> open;                          // points of the loop being followed
    std::vector<std::uint32_t> place(walk.size() - 1, none);  // where a point stands in it
    for (std::uint32_t i = 0; i < walk.size() - 1; ++i) {
        std::uint32_t& at = place[firstAt[i]];
        if (at != none) {
            Ring loop;
            for (std::size_t k = at; k < open.size(); ++k) {
                loop.push_back(walk[open[k]]);
                if (k > at) place[firstAt[open[k]]] = none;
            }
            loop.push_back(loop.front());
            open.resize(at);
            if (loop.size() > 3) rings.push_back(std::move(loop));
        }
        at = static_cast<std::uint32_t>(open.size());
        open.push_back(i);
    }
    Ring rest;
    for (const std::uint32_t i : open) rest.push_back(walk[i]);
    rest.push_back(rest.front());
    if (rest.size() > 3) rings.push_back(std::move(rest));
}

std::vector<Ring> linked(const std::vector<Edge>& edges) {
    const Leaving leaving(edges);
    std::vector<std::uint8_t> used(edges.size(), 0);
    std::vector<Ring> rings;
    for (std::uint32_t start = 0; start < edges.size(); ++start) {
        if (used[start] != 0) continue;
        Ring walk{edges[start].from};
        for (std::uint32_t at = start; at != none; at = leaving.after(at, used)) {
            used[at] = 1;
            walk.push_back(edges[at].to);
        }
        if (walk.size() > 3 && walk.front() == walk.back()) addLoops(walk, rings);
    }
    return rings;
}

struct Shell {
    Ring ring;
    Box box;
    double area2;
    std::vector<std::size_t> holes;
};

bool insideRing(const Ring& ring, PlanePoint point) {
    bool inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if ((ring[i - 1].y > point.y) == (ring[i].y > point.y)) continue;
        const double x = ring[i - 1].x + (point.y - ring[i - 1].y) / (ring[i].y - ring[i - 1].y) * (ring[i].x - ring[i - 1].x);
        if (point.x < x) inside = !inside;
    }
    return inside;
}

/// A point strictly inside the land just outside a hole cannot be had cheaply, so a hole's own vertices vote; one that lies on the shell
/// (they may touch in points) may fall either way.
bool holds(const Shell& shell, const Ring& hole, const Box& holeBox) {
    if (holeBox.minX < shell.box.minX || holeBox.maxX > shell.box.maxX || holeBox.minY < shell.box.minY || holeBox.maxY > shell.box.maxY) {
        return false;
    }
    const std::size_t step = std::max<std::size_t>(1, hole.size() / 5);
    int votes = 0;
    int asked = 0;
    for (std::size_t i = 0; i + 1 < hole.size(); i += step, ++asked) {
        const PlanePoint middle{(hole[i].x + hole[i + 1].x) / 2, (hole[i].y + hole[i + 1].y) / 2};
        if (insideRing(shell.ring, middle)) ++votes;
    }
    return 2 * votes > asked;
}

PlaneShape assembled(std::vector<Ring> rings) {
    std::vector<Shell> shells;
    std::vector<Ring> holes;
    for (Ring& ring : rings) {
        const double area2 = signedArea2(ring);
        if (area2 < 0) {
            holes.push_back(std::move(ring));
        } else if (area2 > 0) {
            Shell shell{std::move(ring), {}, area2, {}};
            for (const PlanePoint& point : shell.ring) shell.box.include(point.x, point.y);
            shells.push_back(std::move(shell));
        }
    }
    for (std::size_t i = 0; i < holes.size(); ++i) {
        Box box;
        for (const PlanePoint& point : holes[i]) box.include(point.x, point.y);
        Shell* smallest = nullptr;
        for (Shell& shell : shells) {
            if ((smallest == nullptr || shell.area2 < smallest->area2) && holds(shell, holes[i], box)) smallest = &shell;
        }
        if (smallest != nullptr) smallest->holes.push_back(i);
    }
    PlaneShape shape;
    for (const Shell& shell : shells) {
        shape.points.insert(shape.points.end(), shell.ring.begin(), shell.ring.end());
        shape.closeRing();
        for (const std::size_t hole : shell.holes) {
            shape.points.insert(shape.points.end(), holes[hole].begin(), holes[hole].end());
            shape.closeRing();
        }
        shape.closePolygon();
    }
    return shape;
}

}  // namespace

PlaneShape dissolve(std::span<const PlaneShape> units, std::span<const std::uint32_t> members) {
    if (members.empty()) return {};
    return assembled(linked(outline(units, members)));
}

}  // namespace raquette::geometry
