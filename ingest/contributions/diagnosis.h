#pragma once

#include "gis/model/contribution.h"
#include "gis/model/remark.h"
#include "gis/model/study.h"
#include "gis/store/store.h"
#include "ingest/contributions/merge.h"
#include "ingest/contributions/shelf.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// A name for what a study says: its parameters, records, figures and holes, but for private fields, remarks, and the versions of the
/// programs. The same lists and rules computed anew have the same one; anything said otherwise has another.
std::string contentOf(const store::StudyState& state);

/// Puts what a study says to debate: kept as it is with its contributions, under the name of its content, without private fields. Whole or
/// not at all. Throws model::Error where it is in debate already, or cannot be kept.
model::HistoryAct debate(const store::StudyState& state, Shelf& shelf, const MergeRequest& request);

/// An organisation adopts the diagnosis in debate. Throws model::Error, with nothing done, when there is none, when it is none of those
/// whose word is needed or has given it, when a contest is not answered, when contributions were accepted or taken back since, or when the
/// file kept is no longer what was put to debate.
model::HistoryAct adopt(const model::Study& study, Shelf& shelf, const MergeRequest& request);

/// Every diagnosis put to debate, the oldest first. `history` is the shelf's.
std::vector<model::DiagnosisStanding> diagnosesOf(const model::ReviewRules& rules, Shelf& shelf,
                                                  const std::vector<model::HistoryAct>& history);

}  // namespace raquette::ingest
