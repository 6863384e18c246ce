#pragma once

#include "gis/store/store.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace raquette::cli {

/// Year after year for the study as a whole, and what is known to end.
nlohmann::ordered_json timelineJson(const analysis::ServiceResult& result);
nlohmann::ordered_json endingsJson(const analysis::ServiceResult& result);

/// What is known to end in the months ahead and whom it leaves; nothing where nothing is known to end.
std::string endingsText(const store::StudyState& state, const analysis::ServiceResult& result);

}  // namespace raquette::cli
