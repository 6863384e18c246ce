#include "gis/analysis/cooperation/groups.h"

#include "gis/analysis/cooperation/hypergraph.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace raquette::analysis {

namespace {

/// Links in force that join two structures or more.
std::vector<const FoundLink*> joiningLinks(const std::vector<FoundLink>& links) {
    std::vector<const FoundLink*> joining;
    for (const FoundLink& found : links) {
        if (found.state == LinkState::InForce && found.parties.size() > 1) joining.push_back(&found);
    }
    return joining;
}

class Grouping {
public:
    Grouping(const Structures& structures, const std::vector<FoundLink>& links, Cooperation& cooperation)
        : structures_(structures), joining_(joiningLinks(links)), cooperation_(cooperation) {
        std::vector<std::vector<std::uint32_t>> edges;
        for (const FoundLink* found : joining_) edges.push_back(found->parties);
        connections_ = connectionsOf(structures.all.size(), edges);
        rankGroups();
        addLinks(links);
        addBridges();
    }

    std::vector<int> ranksOfStructures() const {
        std::vector<int> ranks;
        for (const std::uint32_t group : connections_.groupOf) ranks.push_back(ranks_[group]);
        return ranks;
    }

private:
    const model::Actor& record(std::size_t structure) const { return *structures_.all[structure].record; }

    /// The largest first, of equals by the id of their first structure; a structure alone is no group.
    void rankGroups() {
        std::vector<std::uint32_t> order(connections_.groupSizes.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, std::greater<>(), [&](std::uint32_t group) { return connections_.groupSizes[group]; });
        ranks_.assign(order.size(), 0);
        for (const std::uint32_t group : order) {
            if (connections_.groupSizes[group] < 2) break;
            cooperation_.groups.emplace_back();
            ranks_[group] = cooperation_.groups.back().rank = static_cast<int>(cooperation_.groups.size());
        }
        for (std::size_t i = 0; i < structures_.all.size(); ++i) {
            const int rank = ranks_[connections_.groupOf[i]];
            if (rank == 0) continue;
            CooperationGroup& group = groupAt(rank);
            if (group.structures.empty()) group.id = record(i).id;
            group.structures.push_back(record(i).id);
            group.names.push_back(record(i).name);
        }
    }

    CooperationGroup& groupAt(int rank) { return cooperation_.groups[static_cast<std::size_t>(rank - 1)]; }

    void addLinks(const std::vector<FoundLink>& links) {
        std::vector<std::set<std::string>> notFound(cooperation_.groups.size());
        for (const FoundLink& found : links) {
            if (found.state != LinkState::InForce || found.parties.empty()) continue;
            const int rank = ranks_[connections_.groupOf[found.parties.front()]];
            if (rank == 0) continue;
            ++groupAt(rank).byIntensity[static_cast<std::size_t>(found.link->intensity)];
            notFound[static_cast<std::size_t>(rank - 1)].insert(found.notFound.begin(), found.notFound.end());
        }
        for (std::size_t i = 0; i < notFound.size(); ++i) cooperation_.groups[i].notFound = static_cast<int>(notFound[i].size());
    }

    void addBridges() {
        for (std::size_t i = 0; i < structures_.all.size(); ++i) {
            const Removal& removal = connections_.withoutNode[i];
            if (!removal.splits()) continue;
            const int rank = ranks_[connections_.groupOf[i]];
            ++groupAt(rank).bridgeStructures;
            cooperation_.bridges.push_back({false, record(i).id, record(i).name, rank, removal.parts, removal.cutOff});
        }
        for (std::size_t e = 0; e < joining_.size(); ++e) {
            const Removal& removal = connections_.withoutEdge[e];
            if (!removal.splits()) continue;
            const model::Link& link = *joining_[e]->link;
            const int rank = ranks_[connections_.groupOf[joining_[e]->parties.front()]];
            ++groupAt(rank).bridgeLinks;
            cooperation_.bridges.push_back(
                {true, link.id, fmt::format("{}", fmt::join(link.parties, " | ")), rank, removal.parts, removal.cutOff});
        }
        std::ranges::sort(cooperation_.bridges, {},
                          [](const Bridge& one) { return std::tuple(one.group, one.isLink, -one.cutOff, one.id); });
    }

    const Structures& structures_;
    std::vector<const FoundLink*> joining_;
    Cooperation& cooperation_;
    Connections connections_;
    std::vector<int> ranks_;  ///< of each group; 0: one structure alone
};

}  // namespace

std::vector<int> addGroups(const Structures& structures, const std::vector<FoundLink>& links, Cooperation& cooperation) {
    return Grouping(structures, links, cooperation).ranksOfStructures();
}

}  // namespace raquette::analysis
