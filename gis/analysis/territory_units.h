#pragma once

#include "gis/model/ids.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <cstdint>
#include <string>
#include <vector>

namespace raquette::analysis {

/// Index, in the reference's list of a level, of the territory that holds a commune or a département; `nowhere` when none does.
std::int32_t ofCommune(const model::Reference& reference, std::int32_t commune, model::Level level);
std::int32_t ofDepartement(const model::Reference& reference, std::int32_t departement, model::Level level);

/// How many territories of a level the reference has; 1 for the study, 0 for named areas.
std::size_t countOf(const model::Reference& reference, model::Level level);

/// Index of a territory in its level's list; 0 for the study, `nowhere` for one the reference does not know.
std::int32_t indexOf(const model::Reference& reference, const model::TerritoryId& territory);

/// The territory of an index; of the study for its level.
model::TerritoryId territoryAt(const model::Reference& reference, model::Level level, std::int32_t index);

/// The name the reference gives a territory; empty for the study, for areas, and for a code it does not know.
std::string nameOf(const model::Reference& reference, const model::TerritoryId& territory);

}  // namespace raquette::analysis
