#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace raquette::analysis {

/// What is left of a group without one of its nodes or edges.
struct Removal {
    int parts = 0;   ///< pieces the rest of the group falls into: two or more where it splits it
    int cutOff = 0;  ///< nodes that are no longer with the largest piece

    bool splits() const { return parts > 1; }
    bool operator==(const Removal&) const = default;
};

/// Nodes joined by edges that may each join many.
struct Connections {
    std::vector<std::uint32_t> groupOf;  ///< of each node; numbered from 0 in the order of their first nodes
    std::vector<int> groupSizes;
    std::vector<Removal> withoutNode;  ///< edges lose the node and still join those that stay
    std::vector<Removal> withoutEdge;
};

/// Connected groups and what splits them: nodes and edges are the two sides of one graph, whose articulation points (Hopcroft & Tarjan
/// 1973) are those that split. One pass, linear in the sum of the edges' sizes. Nodes of an edge are distinct.
Connections connectionsOf(std::size_t nodes, const std::vector<std::vector<std::uint32_t>>& edges);

}  // namespace raquette::analysis
