#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/land.h"

#include <functional>
#include <limits>

namespace raquette::analysis {

/// Index of no provider.
inline constexpr std::uint32_t noProvider = std::numeric_limits<std::uint32_t>::max();

/// What each point of people reaches.
struct PeopleReach {
    std::vector<std::uint8_t> reach;       ///< PointReach of each point of Reference::people
    std::vector<float> nearestKilometres;  ///< to the nearest placed provider, within 1 cm at 100 km; infinite without any
    std::vector<std::uint32_t> sole;       ///< the provider that alone reaches the point, nominally; `noProvider` where none or several do
    std::vector<std::uint8_t> members;     ///< memberBit() of every kind of provider that reaches it, nominally
    // Where the reach is a travel time, else empty: to the nearest by time, infinite where none leads there; whether that is estimated.
    std::vector<float> nearestMinutes;
    std::vector<std::uint8_t> estimated;

    explicit PeopleReach(std::size_t points);
};

/// A bit for each of member, not member, unknown.
std::uint8_t memberBit(model::Membership member);

/// Length of the arc over a chord on a sphere of middle radius: within 1 cm of the geodesic at 100 km.
double arcOver(double chord);

/// Decides every point of the study area by the distance test: sure within reach − u of a provider, nominal within reach, possible within
/// reach + u. The same look around says who is alone to serve it: two providers within reach, and the search ends. The straight line
/// through the Earth decides where its bounds allow, the geodesic in the few centimetres between.
PeopleReach reachOfPeople(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                          model::Metres reach);

/// Called with a point of people and a provider that reaches it, until it says false for that point.
using ReachVisitor = std::function<bool(std::uint32_t point, std::uint32_t provider)>;

/// Visits every point of the study area with every provider that reaches it nominally, in no order. Points are shared between threads, each
/// with one: a visitor that writes only what belongs to its point needs no lock.
void visitReached(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Metres reach,
                  const ReachVisitor& visit);

}  // namespace raquette::analysis
