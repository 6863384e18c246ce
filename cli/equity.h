#pragma once

#include "gis/store/store.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace raquette::cli {

/// Means and spread of the whole study, inside and outside the métropoles and the named areas; territories are in the store's tables.
nlohmann::ordered_json equityJson(const analysis::EquityFigures& figures);

/// What the findings say of them: declared means, and accessibility inside and outside the métropoles. Empty where there is nothing.
std::string equityText(const store::StudyState& state);

}  // namespace raquette::cli
