#pragma once

#include "gis/model/contribution.h"
#include "gis/model/remark.h"
#include "ingest/contributions/shelf.h"

#include <vector>

namespace raquette::ingest {

/// What contributions pinned on records, holes and figures: accepted comments, and contests from the day they were brought, with their
/// answers; in the order they came. What was taken back is no longer there. `history` is the shelf's. What is
/// wrong with a contribution that cannot be read is added to `problems`: one never stops the others.
std::vector<model::Remark> remarksOf(Shelf& shelf, const std::vector<model::HistoryAct>& history, std::vector<std::string>& problems);

}  // namespace raquette::ingest
