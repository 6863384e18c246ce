#pragma once

#include "gis/analysis/siting/demand.h"
#include "gis/analysis/siting/max_cover.h"

namespace raquette::analysis {

/// Minimums per territory as the solvers take them; both empty without.
struct Minima {
    std::vector<std::uint32_t> territory;
    std::vector<std::uint32_t> atLeast;
};

/// What a model's solver found: candidates, what the model measures, and what no choice can better.
struct ModelAnswer {
    std::vector<std::uint32_t> chosen;
    double value = 0;
    double bound = 0;
    double unjoined = 0;  ///< what people count as whom no place is joined to: the longest way of anybody's to a candidate
};

/// Everything a model starts from.
struct ModelQuestion {
    const Demand& demand;
    const std::vector<geometry::LonLat>& places;
    const Cover& reached;  ///< by each place, within the reach
    const Minima& minima;
    const Weighing& weighing;
    std::uint32_t count;
    double seconds;
};

/// People newly reached; with `backup`, plus those newly reached twice.
ModelAnswer mostPeople(const ModelQuestion& question, bool backup, SolveStory* story);
/// The fewest places for everybody not served whom some place reaches. The count is not looked at.
ModelAnswer fewestPlaces(const ModelQuestion& question);
/// Metres or seconds, the mean over people to the nearest place, existing ones counted; they count whole. How far a person has is a sum of
/// steps between the places around, each saved by any place nearer: maximal covering again (Cornuéjols, Nemhauser & Wolsey 1980). Who is
/// joined by road to none of the places counts as `ModelAnswer::unjoined`. Throws model::Error when there are too many pairs.
ModelAnswer meanDistance(const ModelQuestion& question, SolveStory* story);
/// Metres or seconds, of the farthest person: the smallest reach at which so many places do, by bisection (Minieka 1970). Throws as above.
ModelAnswer farthest(const ModelQuestion& question);

}  // namespace raquette::analysis
