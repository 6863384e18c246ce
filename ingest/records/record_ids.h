#pragma once

#include "ingest/records/record_row.h"

#include <set>
#include <string>
#include <vector>

namespace raquette::ingest {

/// A record that wants an id: where it is kept, holding the source's own if any, and what tells the record from others.
struct IdClaim {
    std::string* id;
    std::string name;
    std::string place;  ///< commune, or what stands for it
    const TableRow* row;
};

/// Gives every record of a source an id that lasts from one run to the next: the source's own where it is the only one of the dataset
/// (`taken`), else source + hash of normalised name and place. Ids shared by several rows are wrong: reported, the rows kept.
void giveIds(SourceReading& reading, std::vector<IdClaim>& claims, std::set<std::string>& taken);

}  // namespace raquette::ingest
