#pragma once

#include "gis/model/reference.h"
#include "gis/model/study.h"

namespace raquette::ingest {

/// Refuses a territory of the study file that the reference does not have: model::Error `FILE:LINE: …` with the nearest code.
void checkCodes(const model::Study& study, const model::Reference& reference);

}  // namespace raquette::ingest
