#pragma once

#include "gis/analysis/siting/demand.h"
#include "gis/analysis/siting/recount.h"
#include "gis/roads/places.h"

namespace raquette::analysis {

// The questions of demand.h and recount.h where the reach is a travel time. The reference must have roads of some profile.

/// As demandOf(), without `nearest`.
Demand demandInTime(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Minutes reach);

/// As reachedFrom().
Cover reachedInTime(const model::Reference& reference, const std::vector<geometry::LonLat>& places,
                    const std::vector<geometry::LonLat>& points, model::Minutes reach);

/// As nearerPlaces(), limits and times in seconds.
NearPlaces nearerInTime(const model::Reference& reference, const std::vector<geometry::LonLat>& places,
                        const std::vector<geometry::LonLat>& points, const std::vector<double>& limits);

/// Travel times between points and any place, each by a search of its own for the whole land, asked from each point: not by the searches
/// around places that find answers.
class PointTimes {
public:
    /// Both must outlive it.
    PointTimes(const model::Reference& reference, const std::vector<geometry::LonLat>& points);

    /// Of each point, to the nearest of them; `unreached` where no road joins them.
    std::vector<roads::Millis> toNearest(const std::vector<Provider>& providers) const;
    std::vector<roads::Millis> to(geometry::LonLat place) const;

private:
    const roads::Roads& roads_;
    const std::vector<geometry::LonLat>& points_;
    std::vector<roads::Spot> spots_;
};

/// As recount().
Recount recountInTime(const PointTimes& times, const Demand& demand, const std::vector<geometry::LonLat>& places, model::Minutes reach);

/// Seconds from each point to the nearest place, `nearest` where that is less.
std::vector<double> nearestInTime(const PointTimes& times, const std::vector<double>& nearest, const std::vector<geometry::LonLat>& places);

/// Places as providers that are exactly there.
std::vector<Provider> providersAt(const std::vector<geometry::LonLat>& places);

/// Infinite where nothing leads.
double toSeconds(roads::Millis time);

}  // namespace raquette::analysis
