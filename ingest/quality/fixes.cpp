#include "gis/analysis/provider.h"
#include "ingest/quality/moved_people.h"
#include "ingest/quality/quality.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>
#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>

namespace raquette::ingest {

namespace {

using geometry::LonLat;
using model::Actor;

constexpr std::size_t listed = 10;
/// Nobody mends a position known to fifty metres.
constexpr model::Metres goodEnough{100};

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

/// Records without a place, asked as if they stood somewhere: the selection leaves out what has none.
void selectUnplaced(const model::Service& service, const std::vector<Candidate>& candidates, model::Day day,
                    std::vector<std::uint8_t>& taken) {
    constexpr std::size_t atOnce = 1000;
    const auto& kinds = service.match.kinds;
    model::Service anyKind = service;
    anyKind.match.kinds.clear();
    model::Dataset asked;
    std::vector<std::size_t> who;
    const auto ask = [&] {
        // In the order asked.
        std::size_t i = 0;
        for (const analysis::Provider& provider : analysis::select(anyKind, asked, day).providers) {
            while (candidates[who[i]].record->id != provider.id) ++i;
            taken[who[i++]] = 1;
        }
        asked.venues.clear();
        who.clear();
    };
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Actor& record = *candidates[i].record;
        const bool ofKind = kinds.empty() || std::ranges::find(kinds, candidates[i].kind) != kinds.end();
        if (record.place.position || !ofKind) continue;
        model::Venue& standIn = asked.venues.emplace_back();
        static_cast<Actor&>(standIn) = record;
        standIn.place.position = LonLat{};
        standIn.place.precision = model::Precision::Commune;
        who.push_back(i);
        if (who.size() == atOnce) ask();
    }
    ask();
}

/// Which candidates a service would take, placed or not.
std::vector<std::uint8_t> selected(const model::Service& service, const std::vector<Candidate>& candidates, const model::Dataset& dataset,
                                   model::Day day, const analysis::Selection& selection) {
    std::vector<std::uint8_t> taken(candidates.size(), 0);
    // Providers and candidates both come venues first, then actors, in the records' order.
    auto provider = selection.providers.begin();
    std::size_t next = 0;
    const auto meet = [&](const Actor& record) {
        const bool serves = provider != selection.providers.end() && record.id == provider->id;
        if (serves) ++provider;
        if (next == candidates.size() || candidates[next].record != &record) return;
        taken[next++] = serves && record.place.position ? 1 : 0;
    };
    for (const model::Venue& venue : dataset.venues) meet(venue);
    std::ranges::for_each(dataset.actors, meet);
    selectUnplaced(service, candidates, day, taken);
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

/// Most that a record moves, and for which of the study's services.
struct Moves {
    std::int64_t people = 0;
    std::uint32_t service = 0;
};

/// Candidates that stand at one place, known as well, move the same people: they are counted once.
class SamePlaces {
public:
    explicit SamePlaces(const std::vector<Candidate>& candidates) : order_(candidates.size()) {
        std::iota(order_.begin(), order_.end(), std::uint32_t{0});
        const auto before = [&](std::uint32_t a, std::uint32_t b) { return placeOf(candidates[a]) < placeOf(candidates[b]); };
        tbb::parallel_sort(order_.begin(), order_.end(), before);
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const bool isNew =
                i == 0 || candidates[order_[i]].elsewhere || candidates[order_[i - 1]].elsewhere || before(order_[i - 1], order_[i]);
            if (isNew) begins_.push_back(i);
        }
        begins_.push_back(order_.size());
    }

    std::size_t size() const { return begins_.size() - 1; }
    std::span<const std::uint32_t> operator[](std::size_t place) const {
        return std::span(order_).subspan(begins_[place], begins_[place + 1] - begins_[place]);
    }

private:
    using Key = std::tuple<double, double, double, std::string_view>;
    static Key placeOf(const Candidate& candidate) {
        const model::Place& place = candidate.record->place;
        if (!place.position) return {0, 0, -1, place.departement};
        return {place.position->lon, place.position->lat, place.uncertainty.value, {}};
    }

    std::vector<std::uint32_t> order_;
    std::vector<std::size_t> begins_;
};

void countMoves(const MovedPeople& people, const std::vector<Candidate>& candidates, const SamePlaces& places,
                const std::vector<std::uint8_t>& taken, double reach, std::uint32_t service, std::vector<Moves>& moves) {
    tbb::parallel_for(std::size_t{0}, places.size(), [&](std::size_t p) {
        std::optional<std::int64_t> moved;
        for (const std::uint32_t i : places[p]) {
            if (taken[i] == 0) continue;
            if (!moved) moved = people.moved(candidates[i], reach);
            if (*moved > moves[i].people) moves[i] = {*moved, service};
        }
    });
}

/// Those who move most first. Ten festivals at one commune's point are one thing to mend.
std::vector<model::Fix> groupedByPlace(const std::vector<Candidate>& candidates, const std::vector<Moves>& moves, const model::Study& study,
                                       const model::Reference& reference) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < moves.size(); ++i) {
        if (moves[i].people > 0) order.push_back(i);
    }
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::uint32_t i) { return moves[i].people; });
    std::vector<model::Fix> grouped;
    for (const std::uint32_t i : order) {
        const Actor& record = *candidates[i].record;
        const model::Fix fix{record.id,
                             record.name,
                             record.origin,
                             study.services[moves[i].service].id,
                             {moves[i].people},
                             whyOf(candidates[i]),
                             record.place.uncertainty,
                             placeNameOf(reference, record.place)};
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
    if (study.services.empty() || reference.people.empty()) return {};
    const std::vector<Candidate> candidates = candidatesOf(dataset);
    if (candidates.empty()) return {};
    MovedPeople people(study, reference);
    const SamePlaces places(candidates);
    std::vector<Moves> moves(candidates.size());
    for (std::uint32_t s = 0; s < study.services.size(); ++s) {
        const model::Service& service = study.services[s];
        const auto* reach = std::get_if<model::Metres>(&service.reach);
        if (reach == nullptr) continue;
        const analysis::Selection selection = analysis::select(service, dataset, study.date);
        const std::vector<std::uint8_t> taken = selected(service, candidates, dataset, study.date, selection);
        people.serve(selection.providers, reach->value);
        countMoves(people, candidates, places, taken, reach->value, s, moves);
    }
    return groupedByPlace(candidates, moves, study, reference);
}

}  // namespace raquette::ingest
