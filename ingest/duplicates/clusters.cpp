#include "ingest/duplicates/clusters.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace raquette::ingest {

namespace {

using Index = std::uint32_t;
using Edge = std::pair<Index, Index>;

Edge edge(Index a, Index b) {
    return {std::min(a, b), std::max(a, b)};
}

class Joiner {
public:
    Joiner(const Identities& records, const Answers& answers) : records_(records), answers_(answers), of_(records.size()) {
        std::iota(of_.begin(), of_.end(), Index{0});
        for (const auto& [a, b] : answers.different) opposed_[a].insert(b), opposed_[b].insert(a);
    }

    void join(Index a, Index b) {
        const Index into = std::min(of_[a], of_[b]);
        const Index gone = std::max(of_[a], of_[b]);
        if (into == gone) return;
        std::vector<Index>& members = members_.try_emplace(into, 1, into).first->second;
        const std::vector<Index> more = membersOf(gone);
        for (const Index member : more) of_[member] = into;
        members.insert(members.end(), more.begin(), more.end());
        members_.erase(gone);
    }

    /// Whether nothing keeps the clusters of two records apart.
    bool mayJoin(Index a, Index b, const std::set<Edge>& sure) const {
        for (const Index one : membersOf(of_[a])) {
            for (const Index other : membersOf(of_[b])) {
                if (areDifferent(one, other)) return false;
                const bool oneSource = records_[one].origin.source == records_[other].origin.source;
                if (oneSource && !sure.contains(edge(one, other)) && !answers_.same.contains(edge(one, other))) return false;
            }
        }
        return true;
    }

    bool saidDifferent(Index a, Index b) const {
        for (const Index one : membersOf(of_[a])) {
            for (const Index other : membersOf(of_[b])) {
                if (areDifferent(one, other)) return true;
            }
        }
        return false;
    }

    Index of(Index record) const { return of_[record]; }

    std::vector<std::vector<Index>> merged() const {
        std::vector<std::vector<Index>> clusters;
        for (const auto& [first, members] : members_) {
            clusters.push_back(members);
            std::ranges::sort(clusters.back());
        }
        return clusters;
    }

private:
    std::vector<Index> membersOf(Index cluster) const {
        const auto found = members_.find(cluster);
        return found == members_.end() ? std::vector<Index>{cluster} : found->second;
    }
    bool areDifferent(Index a, Index b) const {
        const auto found = opposed_.find(a);
        return found != opposed_.end() && found->second.contains(b);
    }

    const Identities& records_;
    const Answers& answers_;
    std::vector<Index> of_;  ///< the smallest record of its cluster
    std::map<Index, std::vector<Index>> members_;
    std::map<Index, std::set<Index>> opposed_;
};

}  // namespace

Clusters clusterPairs(const Identities& records, const std::vector<Pair>& pairs, const Answers& answers) {
    Joiner joiner(records, answers);
    std::set<Edge> sure;
    for (const Pair& pair : pairs) {
        if (pair.comparison.outcome == Outcome::Sure) sure.emplace(pair.a, pair.b);
    }
    for (const Pair& pair : pairs) {
        if (pair.comparison.outcome == Outcome::Sure && joiner.mayJoin(pair.a, pair.b, sure)) joiner.join(pair.a, pair.b);
    }
    // Last: an answer was about records as they are once the sure ones are merged.
    for (const auto& [a, b] : answers.same) joiner.join(a, b);
    Clusters clusters;
    clusters.merged = joiner.merged();
    std::set<Edge> asked;
    for (const Pair& pair : pairs) {
        if (joiner.of(pair.a) == joiner.of(pair.b) || joiner.saidDifferent(pair.a, pair.b)) continue;
        if (asked.insert(edge(joiner.of(pair.a), joiner.of(pair.b))).second) clusters.open.push_back(pair);
    }
    return clusters;
}

}  // namespace raquette::ingest
