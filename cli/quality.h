#pragma once

#include "gis/store/store.h"
#include "ingest/ingest.h"

#include <string>
#include <vector>

namespace raquette::cli {

/// One line per issue: `file:row column “value”: rule. What to do.`; rejected rows are marked.
std::string issuesText(const model::Issues& issues);

/// For who gave the lists and who coordinates, in the study's language: each list's rows, places, codes, columns and issues (alike ones in
/// one line), where silence means absence, what to mend first, and what only a person can say with the lines to paste.
std::string reportText(const store::StudyState& state);

}  // namespace raquette::cli
