#pragma once

#include "gis/analysis/perimeter.h"
#include "gis/analysis/travel/journeys.h"

namespace raquette::analysis {

/// Whom and what the providers of a service reach: by distance, by travel time, or by the territory they serve.
class ServiceReach {
public:
    /// The arguments must outlive it. Throws model::Error for a reach that this version or this reference cannot follow.
    ServiceReach(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Service& service,
                 const std::vector<Provider>& providers);

    /// None where the reach is no distance.
    std::optional<model::Metres> distance() const { return distance_; }
    /// None where the reach is no travel time.
    const Journeys* journeys() const { return journeys_.get(); }
    /// None where the reach is no territory.
    const std::vector<Perimeter>& perimeters() const { return perimeters_; }
    /// Providers selected whose territory is unknown or not drawn: they serve nobody.
    int withoutPerimeter() const;

    PeopleReach people() const;
    /// Every point of people with every provider that reaches it nominally: see visitReached().
    void visit(const ReachVisitor& visitor) const;
    Catchments on(const Land& land, Certainty certainty) const;
    std::vector<model::SquareMetres> onlyCovered(const Land& land, const Catchments& nominal) const;

private:
    const model::Reference& reference_;
    const StudyArea& area_;
    const std::vector<Provider>& providers_;
    std::optional<model::Metres> distance_;
    std::unique_ptr<const Journeys> journeys_;
    std::vector<Perimeter> perimeters_;
};

}  // namespace raquette::analysis
