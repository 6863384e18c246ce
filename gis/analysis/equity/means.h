#pragma once

#include "gis/analysis/equity/figure_bearers.h"
#include "gis/analysis/territory_sums.h"

namespace raquette::analysis {

/// People inside the study area, by base unit.
struct PeopleSum {
    std::int64_t people = 0;
    void add(const PeopleSum& other) { people += other.people; }
};

/// What structures have, territory by territory: the study first, then areas, régions, départements, and EPCI and communes where the
/// reference has commune polygons. Only territories with a structure have rows, and only measures of which some figure is known; grants
/// have a row a year. What structures tell of themselves is withheld where the study asks so (`[privacy] smallest`). Jobs, EUR and the like
/// are those of actors, and of venues that none of them runs; venues and seats those of venues.
std::vector<Means> meansOf(const model::Study& study, const model::Reference& reference, const FigureBearers& structures,
                           const TerritorySums<PeopleSum>& people);

}  // namespace raquette::analysis
