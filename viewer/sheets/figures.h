#pragma once

#include "gis/store/store.h"

#include <optional>

namespace raquette::viewer {

/// Served and unserved people of the study or of one territory of it.
struct Figures {
    model::Inhabitants population;
    model::Inhabitants covered;
    std::optional<model::Inhabitants> coveredAtShorter;  ///< with the reach 5 km shorter, or longer: of the whole study only
    std::optional<model::Inhabitants> coveredAtLonger;

    model::Inhabitants uncovered() const { return population - covered; }
    /// Of the population; none where nobody lives.
    std::optional<model::Share> shareOf(model::Inhabitants people) const;
};

/// Of a territory: its indicator, else its people counted; without one, of the whole study.
Figures figuresOf(const model::Reference& reference, const analysis::ServiceResult& result,
                  const std::optional<model::TerritoryId>& territory);

}  // namespace raquette::viewer
