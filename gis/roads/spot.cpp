#include "gis/roads/spot.h"

#include <algorithm>
#include <cmath>

namespace raquette::roads {

namespace {

/// The nearest point of an edge to a place, both in metres around that place.
class Nearest {
public:
    Nearest(const RoadGraph& graph, geometry::LonLat place, double farthest)
        : graph_(graph), place_(place), metres_(place.lat), best_(farthest) {}

    void look(std::uint32_t edge) {
        const std::span<const Position> shape = graph_.shape(edge);
        double length = 0;
        double at = -1;
        double least = std::numeric_limits<double>::infinity();
        auto [ax, ay] = around(shape.front());
        for (std::size_t i = 1; i < shape.size(); ++i) {
            const auto [bx, by] = around(shape[i]);
            const double dx = bx - ax;
            const double dy = by - ay;
            const double length2 = dx * dx + dy * dy;
            const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0;
            const double distance = std::hypot(ax + t * dx, ay + t * dy);
            const double piece = std::sqrt(length2);
            if (distance < least) {
                least = distance;
                at = length + t * piece;
            }
            length += piece;
            ax = bx;
            ay = by;
        }
        if (least > best_ || (least == best_ && edge >= spot_.edge)) return;
        best_ = least;
        spot_ = {edge, static_cast<float>(length > 0 ? std::clamp(at / length, 0.0, 1.0) : 0), static_cast<float>(least)};
    }
    double best() const { return best_; }
    const Spot& spot() const { return spot_; }

private:
    std::pair<double, double> around(Position point) const {
        return {(point.lon / positionsPerDegree - place_.lon) * metres_.lon, (point.lat / positionsPerDegree - place_.lat) * metres_.lat};
    }

    const RoadGraph& graph_;
    geometry::LonLat place_;
    MetresPerDegree metres_;
    double best_;
    Spot spot_;
};

Millis part(Millis whole, double share) {
    return whole == unreached ? unreached : static_cast<Millis>(std::lround(whole * share));
}

/// Every stand of the junction `first` belongs to, from which the edge can be driven on to `to`, or to another stand of `end`, its
/// junction. Of a loop, whose ends are one junction, the way it is driven is told by `to` alone: no stand leads it to another.
void fromStands(const RoadGraph& graph, std::uint32_t first, const Spot& spot, std::uint32_t end, std::uint32_t to, Millis time,
                std::vector<Seed>& out) {
    const std::uint32_t standsEnd = first == end ? end : graph.standsEnd(end);
    for (std::uint32_t node = first; node < graph.standsEnd(first); ++node) {
        const auto arcs = graph.out(node);
        const auto edges = graph.outEdges(node);
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            if (edges[i] == spot.edge && (arcs[i].node == to || (arcs[i].node >= end && arcs[i].node < standsEnd))) {
                out.push_back({node, time, noLabel});
                break;
            }
        }
    }
}

}  // namespace

Spot spotAt(const RoadGraph& graph, geometry::LonLat place, model::Metres farthest) {
    const RoadGraph::Arrays& arrays = graph.arrays();
    const EdgeGrid& grid = arrays.grid;
    if (grid.columns == 0 || !(farthest.value >= 0)) return {};
    const MetresPerDegree metres(place.lat);
    const double cellWidth = grid.cellLon / positionsPerDegree * metres.lon;
    const double cellHeight = grid.cellLat / positionsPerDegree * metres.lat;
    const double column = (place.lon * positionsPerDegree - grid.west) / grid.cellLon;
    const double row = (place.lat * positionsPerDegree - grid.south) / grid.cellLat;
    if (!(std::abs(column) < 1e6 && std::abs(row) < 1e6)) return {};
    const auto homeColumn = static_cast<std::int64_t>(std::floor(column));
    const auto homeRow = static_cast<std::int64_t>(std::floor(row));
    const std::int64_t lastColumn = std::int64_t{grid.columns} - 1;
    const std::int64_t lastRow = std::int64_t{grid.rows} - 1;
    Nearest nearest(graph, place, farthest.value);
    const auto lookIn = [&](std::int64_t c, std::int64_t r) {
        if (c < 0 || r < 0 || c > lastColumn || r > lastRow) return;
        const std::size_t cell = static_cast<std::size_t>(r) * grid.columns + static_cast<std::size_t>(c);
        const std::size_t begin = cell == 0 ? 0 : arrays.cellEnds[cell - 1];
        for (std::size_t i = begin; i < arrays.cellEnds[cell]; ++i) nearest.look(arrays.cellEdges[i]);
    };
    // Ring by ring, from the first that meets the grid to the last, until nothing in the next can be nearer than what is found. The cells'
    // sides hold where the place is to a per mille.
    const double side = std::min(cellWidth, cellHeight) * 0.999;
    const double inHome = std::min({column - static_cast<double>(homeColumn), static_cast<double>(homeColumn) + 1 - column,
                                    row - static_cast<double>(homeRow), static_cast<double>(homeRow) + 1 - row});
    const std::int64_t firstRing = std::max({std::int64_t{0}, -homeColumn, homeColumn - lastColumn, -homeRow, homeRow - lastRow});
    const std::int64_t lastRing = std::max({homeColumn, lastColumn - homeColumn, homeRow, lastRow - homeRow});
    for (std::int64_t ring = firstRing; ring <= lastRing; ++ring) {
        if (ring > 0 && (static_cast<double>(ring - 1) + inHome) * side > nearest.best()) break;
        const std::int64_t south = std::max<std::int64_t>(homeRow - ring, 0);
        const std::int64_t north = std::min(homeRow + ring, lastRow);
        for (std::int64_t c = std::max<std::int64_t>(homeColumn - ring, 0); c <= std::min(homeColumn + ring, lastColumn); ++c) {
            if (c == homeColumn - ring || c == homeColumn + ring) {
                for (std::int64_t r = south; r <= north; ++r) lookIn(c, r);
            } else {
                lookIn(c, homeRow - ring);
                lookIn(c, homeRow + ring);
            }
        }
    }
    return nearest.spot();
}

geometry::LonLat positionOf(const RoadGraph& graph, const Spot& spot) {
    const std::span<const Position> shape = graph.shape(spot.edge);
    double length = 0;
    for (std::size_t i = 1; i < shape.size(); ++i) length += shortDistance(shape[i - 1], shape[i]);
    double left = length * static_cast<double>(spot.along);
    for (std::size_t i = 1; i < shape.size(); ++i) {
        const double piece = shortDistance(shape[i - 1], shape[i]);
        if (left <= piece && piece > 0) {
            const geometry::LonLat a = toLonLat(shape[i - 1]);
            const geometry::LonLat b = toLonLat(shape[i]);
            return {a.lon + (b.lon - a.lon) * left / piece, a.lat + (b.lat - a.lat) * left / piece};
        }
        left -= piece;
    }
    return toLonLat(shape.back());
}

void leave(const RoadGraph& graph, const Spot& spot, std::vector<Seed>& out) {
    const Edge& edge = graph.arrays().edges[spot.edge];
    const double along = spot.along;
    if (edge.forward != unreached) out.push_back({edge.arrival, part(edge.forward, 1 - along), noLabel});
    if (edge.backward != unreached) out.push_back({edge.returnArrival, part(edge.backward, along), noLabel});
}

void arrive(const RoadGraph& graph, const Spot& spot, std::vector<Seed>& out) {
    const Edge& edge = graph.arrays().edges[spot.edge];
    const double along = spot.along;
    if (edge.forward != unreached) fromStands(graph, edge.tail, spot, edge.head, edge.arrival, part(edge.forward, along), out);
    if (edge.backward != unreached) fromStands(graph, edge.head, spot, edge.tail, edge.returnArrival, part(edge.backward, 1 - along), out);
}

Millis straightAlong(const RoadGraph& graph, const Spot& from, const Spot& to) {
    if (from.edge != to.edge) return unreached;
    const Edge& edge = graph.arrays().edges[from.edge];
    const double way = static_cast<double>(to.along) - static_cast<double>(from.along);
    if (way == 0) return 0;
    return way > 0 ? part(edge.forward, way) : part(edge.backward, -way);
}

}  // namespace raquette::roads
