#include "gis/roads/road_graph.h"

#include "gis/model/error.h"

#include <tbb/parallel_invoke.h>
#include <algorithm>
#include <charconv>
#include <ranges>
#include <string_view>

namespace raquette::roads {

namespace {

[[noreturn]] void broken() {
    throw model::Error("The road graph is broken: an index in it points outside of it.");
}

void require(bool holds) {
    if (!holds) broken();
}

// Whole arrays are gone through without leaving at the first fault: there is none as a rule, and the processor takes many numbers at a
// time.

void checkEnds(std::span<const std::uint32_t> ends, std::size_t count, std::size_t total) {
    require(ends.size() == count);
    require(count == 0 ? total == 0 : ends.back() == total);
    bool falls = false;
    for (std::size_t i = 1; i < count; ++i) falls |= ends[i] < ends[i - 1];
    require(!falls);
}

void checkIndexes(std::span<const std::uint32_t> indexes, std::size_t count) {
    bool outside = false;
    for (const std::uint32_t index : indexes) outside |= index >= count;
    require(!outside);
}

void checkArcs(std::span<const Arc> arcs, std::size_t nodes) {
    bool outside = false;
    for (const Arc& arc : arcs) outside |= arc.node >= nodes;
    require(!outside);
}

void checkEdges(const RoadGraph::Arrays& arrays) {
    const std::size_t nodes = arrays.nodes.size();
    std::uint32_t most = 0;
    bool outside = false;
    std::size_t end = arrays.points.size();
    for (const Edge& edge : std::views::reverse(arrays.edges)) {
        most = std::max({most, edge.tail, edge.head, edge.arrival, edge.returnArrival});
        outside |= edge.part >= arrays.parts.size();
        outside |= edge.firstPoint >= end;  // each has points of its own
        end = edge.firstPoint;
    }
    require(!outside && (arrays.edges.empty() || most < nodes));
}

}  // namespace

RoadGraph::RoadGraph(const Arrays& arrays, std::shared_ptr<const void> keeper, const Checked& checked)
    : arrays_(arrays), keeper_(std::move(keeper)) {
    const auto done = [&](const auto& array) {
        if (checked) checked(std::as_bytes(array));
    };
    const std::size_t nodes = arrays.nodes.size();
    const std::size_t edges = arrays.edges.size();
    const EdgeGrid& grid = arrays.grid;
    require(arrays.stands.size() == nodes && arrays.outEdges.size() == arrays.out.size() && grid.cellLon > 0 && grid.cellLat > 0);
    tbb::parallel_invoke(
        [&] {
            checkEdges(arrays);
            done(arrays.edges);
        },
        [&] {
            checkEnds(arrays.outEnds, nodes, arrays.out.size());
            done(arrays.outEnds);
            checkArcs(arrays.out, nodes);
            done(arrays.out);
            checkIndexes(arrays.outEdges, edges);
            done(arrays.outEdges);
        },
        [&] {
            checkEnds(arrays.inEnds, nodes, arrays.in.size());
            done(arrays.inEnds);
            checkArcs(arrays.in, nodes);
            done(arrays.in);
        },
        [&] {
            checkEnds(arrays.cellEnds, std::size_t{grid.columns} * grid.rows, arrays.cellEdges.size());
            done(arrays.cellEnds);
            checkIndexes(arrays.cellEdges, edges);
            done(arrays.cellEdges);
        });
}

std::vector<RoadRemark> remarksOf(const RoadGraph& graph) {
    std::vector<RoadRemark> remarks;
    const std::string_view all(graph.arrays().remarks.data(), graph.arrays().remarks.size());
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find('\n', begin), all.size());
        const std::string_view line = all.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t first = line.find('\t');
        const std::size_t second = line.rfind('\t');
        if (first == std::string_view::npos || first == second) continue;
        RoadRemark remark{std::string(line.substr(0, first)), 0, std::string(line.substr(second + 1))};
        std::from_chars(line.data() + first + 1, line.data() + second, remark.count);
        remarks.push_back(std::move(remark));
    }
    return remarks;
}

}  // namespace raquette::roads
