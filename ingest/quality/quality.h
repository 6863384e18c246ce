#pragma once

#include "gis/model/dataset.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"
#include "ingest/ingest.h"
#include "ingest/table/table.h"

#include <vector>

namespace raquette::ingest {

/// How many cells of each recognised column of a source say something.
void countFilled(const model::SourceDeclaration& source, const Table& table, std::vector<RecognisedColumn>& columns);

/// What contributors and coordinators should know of the lists, once read: see model::Quality.
model::Quality assessQuality(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset,
                             const std::vector<RecognisedColumn>& columns);

// The rooms it is put together from.

/// Function × département of the study area: who is there, whether somebody looked, how many were asked and answered, how fresh that is.
std::vector<model::Completeness> completenessOf(const model::Study& study, const model::Reference& reference,
                                                const model::Dataset& dataset);

/// The ten records whose place, once known better, may move most people. People a record may move, for a service of reach R: of one placed
/// within u, those between R − u and R + u of it; of one whose position contradicts its commune, those too who are within R of that
/// position; of one known to its département only, those of the département. Always less those whom some provider surely reaches
/// (within its R − u), and only in the study area. A record counts for the service it moves most people of.
std::vector<model::Fix> fixesOf(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset);

}  // namespace raquette::ingest
