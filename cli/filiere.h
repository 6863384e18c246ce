#pragma once

#include "gis/store/store.h"

#include <nlohmann/json_fwd.hpp>

namespace raquette::cli {

/// Functions, baskets and types of the study, its régions and départements; finer territories are in the store.
nlohmann::ordered_json filiereJson(const store::StudyState& state);

/// Links, groups, bridges and the nearest complementarities.
nlohmann::ordered_json cooperationJson(const store::StudyState& state);

}  // namespace raquette::cli
