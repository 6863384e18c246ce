#pragma once

#include "gis/model/contribution.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/contributions/review.h"
#include "ingest/contributions/shelf.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// What somebody brings to a study's contributions at one go.
struct MergeRequest {
    std::string organisation;  ///< who does it
    std::string by;            ///< a person: private
    std::string reason;
    std::string today;                                                ///< ISO day
    std::vector<model::Contribution> proposals;                       ///< as they came
    std::vector<std::string> discussed;                               ///< ids, or their beginnings where these tell them apart
    std::vector<std::pair<std::string, bool>> votes;                  ///< and whether it is a yes
    std::vector<std::pair<std::string, model::FieldChange>> choices;  ///< where two meet, what the field shall say: in `after`
    std::vector<std::string> accepted, refused, reverted;
};

/// One contribution after a merge.
struct Merged {
    model::Contribution contribution;
    Standing standing;
    std::vector<Conflict> conflicts;  ///< of a proposal
    Verdict verdict = Verdict::Open;  ///< of its votes
    bool known = false;               ///< it had been brought before: nothing was done again
};

struct MergeOutcome {
    std::vector<model::HistoryAct> acts;
    std::vector<Merged> touched;   ///< those brought or acted upon
    bool changesTheStudy = false;  ///< something was accepted, or taken back
};

/// What a request comes to, by the study's rules; nothing is written. Without rules, what meets nothing is accepted as it comes. With them,
/// a proposal waits for those who may settle it, or for votes; where it meets what others said, the word of the network of that territory
/// prevails, else somebody must choose. Throws model::Error, with nothing done, for what the rules do not allow: a proposal for another
/// study or of an organisation that may not, an acceptance by one who may not or of what still meets something, an unknown id.
/// Votes are counted where who works there may settle.
MergeOutcome mergeOf(const MergeRequest& request, const model::Study& study, Shelf& shelf, const model::Reference& reference,
                     const FieldState& now);

/// Keeps an outcome where the study's contributions are.
void keep(const MergeOutcome& outcome, Shelf& shelf);

}  // namespace raquette::ingest
