#include "gis/analysis/service_reach.h"

#include "gis/analysis/only_covered.h"
#include "gis/model/error.h"

#include <fmt/format.h>

namespace raquette::analysis {

namespace {

void check(const model::Service& service, const model::Reference& reference) {
    const auto* level = std::get_if<model::Level>(&service.reach);
    const bool fine = level != nullptr && (*level == model::Level::Commune || *level == model::Level::Epci);
    if (fine && !reference.hasCommunePolygons()) {
        throw model::Error(
            fmt::format("Service “{}”: the reach `{}` needs commune outlines, which the embedded reference does not have. Name a full "
                        "reference in [reference] territories, or reach further: `departement`, `region`.",
                        service.id, text(service.reach)));
    }
}

}  // namespace

ServiceReach::ServiceReach(const model::Study& study, const model::Reference& reference, const StudyArea& area,
                           const model::Service& service, const std::vector<Provider>& providers)
    : reference_(reference), area_(area), providers_(providers) {
    check(service, reference);
    if (const auto* metres = std::get_if<model::Metres>(&service.reach)) {
        distance_ = *metres;
    } else if (const auto* minutes = std::get_if<model::Minutes>(&service.reach)) {
        journeys_ = std::make_unique<Journeys>(reference, area, providers, *minutes);
    } else {
        perimeters_ = perimetersOf(study, reference, area, service, providers);
    }
}

int ServiceReach::withoutPerimeter() const {
    return distance_ || journeys_ ? 0 : static_cast<int>(providers_.size() - perimeters_.size());
}

PeopleReach ServiceReach::people() const {
    if (journeys_) return journeys_->people();
    return distance_ ? reachOfPeople(reference_, area_, providers_, *distance_) : reachOfPeople(reference_, area_, providers_, perimeters_);
}

void ServiceReach::visit(const ReachVisitor& visitor) const {
    if (journeys_) {
        journeys_->visit([&](std::uint32_t point, std::uint32_t provider, model::Minutes) { return visitor(point, provider); });
    } else if (distance_) {
        visitReached(reference_, area_, providers_, *distance_, visitor);
    } else {
        visitReached(reference_, area_, perimeters_, visitor);
    }
}

Catchments ServiceReach::on(const Land& land, Certainty certainty) const {
    if (journeys_) return journeys_->on(land, certainty);
    return distance_ ? catchmentsOn(land, providers_, *distance_, certainty) : catchmentsOn(land, perimeters_, certainty);
}

std::vector<model::SquareMetres> ServiceReach::onlyCovered(const Land& land, const Catchments& nominal) const {
    if (journeys_) return journeys_->onlyCovered(land);
    return distance_ ? analysis::onlyCovered(land, nominal, providers_.size())
                     : analysis::onlyCovered(land, perimeters_, providers_.size());
}

}  // namespace raquette::analysis
