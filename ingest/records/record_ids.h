#pragma once

#include "ingest/records/record_row.h"

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace raquette::ingest {

/// What tells a record apart from others.
struct IdClaim {
    model::SharedText own;  ///< the id its source gives, if any
    model::SharedText name;
    model::SharedText place;  ///< commune, or what stands for it
    const TableRow* row;
};

/// Ids given so far, by their hash.
using TakenIds = std::unordered_set<std::uint64_t>;

/// Gives every record of a source an id that lasts from one run to the next: the source's own where it is the only one of the dataset
/// (`taken`), else source + hash of normalised name and place. Ids shared by several rows are wrong: reported, the rows kept.
std::vector<model::SharedText> idsOf(SourceReading& reading, const std::vector<IdClaim>& claims, TakenIds& taken);

}  // namespace raquette::ingest
