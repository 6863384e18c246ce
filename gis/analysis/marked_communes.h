#pragma once

#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace raquette::analysis {

/// The communes of a list of territories, whether or not the reference draws them; of a drawn area those whose point lies in it.
struct MarkedCommunes {
    std::vector<std::uint8_t> communes;         ///< flags
    std::vector<std::uint8_t> departements;     ///< flags of those marked as a whole
    std::optional<model::TerritoryId> unknown;  ///< the first that the reference or the study does not have, or an area made of itself

    std::vector<std::uint32_t> indexes() const;  ///< of the communes, ascending
};

MarkedCommunes markCommunes(const model::Study& study, const model::Reference& reference,
                            const std::vector<model::TerritoryId>& territories);

}  // namespace raquette::analysis
