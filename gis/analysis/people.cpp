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

/// Length of the arc over a chord on a sphere of middle radius: within 1 cm of the geodesic at 100 km.
double arcOver(double chord) {
    constexpr double middleRadius = 6371000;
    return 2 * middleRadius * std::asin(std::min(1.0, chord / (2 * middleRadius)));
}

class Judge {
public:
    Judge(const std::vector<Provider>& providers, model::Metres reach)
        : providers_(providers), index_(positionsOf(providers)), reach_(reach.value) {
        for (const Provider& provider : providers) {
            leastDoubt_ = std::min(leastDoubt_, provider.uncertainty.value);
            mostDoubt_ = std::max(mostDoubt_, provider.uncertainty.value);
        }
    }

    struct Verdict {
        PointReach best = NotReached;
        float nearestKilometres = std::numeric_limits<float>::infinity();
        std::uint32_t sole = noProvider;
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
        return {best, kilometres, best >= NominallyReached ? soleAround(at) : noProvider};
    }

private:
    /// The only provider within reach of a point. A chord is never longer than its geodesic: none within reach lies outside the search.
    std::uint32_t soleAround(geometry::LonLat at) const {
        std::uint32_t sole = noProvider;
        index_.within(at, reach_, [&](geometry::Neighbour other) {
            if (!isWithin(at, other, reach_)) return true;
            const bool first = sole == noProvider;
            sole = first ? other.index : noProvider;
            return first;
        });
        return sole;
    }

    static std::vector<geometry::LonLat> positionsOf(const std::vector<Provider>& providers) {
        std::vector<geometry::LonLat> positions;
        positions.reserve(providers.size());
        for (const Provider& provider : providers) positions.push_back(provider.at);
        return positions;
    }

    PointReach judged(geometry::LonLat at, geometry::Neighbour neighbour) const {
        const double doubt = providers_[neighbour.index].uncertainty.value;
        if (isWithin(at, neighbour, reach_ - doubt) && doubt < reach_) return SurelyReached;
        if (isWithin(at, neighbour, reach_)) return NominallyReached;
        return isWithin(at, neighbour, reach_ + doubt) ? PossiblyReached : NotReached;
    }

    bool isWithin(geometry::LonLat at, geometry::Neighbour neighbour, double limit) const {
        const geometry::DistanceBounds bounds = geometry::geodesicBounds(neighbour.distance);
        if (bounds.most <= limit) return true;
        if (bounds.least > limit) return false;
        return geodesicDistance(at, providers_[neighbour.index].at).value <= limit;
    }

    const std::vector<Provider>& providers_;
    geometry::EarthIndex index_;
    double reach_;
    double leastDoubt_ = std::numeric_limits<double>::infinity();
    double mostDoubt_ = 0;
};

}  // namespace

PeopleReach reachOfPeople(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                          model::Metres reach) {
    const BaseUnits units(reference);
    const Judge judge(providers, reach);
    PeopleReach people{std::vector<std::uint8_t>(reference.people.size(), OutsideStudy),
                       std::vector<float>(reference.people.size(), std::numeric_limits<float>::infinity()),
                       std::vector<std::uint32_t>(reference.people.size(), noProvider)};
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, reference.people.size(), 1024), [&](const auto& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            const model::PopulationPoint& point = reference.people[i];
            if (!area.holdsPoint(units.of(point), point.at)) continue;
            const Judge::Verdict verdict = judge.of(point.at);
            people.reach[i] = verdict.best;
            people.nearestKilometres[i] = verdict.nearestKilometres;
            people.sole[i] = verdict.sole;
        }
    });
    return people;
}

}  // namespace raquette::analysis
