#pragma once

#include "gis/store/store.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace raquette::cli {

/// Contracts and grants: what each gives per inhabitant, by territory, and who never asked.
nlohmann::ordered_json fundingJson(const analysis::Funding& funding);

/// The régions compared on one rule, then the grants; nothing where the study has neither contracts nor grants.
std::string fundingText(const store::StudyState& state);

}  // namespace raquette::cli
