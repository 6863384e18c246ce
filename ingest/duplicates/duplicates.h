#pragma once

#include "gis/model/dataset.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

namespace raquette::ingest {

/// Finds the actors that several rows stand for, and the venues; an actor and a venue are never one. Sure ones are merged, with what each
/// row said kept in `provenance`; likely ones become `questions`. What people decided in the study comes first and is never asked again;
/// a decision about an id that is no more is noted. Sources' summaries keep rows = kept + rejected + merged.
void joinDuplicates(const model::Study& study, const model::Reference& reference, model::Dataset& dataset);

/// Applies the study's decisions about places, and asks where a record's words contradict each other or name several communes.
void settlePlaces(const model::Study& study, const model::Reference& reference, model::Dataset& dataset);

}  // namespace raquette::ingest
