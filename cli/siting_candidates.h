#pragma once

#include "cli/pipeline.h"
#include "gis/analysis/siting/siting.h"

#include <string>
#include <vector>

namespace raquette::cli {

/// Where a new place could be: `communes`, `communes:N` for the N most populous, `actors` for the study's records that are placed and do
/// not provide the service yet, else a list, read and placed as a source is (longitude and latitude, INSEE code, address, town…). Throws
/// model::Error when that is none of them, or leaves nobody.
std::vector<analysis::Candidate> candidatesOf(const std::string& which, const store::StudyState& state,
                                              const std::vector<analysis::Provider>& providers);

}  // namespace raquette::cli
