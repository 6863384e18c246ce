#include "gis/roads/road_parts.h"

#include "gis/roads/strong_parts.h"

#include <algorithm>

namespace raquette::roads {

namespace {

/// Of each edge the largest part from which one can come to a place on it, and go back from there; none where there is none.
std::vector<std::uint32_t> partsThereAndBack(const RoadNet& net, std::span<const Edge> edges, const std::vector<std::uint32_t>& strong,
                                             const std::vector<std::uint32_t>& sizes) {
    std::vector<std::uint32_t> there(edges.size(), noNode);
    for (std::uint32_t node = 0; node < strong.size(); ++node) {
        const std::uint32_t part = strong[node];
        for (std::uint32_t i = node == 0 ? 0 : net.outEnds[node - 1]; i < net.outEnds[node]; ++i) {
            const Edge& edge = edges[net.outEdges[i]];
            const bool back = (edge.forward != unreached && strong[edge.arrival] == part) ||
                              (edge.backward != unreached && strong[edge.returnArrival] == part);
            std::uint32_t& best = there[net.outEdges[i]];
            if (back && (best == noNode || sizes[part] > sizes[best])) best = part;
        }
    }
    return there;
}

void closeIslets(std::vector<Part>& parts, std::span<Edge> edges, const std::vector<double>& metres, const GraphRules& rules) {
    for (std::size_t i = 0; i < metres.size(); ++i) {
        parts[i].kilometres = static_cast<float>(metres[i] / 1000);
        parts[i].stopping = metres[i] >= rules.smallestPartKilometres * 1000 ? 1 : 0;
    }
    // Where no part is large enough the largest will have to do: the roads of a small island.
    const auto largest = std::ranges::max_element(parts, {}, &Part::kilometres);
    if (largest != parts.end()) largest->stopping = 1;
    for (Edge& edge : edges) {
        if (parts[edge.part].stopping == 0) edge.stopping = 0;
    }
}

}  // namespace

std::vector<Part> findParts(const RoadNet& net, std::span<Edge> edges, const GraphRules& rules) {
    const std::vector<std::uint32_t> strong = strongParts(net.outEnds, net.out);
    std::vector<std::uint32_t> sizes(strong.size(), 0);
    for (const std::uint32_t part : strong) ++sizes[part];
    const std::vector<std::uint32_t> there = partsThereAndBack(net, edges, strong, sizes);
    std::vector<Part> parts;
    std::vector<std::uint32_t> numbers(strong.size(), noNode);
    std::vector<double> metres;
    for (std::size_t i = 0; i < there.size(); ++i) {
        Edge& edge = edges[i];
        std::uint32_t part = there[i];
        if (part == noNode) {
            edge.stopping = 0;
            part = sizes[strong[edge.head]] > sizes[strong[edge.tail]] ? strong[edge.head] : strong[edge.tail];
        }
        if (numbers[part] == noNode) {
            numbers[part] = static_cast<std::uint32_t>(parts.size());
            const bool atTail = strong[edge.tail] == part || strong[edge.returnArrival] == part;
            parts.push_back({0, sizes[part], net.nodes[atTail ? edge.tail : edge.head], 1});
            metres.push_back(0);
        }
        edge.part = numbers[part];
        metres[edge.part] += static_cast<double>(edge.metres);
    }
    closeIslets(parts, edges, metres, rules);
    return parts;
}

}  // namespace raquette::roads
