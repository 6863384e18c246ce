#include "gis/roads/strong_parts.h"

#include <algorithm>

namespace raquette::roads {

namespace {

constexpr std::uint32_t unseen = noNode;

/// Tarjan's search with a stack of its own: a road may be a chain of a million junctions.
class Search {
public:
    Search(std::span<const std::uint32_t> ends, std::span<const Arc> arcs)
        : ends_(ends), arcs_(arcs), turn_(ends.size(), unseen), low_(ends.size(), 0), next_(ends.size(), 0), part_(ends.size(), unseen) {
        for (std::size_t node = 1; node < ends.size(); ++node) next_[node] = ends[node - 1];
    }

    std::vector<std::uint32_t> parts() {
        for (std::uint32_t node = 0; node < ends_.size(); ++node) {
            if (turn_[node] == unseen) from(node);
        }
        return std::move(part_);
    }

private:
    void open(std::uint32_t node) {
        turn_[node] = low_[node] = turns_++;
        open_.push_back(node);
        path_.push_back(node);
    }

    void close(std::uint32_t node) {
        std::uint32_t member = unseen;
        do {
            member = open_.back();
            open_.pop_back();
            part_[member] = parts_;
        } while (member != node);
        ++parts_;
    }

    void from(std::uint32_t start) {
        open(start);
        while (!path_.empty()) {
            const std::uint32_t node = path_.back();
            if (next_[node] < ends_[node]) {
                const std::uint32_t other = arcs_[next_[node]++].node;
                if (turn_[other] == unseen) {
                    open(other);
                } else if (part_[other] == unseen) {
                    low_[node] = std::min(low_[node], turn_[other]);
                }
                continue;
            }
            path_.pop_back();
            if (!path_.empty()) low_[path_.back()] = std::min(low_[path_.back()], low_[node]);
            if (low_[node] == turn_[node]) close(node);
        }
    }

    std::span<const std::uint32_t> ends_;
    std::span<const Arc> arcs_;
    std::vector<std::uint32_t> turn_;
    std::vector<std::uint32_t> low_;
    std::vector<std::uint32_t> next_;
    std::vector<std::uint32_t> part_;
    std::vector<std::uint32_t> open_;
    std::vector<std::uint32_t> path_;
    std::uint32_t turns_ = 0;
    std::uint32_t parts_ = 0;
};

}  // namespace

std::vector<std::uint32_t> strongParts(std::span<const std::uint32_t> ends, std::span<const Arc> arcs) {
    return Search(ends, arcs).parts();
}

}  // namespace raquette::roads
