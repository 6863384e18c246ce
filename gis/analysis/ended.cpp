#include "gis/analysis/ended.h"

#include "gis/analysis/provider.h"
#include "gis/geometry/overlay.h"

namespace raquette::analysis {

Ended::Ended(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Service& service,
             const model::Dataset& dataset)
    : area_(area) {
    for (Provider& provider : endedBefore(service, dataset, study.date)) {
        Kind& kind = provider.kind == model::RecordKind::Contracts ? expired_ : closed_;
        kind.providers.push_back(std::move(provider));
    }
    for (Kind* kind : {&expired_, &closed_}) {
        if (kind->providers.empty()) continue;
        const ServiceReach reach(study, reference, area, service, kind->providers);
        const PeopleReach people = reach.people();
        for (const Land& land : area.lands) kind->lands.push_back(reach.on(land, Certainty::Nominal));
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
    const Catchments& catchments = kind.lands[static_cast<std::size_t>(&land - area_.lands.data())];
    if (catchments.none()) return {0};
    return {areaOf(geometry::intersection(shape, unionNear(boxOf(shape), catchments))) / whole};
}

}  // namespace raquette::analysis
