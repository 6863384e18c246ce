#include "gis/analysis/ended.h"

#include "gis/analysis/provider.h"
#include "gis/geometry/overlay.h"

namespace raquette::analysis {

Ended::Ended(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Service& service,
             const model::Dataset& dataset)
    : study_(study), reference_(reference), area_(area), service_(service) {
    for (Provider& provider : endedBefore(service, dataset, study.date)) {
        Kind& kind = provider.kind == model::RecordKind::Contracts ? expired_ : closed_;
        kind.providers.push_back(std::move(provider));
    }
    for (Kind* kind : {&expired_, &closed_}) {
        if (kind->providers.empty()) continue;
        const PeopleReach people = ServiceReach(study, reference, area, service, kind->providers).people();
        kind->people.resize(people.reach.size());
        for (std::size_t i = 0; i < people.reach.size(); ++i) kind->people[i] = people.reach[i] >= NominallyReached ? 1 : 0;
    }
}

bool Ended::reached(Cause cause, std::uint32_t point) const {
    const Kind& kind = of(cause);
    return !kind.people.empty() && kind.people[point] != 0;
}

model::Share Ended::shareOf(Cause cause, const Land& land, const geometry::PlaneShape& shape) const {
    const Kind& kind = of(cause);
    const model::SquareMetres whole = areaOf(shape);
    if (kind.providers.empty() || whole.value <= 0) return {0};
    const Catchments catchments = ServiceReach(study_, reference_, area_, service_, kind.providers).on(land, Certainty::Nominal);
    if (catchments.none()) return {0};
    return {areaOf(geometry::intersection(shape, unionNear(boxOf(shape), catchments))) / whole};
}

}  // namespace raquette::analysis
