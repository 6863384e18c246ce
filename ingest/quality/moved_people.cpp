#include "ingest/quality/moved_people.h"

#include "gis/analysis/surveyed.h"
#include "gis/geometry/geodesic.h"

#include <tbb/parallel_for.h>

namespace raquette::ingest {

using geometry::LonLat;

MovedPeople::MovedPeople(const model::Study& study, const model::Reference& reference) : reference_(reference) {
    model::Study area;
    area.areas = study.areas;
    area.sources.resize(1);
    area.sources[0].surveyed = study.area.empty() ? std::vector{model::TerritoryId{}} : study.area;
    const analysis::Surveyed inside = analysis::surveyedFor({}, area, reference);
    std::vector<LonLat> positions;
    for (const model::PopulationPoint& point : reference.people) {
        if (!inside.holds(point)) continue;
        points_.push_back(&point);
        positions.push_back(point.at);
    }
    index_.emplace(positions);
    sure_ = std::vector<std::atomic<bool>>(points_.size());
}

void MovedPeople::serve(const std::vector<analysis::Provider>& providers, double reach) {
    for (std::atomic<bool>& sure : sure_) sure.store(false, std::memory_order_relaxed);
    tbb::parallel_for(std::size_t{0}, providers.size(), [&](std::size_t i) {
        const double surely = reach - providers[i].uncertainty.value;
        if (surely <= 0) return;
        index_->within(providers[i].at, surely, [&](geometry::Neighbour point) {
            sure_[point.index].store(true, std::memory_order_relaxed);
            return true;
        });
    });
}

std::int64_t MovedPeople::peopleWithin(LonLat at, double distance, const auto& counts) const {
    std::int64_t people = 0;
    index_->within(at, distance, [&](geometry::Neighbour point) {
        if (!sure_[point.index].load(std::memory_order_relaxed) && counts(point)) people += points_[point.index]->people;
        return true;
    });
    return people;
}

std::int64_t MovedPeople::ofDepartement(const std::string& code) const {
    const std::int32_t departement = indexOf(reference_.departements, code);
    if (departement == model::nowhere) return 0;
    std::int64_t people = 0;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const bool counts = points_[i]->departement == departement && !sure_[i].load(std::memory_order_relaxed);
        if (counts) people += points_[i]->people;
    }
    return people;
}

std::int64_t MovedPeople::moved(const Candidate& candidate, double reach) const {
    const model::Place& place = candidate.record->place;
    if (!place.position) return ofDepartement(place.departement);
    const double inner = reach - place.uncertainty.value;
    const double outer = reach + place.uncertainty.value;
    const std::int64_t people = peopleWithin(*place.position, outer, [&](geometry::Neighbour point) { return point.distance >= inner; });
    if (!candidate.elsewhere) return people;
    return people + peopleWithin(*candidate.elsewhere, reach, [&](geometry::Neighbour point) {
               const double away = geometry::geodesicDistance(*place.position, points_[point.index]->at).value;
               return away < inner || away > outer;  // the others were counted
           });
}

}  // namespace raquette::ingest
