#pragma once

#include "ingest/records/record_row.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// What tells a record apart from others. The texts are the record's own.
struct IdClaim {
    std::string_view own;  ///< the id its source gives, if any
    std::string_view name;
    std::string_view place;  ///< commune, or what stands for it
    const TableRow* row;
};

/// Ids given so far, by their hash: those of a source together.
class TakenIds {
public:
    bool contains(std::uint64_t hash) const;
    /// Those of `hashes` that are taken, in their order.
    std::vector<std::uint64_t> among(const std::vector<std::uint64_t>& hashes) const;
    /// `hashes` in any order.
    void add(std::vector<std::uint64_t> hashes);

private:
    std::vector<std::vector<std::uint64_t>> sorted_;
};

/// The ids of those records of a source (so many, each with its claim) that cannot keep their own: a record's id lasts from one run to the
/// next, and is the source's own where that is the only one of the dataset (`taken`), else source + hash of normalised name and place. Ids
/// shared by several rows are wrong: reported, the rows kept.
std::vector<std::pair<std::size_t, model::SharedText>> otherIds(SourceReading& reading, std::size_t count,
                                                                const std::function<IdClaim(std::size_t)>& claimAt, TakenIds& taken);

}  // namespace raquette::ingest
