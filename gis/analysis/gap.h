#pragma once

#include "gis/analysis/basin.h"
#include "gis/analysis/ended.h"
#include "gis/analysis/surveyed.h"

namespace raquette::analysis {

/// What a hole's description is drawn from.
struct GapContext {
    const model::Study& study;
    const model::Reference& reference;
    const model::Service& service;
    const PeopleReach& people;
    const Surveyed& surveyed;
    const Ended& ended;
    std::optional<model::Metres> reach;  ///< none where the reach is no distance
    const Journeys* journeys;            ///< none where it is no travel time. Where it is neither, holes are cut by département
};

/// Holes of one land, and what was too small to be one.
struct LandGaps {
    std::vector<Gap> gaps;
    Dropped slivers;
    Dropped fewPeople;
};

/// Cuts a land's uncovered area into holes by the study's `split` and describes each: people, area, name, nearest provider, cause,
/// certainty. `possible` are the catchments of possible coverage. Ranks and ids are not given yet.
LandGaps gapsOnLand(const GapContext& context, const Surroundings& around, const Catchments& possible);

/// Ranks gaps by people and gives each its id: service and code of its first-named place.
void rankGaps(const std::string& service, std::vector<Gap>& gaps);

}  // namespace raquette::analysis
