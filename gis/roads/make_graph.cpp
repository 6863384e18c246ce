#include "gis/roads/edge_grid.h"
#include "gis/roads/road_graph.h"
#include "gis/roads/road_parts.h"
#include "gis/roads/stretches.h"
#include "gis/roads/turn_stands.h"

#include <fmt/format.h>
#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace raquette::roads {

namespace {

/// What a graph made here lies in.
struct Owned {
    std::vector<Position> nodes;
    std::vector<std::uint8_t> stands;
    std::vector<std::uint32_t> outEnds, inEnds;
    std::vector<Arc> out, in;
    std::vector<std::uint32_t> outEdges;
    std::vector<Edge> edges;
    std::vector<Position> points;
    std::vector<Part> parts;
    LaidGrid laid;
    std::string remarks;
};

/// Places along a curve that keeps neighbours together (Morton 1966).
std::uint64_t morton(Position at) {
    const auto spread = [](std::uint64_t x) {
        x = (x | (x << 16)) & 0x0000FFFF0000FFFFU;
        x = (x | (x << 8)) & 0x00FF00FF00FF00FFU;
        x = (x | (x << 4)) & 0x0F0F0F0F0F0F0F0FU;
        x = (x | (x << 2)) & 0x3333333333333333U;
        return (x | (x << 1)) & 0x5555555555555555U;
    };
    const auto unsignedOf = [](std::int32_t value) { return static_cast<std::uint32_t>(value) ^ 0x80000000U; };
    return spread(unsignedOf(at.lon)) | (spread(unsignedOf(at.lat)) << 1);
}

class Maker {
public:
    explicit Maker(const RawRoads& raw) : raw_(raw), cut_(cutRoads(raw)) {
        const DrivesAround around = aroundRules(raw, cut_);
        stands_ = turnStands(cut_, around, turnPaths(raw, cut_, around));
    }

    std::shared_ptr<Owned> make(const GraphRules& rules) {
        number();
        addEdges();
        addArcs();
        owned_->parts = findParts({owned_->nodes, owned_->outEnds, owned_->out, owned_->outEdges}, owned_->edges, rules);
        owned_->laid = layGrid(owned_->edges, owned_->points);
        for (const RoadRemark& remark : raw_.remarks) {
            owned_->remarks += fmt::format("{}\t{}\t{}\n", remark.rule, remark.count, remark.example);
        }
        return std::move(owned_);
    }

private:
    Position vertex(std::uint32_t index) const { return raw_.points[raw_.vertices[index]]; }

    /// Numbers nodes along the curve.
    void number() {
        const std::vector<std::uint32_t>& points = cut_.junctionPoints;
        std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
        order.reserve(points.size());
        for (std::uint32_t i = 0; i < points.size(); ++i) order.emplace_back(morton(raw_.points[points[i]]), i);
        std::ranges::sort(order);
        node_.resize(points.size());
        for (const auto& [code, junction] : order) {
            node_[junction] = static_cast<std::uint32_t>(owned_->nodes.size());
            for (std::uint32_t stand = 0; stand < stands_.counts[junction]; ++stand) {
                owned_->nodes.push_back(raw_.points[points[junction]]);
                owned_->stands.push_back(stand > 0 ? 1 : 0);
            }
        }
        order_.resize(cut_.all.size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::ranges::sort(order_, {}, [&](std::uint32_t stretch) { return std::pair(node_[cut_.all[stretch].tail], stretch); });
    }

    double lengthBetween(std::uint32_t first, std::uint32_t last) const {
        double metres = 0;
        for (std::uint32_t v = first; v < last; ++v) metres += shortDistance(vertex(v), vertex(v + 1));
        return metres;
    }

    void addEdges() {
        for (const std::uint32_t index : order_) {
            const Stretch& stretch = cut_.all[index];
            const RawRoad& road = raw_.roads[stretch.road];
            const double metres = lengthBetween(stretch.first, stretch.last);
            double whole = 0;
            if (road.seconds > 0) whole = lengthBetween(road.firstVertex, raw_.verticesEnd(stretch.road) - 1);
            const auto time = [&](float speed) {
                if (speed <= 0) return unreached;
                if (whole > 0) return toMillis(static_cast<double>(road.seconds) * metres / whole);
                return toMillis(metres / static_cast<double>(speed) * 3.6);
            };
            Edge edge;
            edge.tail = node_[stretch.tail];
            edge.head = node_[stretch.head];
            edge.arrival = edge.head + stands_.arrivals[along(index)];
            edge.returnArrival = edge.tail + stands_.arrivals[back(index)];
            edge.forward = time(road.forward);
            edge.backward = time(road.backward);
            edge.firstPoint = static_cast<std::uint32_t>(owned_->points.size());
            edge.metres = static_cast<float>(metres);
            edge.stopping = road.stopping ? 1 : 0;
            for (std::uint32_t v = stretch.first; v <= stretch.last; ++v) owned_->points.push_back(vertex(v));
            owned_->edges.push_back(edge);
        }
    }

    /// Every drive from every stand of its start that allows it, to where one then stands.
    template <class Visit>
    void forDrives(Visit visit) const {
        for (std::uint32_t i = 0; i < order_.size(); ++i) {
            const Edge& edge = owned_->edges[i];
            const auto drive = [&](Drive which, std::uint32_t arrival, Millis time) {
                if (time == unreached) return;
                const std::uint32_t junction = cut_.start(which);
                std::uint32_t from = node_[junction];
                visit(from, arrival, time, i);
                if (stands_.counts[junction] == 1) return;
                for (const Stand& stand : stands_.ofJunction.at(junction)) {
                    ++from;
                    if (std::ranges::binary_search(stand.barred, which)) continue;
                    const auto other = std::ranges::find(stand.arrivals, which, &std::pair<Drive, std::uint32_t>::first);
                    visit(from, other == stand.arrivals.end() ? arrival : node_[cut_.end(which)] + other->second, time, i);
                }
            };
            drive(along(order_[i]), edge.arrival, edge.forward);
            drive(back(order_[i]), edge.returnArrival, edge.backward);
        }
    }

    void addArcs() {
        const std::size_t nodes = owned_->nodes.size();
        owned_->outEnds.assign(nodes, 0);
        owned_->inEnds.assign(nodes, 0);
        forDrives([&](std::uint32_t from, std::uint32_t to, Millis, std::uint32_t) {
            ++owned_->outEnds[from];
            ++owned_->inEnds[to];
        });
        std::vector<std::uint32_t> outNext(nodes, 0);
        std::vector<std::uint32_t> inNext(nodes, 0);
        std::exclusive_scan(owned_->outEnds.begin(), owned_->outEnds.end(), outNext.begin(), 0U);
        std::exclusive_scan(owned_->inEnds.begin(), owned_->inEnds.end(), inNext.begin(), 0U);
        std::inclusive_scan(owned_->outEnds.begin(), owned_->outEnds.end(), owned_->outEnds.begin());
        std::inclusive_scan(owned_->inEnds.begin(), owned_->inEnds.end(), owned_->inEnds.begin());
        const std::size_t arcs = nodes == 0 ? 0 : owned_->outEnds.back();
        owned_->out.resize(arcs);
        owned_->in.resize(arcs);
        owned_->outEdges.resize(arcs);
        forDrives([&](std::uint32_t from, std::uint32_t to, Millis time, std::uint32_t edge) {
            owned_->outEdges[outNext[from]] = edge;
            owned_->out[outNext[from]++] = {to, time};
            owned_->in[inNext[to]++] = {from, time};
        });
    }

    const RawRoads& raw_;
    Stretches cut_;
    TurnStands stands_;
    std::shared_ptr<Owned> owned_ = std::make_shared<Owned>();
    std::vector<std::uint32_t> order_;  ///< stretches in the order of the edges
    std::vector<std::uint32_t> node_;   ///< of each junction its first node
};

}  // namespace

RoadGraph makeGraph(const RawRoads& roads, const GraphRules& rules) {
    const std::shared_ptr<Owned> owned = Maker(roads).make(rules);
    const RoadGraph::Arrays arrays{owned->nodes,     owned->stands,        owned->outEnds,        owned->inEnds, owned->out,
                                   owned->in,        owned->outEdges,      owned->edges,          owned->points, owned->parts,
                                   owned->laid.grid, owned->laid.cellEnds, owned->laid.cellEdges, owned->remarks};
    return {arrays, owned};
}

}  // namespace raquette::roads
