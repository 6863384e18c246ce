#pragma once

#include "gis/analysis/analysis.h"

#include <nlohmann/json_fwd.hpp>

namespace raquette::cli {

/// Accessibility in a service's document: how it was reckoned, what was shared, the study's own mean; null where it was not.
nlohmann::ordered_json accessJson(const analysis::ServiceResult& result);

}  // namespace raquette::cli
