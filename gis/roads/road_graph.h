#pragma once

#include "gis/geometry/measure.h"
#include "gis/roads/raw_roads.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace raquette::roads {

inline constexpr std::uint32_t noNode = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint32_t noEdge = std::numeric_limits<std::uint32_t>::max();

/// A way from one junction to a neighbour, in one direction.
struct Arc {
    std::uint32_t node = 0;  ///< where it leads (in the arcs of arrivals: where it comes from)
    Millis time = 0;

    bool operator==(const Arc&) const = default;
};

/// A stretch of road between two junctions. `arrival` and `returnArrival` are where journeys that begin on it end, along it and back: the
/// junction itself, or that stand of it from which the turns allowed to those who come this way go out. Who drives it with a rule over
/// several roads on their mind comes to another stand of the same junction.
struct Edge {
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    std::uint32_t arrival = 0;
    std::uint32_t returnArrival = 0;
    Millis forward = unreached;  ///< unreached: closed that way
    Millis backward = unreached;
    std::uint32_t firstPoint = 0;  ///< in RoadGraph::points; the last one is the one before the next edge's first
    float metres = 0;
    std::uint32_t part = 0;      ///< index in RoadGraph::parts of the network it belongs to
    std::uint32_t stopping = 0;  ///< 1: journeys may begin and end here

    bool operator==(const Edge&) const = default;
};

/// Roads that hang together: from each junction one can drive to every other. One-way ends are parts of their own.
struct Part {
    float kilometres = 0;
    std::uint32_t nodes = 0;
    Position somewhere;          ///< one of its junctions
    std::uint32_t stopping = 1;  ///< 0: an islet too small to begin or end a journey on

    bool operator==(const Part&) const = default;
};

/// The grid by which the edges near a place are found.
struct EdgeGrid {
    std::int32_t west = 0, south = 0;       ///< Position units
    std::int32_t cellLon = 1, cellLat = 1;  ///< sides of a cell
    std::uint32_t columns = 0, rows = 0;

    bool operator==(const EdgeGrid&) const = default;
};

/// The roads of an area for one profile as a graph, in flat arrays that are searched where they lie: in memory or in a mapped file. Nodes
/// that are near each other on the ground are near each other in the arrays. A junction where turn rules hold has several nodes, one after
/// another: the first is the junction as one comes to it from roads without a rule, the others ("stands") as one comes from a road whose
/// turns are limited. Times are those of one profile.
class RoadGraph {
public:
    /// The arrays. They live as long as the graph.
    struct Arrays {
        std::span<const Position> nodes;
        std::span<const std::uint8_t> stands;  ///< of each node, 1: another stand of the junction before it
        std::span<const std::uint32_t> outEnds, inEnds;
        std::span<const Arc> out, in;
        std::span<const std::uint32_t> outEdges;  ///< of each arc out its edge
        std::span<const Edge> edges;
        std::span<const Position> points;  ///< shapes of the edges, one after another
        std::span<const Part> parts;
        EdgeGrid grid;
        std::span<const std::uint32_t> cellEnds;
        std::span<const std::uint32_t> cellEdges;
        std::span<const char> remarks;  ///< what was met while reading, as text: see remarksOf()
    };

    /// Told of each array once it has been checked, from several threads.
    using Checked = std::function<void(std::span<const std::byte>)>;

    /// `keeper` owns what the arrays lie in. Throws model::Error where an index points outside: a broken file must not be searched.
    RoadGraph(const Arrays& arrays, std::shared_ptr<const void> keeper, const Checked& checked = {});

    const Arrays& arrays() const { return arrays_; }
    std::size_t nodeCount() const { return arrays_.nodes.size(); }
    std::size_t arcCount() const { return arrays_.out.size(); }
    std::span<const Arc> out(std::uint32_t node) const { return slice(arrays_.out, arrays_.outEnds, node); }
    std::span<const Arc> in(std::uint32_t node) const { return slice(arrays_.in, arrays_.inEnds, node); }
    std::span<const std::uint32_t> outEdges(std::uint32_t node) const { return slice(arrays_.outEdges, arrays_.outEnds, node); }
    std::span<const Position> shape(std::uint32_t edge) const {
        const std::size_t begin = arrays_.edges[edge].firstPoint;
        const std::size_t end = edge + 1 < arrays_.edges.size() ? arrays_.edges[edge + 1].firstPoint : arrays_.points.size();
        return arrays_.points.subspan(begin, end - begin);
    }
    /// All stands of a junction, given its first node.
    std::uint32_t standsEnd(std::uint32_t node) const {
        ++node;
        while (node < arrays_.stands.size() && arrays_.stands[node] != 0) ++node;
        return node;
    }

private:
    template <class T>
    static std::span<const T> slice(std::span<const T> all, std::span<const std::uint32_t> ends, std::uint32_t index) {
        const std::size_t begin = index == 0 ? 0 : ends[index - 1];
        return all.subspan(begin, ends[index] - begin);
    }

    Arrays arrays_;
    std::shared_ptr<const void> keeper_;
};

/// What was met while its source was read and did not become road.
std::vector<RoadRemark> remarksOf(const RoadGraph& graph);

struct GraphRules {
    double smallestPartKilometres = 5;  ///< smaller islets of road are no place to begin or end a journey
};

/// Cuts roads at their junctions and lays them out for searching. Empty roads give an empty graph.
RoadGraph makeGraph(const RawRoads& roads, const GraphRules& rules = {});

}  // namespace raquette::roads
