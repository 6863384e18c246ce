#pragma once

#include "gis/analysis/catchment.h"
#include "gis/analysis/people.h"
#include "gis/analysis/travel/nearest_journeys.h"
#include "gis/roads/places.h"

#include <array>
#include <memory>
#include <mutex>
#include <optional>

namespace raquette::analysis {

/// Called with a point of people, a provider that reaches it nominally, and how long it takes, until it says false for that point.
using JourneyVisitor = std::function<bool(std::uint32_t point, std::uint32_t provider, model::Minutes time)>;

/// Journeys between people and the providers of a service.
///
/// A journey is the walk from a place to the nearest point of a road one may stop on, the way along the roads, the walk at the provider's
/// end, and what it takes to park and to enter there. People further from any road than the profile's limit are reached by nobody; a
/// provider may lie further off, and is walked to. Two people are never in no time of anything: each has a road of their own.
///
/// Where no extract covers the land of one end or the other, the time is estimated: the straight line, longer by the profile's detour, at
/// the profile's speed; nearest is then nearest by distance.
///
/// A provider located with uncertainty u surely reaches what it reaches in that much less time as u takes when estimated, and possibly what
/// it reaches in as much more.
class Journeys {
public:
    /// The arguments must outlive it. Throws model::Error where the reference has no roads of any profile.
    Journeys(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Minutes reach);
    ~Journeys();
    Journeys(const Journeys&) = delete;
    Journeys& operator=(const Journeys&) = delete;
    Journeys(Journeys&&) = delete;
    Journeys& operator=(Journeys&&) = delete;

    model::Minutes reach() const { return reach_; }
    /// The distance that the reach is where roads are not known.
    model::Metres usualDistance() const { return {roads_.metresIn(roads::toMillis(reach_))}; }

    PeopleReach people() const;
    /// Every point of the study area with every provider that reaches it nominally; see visitReached() for threads.
    void visit(const JourneyVisitor& visitor) const;

    /// From any place; nothing where it is too far from a road.
    NearestJourney nearest(geometry::LonLat place) const;
    /// How far a place is, in minutes: as nearest(), and on foot to the next road however far it is; estimated where none leads there. Zero
    /// everywhere without a provider.
    double height(geometry::LonLat place) const;

    /// The land reached, drawn to drawnTo(land, roads): where the time at the corners of a grid is at most the reach.
    Catchments on(const Land& land, Certainty certainty) const;
    /// The area of a land that each provider alone reaches, by the same grid.
    std::vector<model::SquareMetres> onlyCovered(const Land& land) const;

    RoadsUsed used() const;

private:
    struct Pairs;

    const NearestJourneys& searched(Certainty certainty) const;
    const Pairs& pairs() const;

    const model::Reference& reference_;
    const StudyArea& area_;
    const std::vector<Provider>& providers_;
    std::shared_ptr<const TravelGround> ground_;
    const roads::Roads& roads_;
    model::Minutes reach_;
    std::vector<ProviderEnd> ends_;
    geometry::EarthIndex everyProvider_;
    mutable std::mutex mutex_;
    mutable std::unique_ptr<const Pairs> pairs_;  ///< of the people
    mutable std::array<std::unique_ptr<const NearestJourneys>, 3> searched_;
};

}  // namespace raquette::analysis
