#pragma once

#include "ingest/duplicates/blocking.h"

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// What people said of pairs of records, by index, the smaller one first.
struct Answers {
    std::set<std::pair<std::uint32_t, std::uint32_t>> same;
    std::set<std::pair<std::uint32_t, std::uint32_t>> different;
};

/// Which records are one, and which pairs are left to ask about.
struct Clusters {
    std::vector<std::vector<std::uint32_t>> merged;  ///< two records or more, each ascending
    std::vector<Pair> open;                          ///< best score first, at most one between two clusters
};

/// Puts together what people said is the same and what is sure. Never what people said is different, not even through a third record; nor
/// two rows of one source that are not themselves surely one.
Clusters clusterPairs(const Identities& records, const std::vector<Pair>& pairs, const Answers& answers);

}  // namespace raquette::ingest
