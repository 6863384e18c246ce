#include "gis/analysis/cooperation/hypergraph.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

/// A depth-first walk over nodes (first) and edges (after them) as the vertices of one graph; without recursion, for a chain of ten
/// thousand links is ten thousand deep.
class Walk {
public:
    Walk(std::size_t nodes, const std::vector<std::vector<std::uint32_t>>& edges) : nodes_(nodes), vertices_(nodes + edges.size()) {
        for (std::uint32_t e = 0; e < edges.size(); ++e) {
            for (const std::uint32_t node : edges[e]) {
                vertices_[node].neighbours.push_back(static_cast<std::uint32_t>(nodes_ + e));
                vertices_[nodes_ + e].neighbours.push_back(node);
            }
        }
    }

    Connections run() {
        Connections connections;
        connections.groupOf.resize(nodes_);
        for (std::uint32_t node = 0; node < nodes_; ++node) {
            if (vertices_[node].order == none) groupFrom(node, connections);
        }
        connections.withoutNode.resize(nodes_);
        connections.withoutEdge.resize(vertices_.size() - nodes_);
        for (std::size_t v = 0; v < vertices_.size(); ++v) {
            if (vertices_[v].order == none) continue;  // an edge of no node
            (v < nodes_ ? connections.withoutNode[v] : connections.withoutEdge[v - nodes_]) = removalOf(v, connections.groupSizes);
        }
        return connections;
    }

private:
    struct Vertex {
        std::vector<std::uint32_t> neighbours;
        std::uint32_t order = none;   ///< in which the walk came to it
        std::uint32_t lowest = none;  ///< the earliest that its subtree touches
        std::uint32_t parent = none;
        std::uint32_t group = 0;
        std::size_t next = 0;  ///< of its neighbours
        int weight = 0;        ///< nodes of its subtree
        // Subtrees of children that touch nothing above it: they come apart without it.
        int apart = 0;
        int apartNodes = 0;
        int apartLargest = 0;
    };

    void enter(std::uint32_t v, std::uint32_t parent, std::uint32_t group) {
        Vertex& vertex = vertices_[v];
        vertex.order = vertex.lowest = order_++;
        vertex.parent = parent;
        vertex.group = group;
        vertex.weight = v < nodes_ ? 1 : 0;
        stack_.push_back(v);
    }

    void groupFrom(std::uint32_t root, Connections& connections) {
        const auto group = static_cast<std::uint32_t>(connections.groupSizes.size());
        enter(root, none, group);
        while (!stack_.empty()) {
            const std::uint32_t v = stack_.back();
            Vertex& vertex = vertices_[v];
            if (vertex.next < vertex.neighbours.size()) {
                const std::uint32_t other = vertex.neighbours[vertex.next++];
                if (vertices_[other].order == none) {
                    enter(other, v, group);
                } else if (other != vertex.parent) {
                    vertex.lowest = std::min(vertex.lowest, vertices_[other].order);
                }
            } else {
                stack_.pop_back();
                if (v < nodes_) connections.groupOf[v] = group;
                if (vertex.parent != none) leave(vertex, vertices_[vertex.parent]);
            }
        }
        connections.groupSizes.push_back(vertices_[root].weight);
    }

    static void leave(const Vertex& child, Vertex& parent) {
        parent.weight += child.weight;
        parent.lowest = std::min(parent.lowest, child.lowest);
        if (child.lowest < parent.order || child.weight == 0) return;
        ++parent.apart;
        parent.apartNodes += child.weight;
        parent.apartLargest = std::max(parent.apartLargest, child.weight);
    }

    Removal removalOf(std::size_t v, const std::vector<int>& groupSizes) const {
        const Vertex& vertex = vertices_[v];
        const int left = groupSizes[vertex.group] - (v < nodes_ ? 1 : 0);
        const int rest = left - vertex.apartNodes;  // what hangs together through what is above it
        return {vertex.apart + (rest > 0 ? 1 : 0), left - std::max(rest, vertex.apartLargest)};
    }

    std::size_t nodes_;
    std::vector<Vertex> vertices_;
    std::vector<std::uint32_t> stack_;
    std::uint32_t order_ = 0;
};

}  // namespace

Connections connectionsOf(std::size_t nodes, const std::vector<std::vector<std::uint32_t>>& edges) {
    return Walk(nodes, edges).run();
}

}  // namespace raquette::analysis
