#pragma once

#include "gis/model/provenance.h"
#include "gis/model/study.h"
#include "gis/model/venue.h"

#include <vector>

namespace raquette::ingest {

/// Makes one record of several rows: field by field the source with the later date wins, then the study's order; an empty value never beats
/// a stated one, nor a commune's point a position. What each row said goes to `provenance`. The record keeps the id of the first source
/// in the study's order that gave one.
model::Actor mergeRecords(const std::vector<const model::Actor*>& records, const model::Study& study,
                          std::vector<model::Provenance>& provenance);
model::Venue mergeRecords(const std::vector<const model::Venue*>& records, const model::Study& study,
                          std::vector<model::Provenance>& provenance);

}  // namespace raquette::ingest
