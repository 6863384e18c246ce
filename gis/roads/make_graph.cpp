#include "gis/roads/road_graph.h"
#include "gis/roads/strong_parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
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
    EdgeGrid grid;
    std::vector<std::uint32_t> cellEnds;
    std::vector<std::uint32_t> cellEdges;
    std::string remarks;
};

/// A piece of a road between two junctions: vertices `first` to `last`, both included.
struct Stretch {
    std::uint32_t road = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t tail = 0;  ///< its junctions
    std::uint32_t head = 0;
};

/// A stretch driven along (even) or back (odd).
using Drive = std::uint32_t;
constexpr Drive along(std::size_t stretch) {
    return static_cast<Drive>(stretch * 2);
}
constexpr Drive back(std::size_t stretch) {
    return static_cast<Drive>(stretch * 2 + 1);
}

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
    Maker(const RawRoads& raw, const GraphRules& rules) : raw_(raw), rules_(rules) {}

    std::shared_ptr<Owned> make() {
        cut();
        limitTurns();
        number();
        addEdges();
        addArcs();
        findParts();
        layGrid();
        for (const RoadRemark& remark : raw_.remarks) {
            owned_->remarks += fmt::format("{}\t{}\t{}\n", remark.rule, remark.count, remark.example);
        }
        return std::move(owned_);
    }

private:
    std::uint32_t verticesEnd(std::size_t road) const {
        return road + 1 < raw_.roads.size() ? raw_.roads[road + 1].firstVertex : static_cast<std::uint32_t>(raw_.vertices.size());
    }
    /// Whether it leads anywhere at all.
    bool isRoad(std::size_t road) const {
        const RawRoad& raw = raw_.roads[road];
        return (raw.forward > 0 || raw.backward > 0) && verticesEnd(road) - raw.firstVertex >= 2;
    }
    Position vertex(std::uint32_t index) const { return raw_.points[raw_.vertices[index]]; }

    /// Cuts roads where they meet, where they end, where a turn rule or a barrier stands.
    void cut() {
        std::vector<std::uint8_t> uses(raw_.points.size(), 0);
        const auto use = [&](std::uint32_t point, int times) { uses[point] = static_cast<std::uint8_t>(std::min(uses[point] + times, 2)); };
        for (std::size_t road = 0; road < raw_.roads.size(); ++road) {
            if (!isRoad(road)) continue;
            const std::uint32_t first = raw_.roads[road].firstVertex;
            const std::uint32_t last = verticesEnd(road) - 1;
            for (std::uint32_t v = first; v <= last; ++v) use(raw_.vertices[v], v == first || v == last ? 2 : 1);
        }
        for (const TurnRule& rule : raw_.turns) use(rule.via, 2);
        std::vector<std::uint8_t> barred(raw_.points.size(), 0);
        for (const std::uint32_t point : raw_.barriers) {
            barred[point] = 1;
            use(point, 2);
        }
        std::vector<std::uint32_t> junctionOf(raw_.points.size(), noNode);
        const auto junction = [&](std::uint32_t point) {
            if (barred[point] == 0 && junctionOf[point] != noNode) return junctionOf[point];
            junctionOf[point] = static_cast<std::uint32_t>(junctionPoints_.size());
            junctionPoints_.push_back(point);
            return junctionOf[point];
        };
        for (std::uint32_t road = 0; road < raw_.roads.size(); ++road) {
            if (!isRoad(road)) continue;
            std::uint32_t from = raw_.roads[road].firstVertex;
            for (std::uint32_t v = from + 1; v < verticesEnd(road); ++v) {
                if (uses[raw_.vertices[v]] < 2) continue;
                const std::uint32_t tail = junction(raw_.vertices[from]);
                stretches_.push_back({road, from, v, tail, junction(raw_.vertices[v])});
                from = v;
            }
        }
    }

    bool open(Drive drive) const {
        const RawRoad& road = raw_.roads[stretches_[drive / 2].road];
        return (drive % 2 == 0 ? road.forward : road.backward) > 0;
    }
    std::uint32_t startOf(Drive drive) const { return drive % 2 == 0 ? stretches_[drive / 2].tail : stretches_[drive / 2].head; }
    std::uint32_t endOf(Drive drive) const { return drive % 2 == 0 ? stretches_[drive / 2].head : stretches_[drive / 2].tail; }

    struct Around {
        std::vector<Drive> leaving, arriving;
    };

    /// The drives out of and into the points that a rule names.
    std::unordered_map<std::uint32_t, Around> aroundRules() const {
        std::unordered_map<std::uint32_t, Around> around;
        std::vector<std::uint8_t> named(raw_.points.size(), 0);
        for (const TurnRule& rule : raw_.turns) named[rule.via] = 1;
        for (std::size_t i = 0; i < stretches_.size(); ++i) {
            for (const Drive drive : {along(i), back(i)}) {
                if (!open(drive)) continue;
                const std::uint32_t start = junctionPoints_[startOf(drive)];
                const std::uint32_t end = junctionPoints_[endOf(drive)];
                if (named[start] != 0) around[start].leaving.push_back(drive);
                if (named[end] != 0) around[end].arriving.push_back(drive);
            }
        }
        return around;
    }

    /// Whether a rule is about going on by `go` for those who come by `come`: with one road twice it is about turning back on it.
    bool names(const TurnRule& rule, Drive come, Drive go) const {
        return rule.from == rule.to ? go == (come ^ 1U) : stretches_[go / 2].road == rule.to;
    }

    /// Of each drive the drives that are barred at its end. Of several ways that one must go each may be gone.
    std::map<Drive, std::vector<Drive>> barredTurns() const {
        std::unordered_map<std::uint32_t, Around> around = aroundRules();
        std::map<Drive, std::vector<Drive>> barred;
        std::map<Drive, std::vector<Drive>> musts;
        for (const TurnRule& rule : raw_.turns) {
            const Around& here = around[rule.via];
            for (const Drive come : here.arriving) {
                if (stretches_[come / 2].road != rule.from) continue;
                for (const Drive go : here.leaving) {
                    if (startOf(go) == endOf(come) && names(rule, come, go)) (rule.only ? musts : barred)[come].push_back(go);
                }
            }
        }
        // Where no road to take is there, or is open to this profile, nobody is in `musts`: to heed such a rule would close the junction.
        for (const auto& [come, chosen] : musts) {
            for (const Drive go : around[junctionPoints_[endOf(come)]].leaving) {
                if (startOf(go) == endOf(come) && std::ranges::find(chosen, go) == chosen.end()) barred[come].push_back(go);
            }
        }
        return barred;
    }

    /// Gives a junction a stand for each set of drives that are barred to some who come there.
    void limitTurns() {
        std::map<Drive, std::vector<Drive>> barred = barredTurns();
        std::map<std::pair<std::uint32_t, std::vector<Drive>>, std::uint32_t> stands;
        standOf_.assign(stretches_.size() * 2, 0);
        standCounts_.assign(junctionPoints_.size(), 1);
        for (auto& [come, gone] : barred) {
            std::ranges::sort(gone);
            gone.erase(std::unique(gone.begin(), gone.end()), gone.end());
            const auto [stand, isNew] = stands.try_emplace({endOf(come), gone}, standCounts_[endOf(come)]);
            if (isNew) {
                ++standCounts_[endOf(come)];
                for (const Drive go : gone) closed_.insert({go, stand->second});
            }
            standOf_[come] = stand->second;
        }
    }

    /// Whether a drive is barred from a stand of the junction it starts from.
    bool barredFrom(std::uint32_t stand, Drive drive) const {
        const auto [begin, end] = closed_.equal_range(drive);
        return std::any_of(begin, end, [stand](const auto& entry) { return entry.second == stand; });
    }

    /// Numbers nodes along the curve.
    void number() {
        std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
        order.reserve(junctionPoints_.size());
        for (std::uint32_t i = 0; i < junctionPoints_.size(); ++i) order.emplace_back(morton(raw_.points[junctionPoints_[i]]), i);
        std::ranges::sort(order);
        node_.resize(junctionPoints_.size());
        for (const auto& [code, junction] : order) {
            node_[junction] = static_cast<std::uint32_t>(owned_->nodes.size());
            for (std::uint32_t stand = 0; stand < standCounts_[junction]; ++stand) {
                owned_->nodes.push_back(raw_.points[junctionPoints_[junction]]);
                owned_->stands.push_back(stand > 0 ? 1 : 0);
            }
        }
        order_.resize(stretches_.size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::ranges::sort(order_, {}, [&](std::uint32_t stretch) { return std::pair(node_[stretches_[stretch].tail], stretch); });
    }

    double lengthBetween(std::uint32_t first, std::uint32_t last) const {
        double metres = 0;
        for (std::uint32_t v = first; v < last; ++v) metres += shortDistance(vertex(v), vertex(v + 1));
        return metres;
    }

    void addEdges() {
        for (const std::uint32_t index : order_) {
            const Stretch& stretch = stretches_[index];
            const RawRoad& road = raw_.roads[stretch.road];
            const double metres = lengthBetween(stretch.first, stretch.last);
            double whole = 0;
            if (road.seconds > 0) whole = lengthBetween(road.firstVertex, verticesEnd(stretch.road) - 1);
            const auto time = [&](float speed) {
                if (speed <= 0) return unreached;
                if (whole > 0) return toMillis(static_cast<double>(road.seconds) * metres / whole);
                return toMillis(metres / static_cast<double>(speed) * 3.6);
            };
            Edge edge;
            edge.tail = node_[stretch.tail];
            edge.head = node_[stretch.head];
            edge.arrival = edge.head + standOf_[along(index)];
            edge.returnArrival = edge.tail + standOf_[back(index)];
            edge.forward = time(road.forward);
            edge.backward = time(road.backward);
            edge.firstPoint = static_cast<std::uint32_t>(owned_->points.size());
            edge.metres = static_cast<float>(metres);
            edge.stopping = road.stopping ? 1 : 0;
            for (std::uint32_t v = stretch.first; v <= stretch.last; ++v) owned_->points.push_back(vertex(v));
            owned_->edges.push_back(edge);
        }
    }

    /// Every drive from every stand of its start that allows it.
    template <class Visit>
    void forDrives(Visit visit) const {
        for (std::uint32_t i = 0; i < order_.size(); ++i) {
            const Edge& edge = owned_->edges[i];
            const Stretch& stretch = stretches_[order_[i]];
            const auto drive = [&](Drive which, std::uint32_t junction, std::uint32_t to, Millis time) {
                if (time == unreached) return;
                for (std::uint32_t stand = 0; stand < standCounts_[junction]; ++stand) {
                    if (stand == 0 || !barredFrom(stand, which)) visit(node_[junction] + stand, to, time, i);
                }
            };
            drive(along(order_[i]), stretch.tail, edge.arrival, edge.forward);
            drive(back(order_[i]), stretch.head, edge.returnArrival, edge.backward);
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

    /// Which roads hang together, and on which journeys may begin and end: not on one-way ends that one never comes back from, nor on
    /// islets (a car park's lanes, a track that is joined to nothing).
    void findParts() {
        const std::vector<std::uint32_t> strong = strongParts(owned_->outEnds, owned_->out);
        std::vector<std::uint32_t> sizes(strong.size(), 0);
        for (const std::uint32_t part : strong) ++sizes[part];
        const std::vector<std::uint32_t> there = partsThereAndBack(strong, sizes);
        std::vector<std::uint32_t> numbers(strong.size(), noNode);
        std::vector<double> metres;
        for (std::size_t i = 0; i < there.size(); ++i) {
            Edge& edge = owned_->edges[i];
            std::uint32_t part = there[i];
            if (part == noNode) {
                edge.stopping = 0;
                part = sizes[strong[edge.head]] > sizes[strong[edge.tail]] ? strong[edge.head] : strong[edge.tail];
            }
            if (numbers[part] == noNode) {
                numbers[part] = static_cast<std::uint32_t>(owned_->parts.size());
                const bool atTail = strong[edge.tail] == part || strong[edge.returnArrival] == part;
                owned_->parts.push_back({0, sizes[part], owned_->nodes[atTail ? edge.tail : edge.head], 1});
                metres.push_back(0);
            }
            edge.part = numbers[part];
            metres[edge.part] += static_cast<double>(edge.metres);
        }
        closeIslets(metres);
    }

    /// Of each edge the largest part from which one can come to a place on it, and go back from there; none where there is none.
    std::vector<std::uint32_t> partsThereAndBack(const std::vector<std::uint32_t>& strong, const std::vector<std::uint32_t>& sizes) const {
        std::vector<std::uint32_t> there(owned_->edges.size(), noNode);
        for (std::uint32_t node = 0; node < strong.size(); ++node) {
            const std::uint32_t part = strong[node];
            for (std::uint32_t i = node == 0 ? 0 : owned_->outEnds[node - 1]; i < owned_->outEnds[node]; ++i) {
                const Edge& edge = owned_->edges[owned_->outEdges[i]];
                const bool back = (edge.forward != unreached && strong[edge.arrival] == part) ||
                                  (edge.backward != unreached && strong[edge.returnArrival] == part);
                std::uint32_t& best = there[owned_->outEdges[i]];
                if (back && (best == noNode || sizes[part] > sizes[best])) best = part;
            }
        }
        return there;
    }

    void closeIslets(const std::vector<double>& metres) {
        for (std::size_t i = 0; i < metres.size(); ++i) {
            owned_->parts[i].kilometres = static_cast<float>(metres[i] / 1000);
            owned_->parts[i].stopping = metres[i] >= rules_.smallestPartKilometres * 1000 ? 1 : 0;
        }
        // Where no part is large enough the largest will have to do: the roads of a small island.
        const auto largest = std::ranges::max_element(owned_->parts, {}, &Part::kilometres);
        if (largest != owned_->parts.end()) largest->stopping = 1;
        for (Edge& edge : owned_->edges) {
            if (owned_->parts[edge.part].stopping == 0) edge.stopping = 0;
        }
    }

    void layGrid() {
        EdgeGrid& grid = owned_->grid;
        Position least{std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max()};
        Position most{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::min()};
        for (const Position& point : owned_->points) {
            least = {std::min(least.lon, point.lon), std::min(least.lat, point.lat)};
            most = {std::max(most.lon, point.lon), std::max(most.lat, point.lat)};
        }
        if (owned_->points.empty()) return;
        constexpr double side = 500;  // metres: a cell holds a handful of roads in the country, some dozens in a town
        const MetresPerDegree metres((static_cast<double>(least.lat) + most.lat) / 2 / positionsPerDegree);
        grid.west = least.lon;
        grid.south = least.lat;
        grid.cellLon = static_cast<std::int32_t>(side / std::max(metres.lon, 1000.0) * positionsPerDegree);
        grid.cellLat = static_cast<std::int32_t>(side / metres.lat * positionsPerDegree);
        grid.columns = static_cast<std::uint32_t>((std::int64_t{most.lon} - least.lon) / grid.cellLon) + 1;
        grid.rows = static_cast<std::uint32_t>((std::int64_t{most.lat} - least.lat) / grid.cellLat) + 1;
        while (std::uint64_t{grid.columns} * grid.rows > 50'000'000) {  // places all over the world
            grid.cellLon *= 2;
            grid.cellLat *= 2;
            grid.columns = grid.columns / 2 + 1;
            grid.rows = grid.rows / 2 + 1;
        }
        owned_->cellEnds.assign(std::size_t{grid.columns} * grid.rows, 0);
        forCells([&](std::uint32_t cell, std::uint32_t) { ++owned_->cellEnds[cell]; });
        std::vector<std::uint32_t> next(owned_->cellEnds.size());
        std::exclusive_scan(owned_->cellEnds.begin(), owned_->cellEnds.end(), next.begin(), 0U);
        std::inclusive_scan(owned_->cellEnds.begin(), owned_->cellEnds.end(), owned_->cellEnds.begin());
        owned_->cellEdges.resize(owned_->cellEnds.back());
        forCells([&](std::uint32_t cell, std::uint32_t edge) { owned_->cellEdges[next[cell]++] = edge; });
    }

    /// Each cell that an edge passes, for edges on which journeys may begin and end.
    template <class Visit>
    void forCells(Visit visit) const {
        std::vector<std::uint32_t> cells;
        for (std::uint32_t index = 0; index < owned_->edges.size(); ++index) {
            if (owned_->edges[index].stopping == 0) continue;
            const std::size_t begin = owned_->edges[index].firstPoint;
            const std::size_t end = index + 1 < owned_->edges.size() ? owned_->edges[index + 1].firstPoint : owned_->points.size();
            cells.clear();
            for (std::size_t i = begin; i + 1 < end; ++i) addCells(owned_->points[i], owned_->points[i + 1], cells);
            std::ranges::sort(cells);
            cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
            for (const std::uint32_t cell : cells) visit(cell, index);
        }
    }

    /// Row by row, the columns that a straight line passes there: not all between its ends, which for a line across a country are millions.
    void addCells(Position a, Position b, std::vector<std::uint32_t>& cells) const {
        const EdgeGrid& grid = owned_->grid;
        if (a.lat > b.lat) std::swap(a, b);
        const auto [minLon, maxLon] = std::minmax(a.lon, b.lon);
        const double slope = a.lat == b.lat ? 0 : (static_cast<double>(b.lon) - a.lon) / (static_cast<double>(b.lat) - a.lat);
        const std::int64_t first = (std::int64_t{a.lat} - grid.south) / grid.cellLat;
        const std::int64_t last = (std::int64_t{b.lat} - grid.south) / grid.cellLat;
        for (std::int64_t row = first; row <= last; ++row) {
            const auto lonAt = [&](std::int64_t boundary) {
                return a.lon + slope * static_cast<double>(grid.south + boundary * grid.cellLat - a.lat);
            };
            const double enter = row == first ? a.lon : lonAt(row);
            const double leave = row == last ? b.lon : lonAt(row + 1);
            constexpr double rounding = 2;
            const double west = std::max<double>(std::min(enter, leave) - rounding, minLon);
            const double east = std::min<double>(std::max(enter, leave) + rounding, maxLon);
            const auto column = [&](double lon) { return (static_cast<std::int64_t>(lon) - grid.west) / grid.cellLon; };
            for (std::int64_t c = column(west); c <= column(east); ++c) cells.push_back(static_cast<std::uint32_t>(row * grid.columns + c));
        }
    }

    const RawRoads& raw_;
    GraphRules rules_;
    std::shared_ptr<Owned> owned_ = std::make_shared<Owned>();
    std::vector<std::uint32_t> junctionPoints_;
    std::vector<Stretch> stretches_;
    std::vector<std::uint32_t> order_;        ///< stretches in the order of the edges
    std::vector<std::uint32_t> node_;         ///< of each junction its first node
    std::vector<std::uint32_t> standCounts_;  ///< of each junction
    std::vector<std::uint32_t> standOf_;      ///< of each drive: the stand it arrives at
    std::multimap<Drive, std::uint32_t> closed_;
};

}  // namespace

RoadGraph makeGraph(const RawRoads& roads, const GraphRules& rules) {
    const std::shared_ptr<Owned> owned = Maker(roads, rules).make();
    const RoadGraph::Arrays arrays{owned->nodes, owned->stands,   owned->outEnds,   owned->inEnds, owned->out,
                                   owned->in,    owned->outEdges, owned->edges,     owned->points, owned->parts,
                                   owned->grid,  owned->cellEnds, owned->cellEdges, owned->remarks};
    return {arrays, owned};
}

}  // namespace raquette::roads
