#include "gis/analysis/provider.h"
#include "gis/analysis/surveyed.h"
#include "gis/geometry/geodesic.h"
#include "gis/geometry/nearest.h"
#include "ingest/quality/quality.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <atomic>
#include <charconv>
#include <map>
#include <optional>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using geometry::LonLat;
using model::Actor;

constexpr std::size_t listed = 10;
/// Nobody mends a position known to fifty metres.
constexpr model::Metres goodEnough{100};

struct Candidate {
    const Actor* record = nullptr;
    model::RecordKind kind = model::RecordKind::Actors;
    std::optional<LonLat> elsewhere;  ///< the position that its commune contradicts
};

double numberIn(const std::map<std::string, std::string>& facts, const char* key) {
    double value = 0;
    if (const auto found = facts.find(key); found != facts.end()) {
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    }
    return value;
}

std::vector<Candidate> candidatesOf(const model::Dataset& dataset) {
    std::map<std::pair<std::string, long>, LonLat> far;
    for (const model::Issue& issue : dataset.issues) {
        if (issue.what == "far-position") far[{issue.source, issue.row}] = {numberIn(issue.facts, "lon"), numberIn(issue.facts, "lat")};
    }
    std::vector<Candidate> candidates;
    const auto add = [&](const Actor& record, model::RecordKind kind) {
        const auto contradicted = far.find({record.origin.source, record.origin.row});
        const bool vague = !record.place.position || record.place.uncertainty > goodEnough;
        if (!vague && contradicted == far.end()) return;
        candidates.push_back({&record, kind, contradicted == far.end() ? std::nullopt : std::optional(contradicted->second)});
    };
    for (const model::Venue& venue : dataset.venues) add(venue, model::RecordKind::Venues);
    for (const Actor& actor : dataset.actors) add(actor, model::RecordKind::Actors);
    return candidates;
}

/// The people of the study area, and who moves when a record does.
class People {
public:
    People(const model::Study& study, const model::Reference& reference) : reference_(reference) {
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

    void serve(const std::vector<analysis::Provider>& providers, double reach) {
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

    std::int64_t moved(const Candidate& candidate, double reach) const {
        const model::Place& place = candidate.record->place;
        std::int64_t people = 0;
        if (!place.position) return ofDepartement(place.departement);
        const double inner = reach - place.uncertainty.value;
        const double outer = reach + place.uncertainty.value;
        people += peopleWithin(*place.position, outer, [&](geometry::Neighbour point) { return point.distance >= inner; });
        if (!candidate.elsewhere) return people;
        return people + peopleWithin(*candidate.elsewhere, reach, [&](geometry::Neighbour point) {
                   const double away = geometry::geodesicDistance(*place.position, points_[point.index]->at).value;
                   return away < inner || away > outer;  // the others were counted
               });
    }

private:
    std::int64_t peopleWithin(LonLat at, double distance, const auto& counts) const {
        std::int64_t people = 0;
        index_->within(at, distance, [&](geometry::Neighbour point) {
            if (!sure_[point.index].load(std::memory_order_relaxed) && counts(point)) people += points_[point.index]->people;
            return true;
        });
        return people;
    }

    std::int64_t ofDepartement(const std::string& code) const {
        const std::int32_t departement = indexOf(reference_.departements, code);
        if (departement == model::nowhere) return 0;
        std::int64_t people = 0;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            const bool counts = points_[i]->departement == departement && !sure_[i].load(std::memory_order_relaxed);
            if (counts) people += points_[i]->people;
        }
        return people;
    }

    const model::Reference& reference_;
    std::vector<const model::PopulationPoint*> points_;
    std::optional<geometry::EarthIndex> index_;
    std::vector<std::atomic<bool>> sure_;
};

/// Which candidates a service would take, placed or not.
std::vector<std::uint8_t> selected(const model::Service& service, const std::vector<Candidate>& candidates, const model::Study& study,
                                   const analysis::Selection& selection) {
    std::unordered_map<std::string, bool> placed;
    for (const analysis::Provider& provider : selection.providers) placed[provider.id] = true;
    std::vector<std::uint8_t> taken(candidates.size(), 0);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Actor& record = *candidates[i].record;
        if (record.place.position) {
            taken[i] = placed.contains(record.id) ? 1 : 0;
            continue;
        }
        const auto& kinds = service.match.kinds;
        if (!kinds.empty() && std::ranges::find(kinds, candidates[i].kind) == kinds.end()) continue;
        // Asked as if it stood somewhere: the selection leaves out what has no place.
        model::Dataset alone;
        alone.venues.emplace_back();
        static_cast<Actor&>(alone.venues.back()) = record;
        alone.venues.back().place.position = LonLat{};
        alone.venues.back().place.precision = model::Precision::Commune;
        model::Service anyKind = service;
        anyKind.match.kinds.clear();
        taken[i] = analysis::select(anyKind, alone, study.date).providers.empty() ? 0 : 1;
    }
    return taken;
}

std::string whyOf(const Candidate& candidate) {
    if (candidate.elsewhere) return "far-position";
    return candidate.record->place.position ? std::string(name(candidate.record->place.precision)) : "departement";
}

std::string placeNameOf(const model::Reference& reference, const model::Place& place) {
    const std::int32_t commune = indexOf(reference.communes, place.commune);
    if (commune != model::nowhere) return reference.communes[static_cast<std::size_t>(commune)].name;
    const std::int32_t departement = indexOf(reference.departements, place.departement);
    return departement == model::nowhere ? place.commune.str() : reference.departements[static_cast<std::size_t>(departement)].name;
}

/// Ten festivals at one commune's point are one thing to mend.
std::vector<model::Fix> groupedByPlace(const std::vector<model::Fix>& fixes) {
    std::vector<model::Fix> grouped;
    for (const model::Fix& fix : fixes) {
        const auto same = std::ranges::find_if(grouped, [&](const model::Fix& other) {
            return other.place == fix.place && other.why == fix.why && other.service == fix.service && other.people == fix.people;
        });
        if (same != grouped.end()) {
            ++same->alike;
        } else if (grouped.size() < listed) {
            grouped.push_back(fix);
        } else if (fix.people < grouped.back().people) {
            break;  // the rest move fewer people
        }
    }
    return grouped;
}

}  // namespace

std::vector<model::Fix> fixesOf(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset) {
    const std::vector<Candidate> candidates = candidatesOf(dataset);
    if (candidates.empty() || study.services.empty() || reference.people.empty()) return {};
    People people(study, reference);
    std::vector<model::Fix> fixes(candidates.size());
    for (const model::Service& service : study.services) {
        const auto* reach = std::get_if<model::Metres>(&service.reach);
        if (reach == nullptr) continue;
        const analysis::Selection selection = analysis::select(service, dataset, study.date);
        const std::vector<std::uint8_t> taken = selected(service, candidates, study, selection);
        people.serve(selection.providers, reach->value);
        tbb::parallel_for(std::size_t{0}, candidates.size(), [&](std::size_t i) {
            if (taken[i] == 0) return;
            const std::int64_t moved = people.moved(candidates[i], reach->value);
            if (moved <= fixes[i].people.value) return;
            const Actor& record = *candidates[i].record;
            fixes[i] = {record.id,
                        record.name,
                        record.origin,
                        service.id,
                        {moved},
                        whyOf(candidates[i]),
                        record.place.uncertainty,
                        placeNameOf(reference, record.place)};
        });
    }
    std::erase_if(fixes, [](const model::Fix& fix) { return fix.people.value == 0; });
    std::ranges::stable_sort(fixes, std::ranges::greater(), [](const model::Fix& fix) { return fix.people.value; });
    return groupedByPlace(fixes);
}

}  // namespace raquette::ingest
