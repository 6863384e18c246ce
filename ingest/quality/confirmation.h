#pragma once

#include "gis/model/contribution.h"
#include "gis/model/dataset.h"
#include "gis/model/study.h"

#include <vector>

namespace raquette::ingest {

/// Says of each actor and venue when anything was last said of it: the day of the latest list that has it, or of the latest accepted
/// contribution that corrects or confirms it. Of what no dated list and no contribution says, nothing.
void dateConfirmations(const model::Study& study, const std::vector<model::Contribution>& accepted, model::Dataset& dataset);

}  // namespace raquette::ingest
