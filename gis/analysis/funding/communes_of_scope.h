#pragma once

#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <cstdint>
#include <vector>

namespace raquette::analysis {

struct StudyArea;

/// The communes of a contract's scope by index, ascending, whether or not the reference draws them; of a drawn area those whose point lies
/// in it. Empty as soon as one of its territories is unknown: half a scope would give a wrong figure.
std::vector<std::uint32_t> communesOfScope(const model::Study& study, const model::Reference& reference,
                                           const std::vector<model::TerritoryId>& scope);

/// Flags of the communes that the study area holds, in whole or in part.
std::vector<std::uint8_t> communesOfStudy(const model::Reference& reference, const StudyArea& area);

}  // namespace raquette::analysis
