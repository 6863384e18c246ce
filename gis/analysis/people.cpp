#include "gis/analysis/people.h"

#include "gis/geometry/geodesic.h"
#include "gis/geometry/nearest.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <limits>

namespace raquette::analysis {

namespace {

std::vector<geometry::LonLat> positionsOf(const std::vector<Provider>& providers) {
    std::vector<geometry::LonLat> positions;
    positions.reserve(providers.size());
    for (const Provider& provider : providers) positions.push_back(provider.at);
    return positions;
}

/// The geodesic distance test, by the chord where its bounds decide.
bool isWithin(geometry::LonLat at, geometry::Neighbour neighbour, const std::vector<Provider>& providers, double limit) {
    const geometry::DistanceBounds bounds = geometry::geodesicBounds(neighbour.distance);
    if (bounds.most <= limit) return true;
    if (bounds.least > limit) return false;
    return geodesicDistance(at, providers[neighbour.index].at).value <= limit;
}

class Judge {
public:
    Judge(const std::vector<Provider>& providers, model::Metres reach)
        : providers_(providers), index_(positionsOf(providers)), reach_(reach.value) {
        for (const Provider& provider : providers) {
            leastDoubt_ = std::min(leastDoubt_, provider.uncertainty.value);
            mostDoubt_ = std::max(mostDoubt_, provider.uncertainty.value);
            allMembers_ |= memberBit(provider.member);
        }
    }

    struct Verdict {
        PointReach best = NotReached;
        float nearestKilometres = std::numeric_limits<float>::infinity();
        std::uint32_t sole = noProvider;
        std::uint8_t members = 0;
    };

    Verdict of(geometry::LonLat at) const {
        const geometry::Neighbour nearest = index_.nearest(at);
        if (!std::isfinite(nearest.distance)) return {};
        const auto kilometres = static_cast<float>(arcOver(nearest.distance) / 1000);
        PointReach best = judged(at, nearest);
        // A provider further off can only be surer when some provider is surer than this one, or doubts more.
        if (best != SurelyReached && leastDoubt_ < mostDoubt_) {
            index_.within(at, reach_ + mostDoubt_, [&](geometry::Neighbour other) {
                best = std::max(best, judged(at, other));
                return best != SurelyReached;
            });
        }
        Verdict verdict{best, kilometres, noProvider, 0};
        if (best >= NominallyReached) lookAround(at, verdict);
        return verdict;
    }

private:
    /// Whether one provider alone is within reach of a point, and of which membership they are. A chord is never longer than its geodesic:
    /// none within reach lies outside the search, which ends with the second provider and the last kind of membership.
    void lookAround(geometry::LonLat at, Verdict& verdict) const {
        int found = 0;
        index_.within(at, reach_, [&](geometry::Neighbour other) {
            if (!isWithin(at, other, providers_, reach_)) return true;
            verdict.members |= memberBit(providers_[other.index].member);
            verdict.sole = ++found == 1 ? other.index : noProvider;
            return found == 1 || verdict.members != allMembers_;
        });
    }

    PointReach judged(geometry::LonLat at, geometry::Neighbour neighbour) const {
        const double doubt = providers_[neighbour.index].uncertainty.value;
        if (isWithin(at, neighbour, providers_, reach_ - doubt) && doubt < reach_) return SurelyReached;
        if (isWithin(at, neighbour, providers_, reach_)) return NominallyReached;
        return isWithin(at, neighbour, providers_, reach_ + doubt) ? PossiblyReached : NotReached;
    }

    const std::vector<Provider>& providers_;
    geometry::EarthIndex index_;
    double reach_;
    double leastDoubt_ = std::numeric_limits<double>::infinity();
    double mostDoubt_ = 0;
    std::uint8_t allMembers_ = 0;
};

}  // namespace

PeopleReach::PeopleReach(std::size_t points)
    : reach(points, OutsideStudy),
      nearestKilometres(points, std::numeric_limits<float>::infinity()),
      sole(points, noProvider),
      members(points, 0) {}

std::uint8_t memberBit(model::Membership member) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(member));
}

double arcOver(double chord) {
    constexpr double middleRadius = 6371000;
    return 2 * middleRadius * std::asin(std::min(1.0, chord / (2 * middleRadius)));
}

PeopleReach reachOfPeople(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                          model::Metres reach) {
    const BaseUnits units(reference);
    const Judge judge(providers, reach);
    PeopleReach people(reference.people.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, reference.people.size(), 1024), [&](const auto& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            const model::PopulationPoint& point = reference.people[i];
            if (!area.holdsPoint(units.of(point), point.at)) continue;
            const Judge::Verdict verdict = judge.of(point.at);
            people.reach[i] = verdict.best;
            people.nearestKilometres[i] = verdict.nearestKilometres;
            people.sole[i] = verdict.sole;
            people.members[i] = verdict.members;
        }
    });
    return people;
}

void visitReached(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers, model::Metres reach,
                  const ReachVisitor& visit) {
    const BaseUnits units(reference);
    const geometry::EarthIndex index(positionsOf(providers));
    tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, static_cast<std::uint32_t>(reference.people.size()), 1024),
                      [&](const auto& range) {
                          for (std::uint32_t point = range.begin(); point != range.end(); ++point) {
                              const geometry::LonLat at = reference.people[point].at;
                              if (!area.holdsPoint(units.of(reference.people[point]), at)) continue;
                              index.within(at, reach.value, [&](geometry::Neighbour neighbour) {
                                  return !isWithin(at, neighbour, providers, reach.value) || visit(point, neighbour.index);
                              });
                          }
                      });
}

}  // namespace raquette::analysis
