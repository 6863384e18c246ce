#include "gis/analysis/people.h"

#include "gis/geometry/geodesic.h"
#include "gis/geometry/nearest.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

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
        std::map<int, Band> bands;
        for (std::uint32_t i = 0; i < providers.size(); ++i) {
            const double doubt = providers[i].uncertainty.value;
            Band& band = bands[bandOf(doubt)];
            band.least = std::min(band.least, doubt);
            band.most = std::max(band.most, doubt);
            band.providers.push_back(i);
            allMembers_ |= memberBit(providers[i].member);
        }
        for (auto& [number, band] : bands) {
            std::vector<geometry::LonLat> positions;
            for (const std::uint32_t i : band.providers) positions.push_back(providers[i].at);
            band.index.emplace(positions);
            bands_.push_back(std::move(band));
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
        if (bands_.size() > 1 || bands_.front().least < bands_.front().most) {
            for (const Band& band : bands_) look(band, at, best);
        }
        Verdict verdict{best, kilometres, noProvider, 0};
        if (best >= NominallyReached) lookAround(at, verdict);
        return verdict;
    }

private:
    /// Providers that are about as unsure as each other. One known to 200 km must not make the others be looked for as far.
    struct Band {
        double least = std::numeric_limits<double>::infinity();
        double most = 0;
        std::vector<std::uint32_t> providers;
        std::optional<geometry::EarthIndex> index;
    };

    /// All up to a kilometre in one, then one for each doubling.
    static int bandOf(double doubt) { return doubt <= 1000 ? 0 : static_cast<int>(std::ceil(std::log2(doubt / 1000))); }

    /// Looks only as far as a provider of the band can make the point surer than it is.
    void look(const Band& band, geometry::LonLat at, PointReach& best) const {
        if (best == SurelyReached) return;
        const double farthest = best == NotReached ? reach_ + band.most : best == PossiblyReached ? reach_ : reach_ - band.least;
        if (farthest <= 0) return;
        band.index->within(at, farthest, [&](geometry::Neighbour other) {
            best = std::max(best, judged(at, {band.providers[other.index], other.distance}));
            return best != SurelyReached;
        });
    }

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
    std::vector<Band> bands_;
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
