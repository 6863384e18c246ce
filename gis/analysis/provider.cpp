#include "gis/analysis/provider.h"

#include "gis/text/fold.h"

#include <algorithm>
#include <set>
#include <utility>

namespace raquette::analysis {

namespace {

using model::Actor;
using model::Match;

/// Words are compared folded, so that « Diffusion » in a study finds `diffusion` in the records.
bool anyOf(const std::vector<std::string>& wanted, const std::vector<model::SharedText>& found) {
    if (wanted.empty()) return true;
    return std::ranges::any_of(wanted, [&](const std::string& want) {
        return std::ranges::any_of(found, [&](std::string_view word) { return text::fold(want) == text::fold(word); });
    });
}

bool openStatusMatches(const Match& match, const std::string& status) {
    if (!match.status.empty()) return anyOf(match.status, {status});
    return status != "closed" && status != "planned";
}

bool membershipMatches(const Match& match, model::Membership member) {
    return match.member.empty() || std::ranges::find(match.member, member) != match.member.end();
}

/// Networks asked for are each looked at on their own: a member of one may have left the other.
bool networkMatches(const Match& match, const Actor& record) {
    if (match.networks.empty() || record.memberships.empty()) {
        return anyOf(match.networks, {record.network}) && membershipMatches(match, record.member);
    }
    return std::ranges::any_of(record.memberships, [&](const model::NetworkMembership& one) {
        return anyOf(match.networks, {one.network}) && membershipMatches(match, one.member);
    });
}

enum class Verdict { No, Yes, CapacityUnknown };

Verdict judge(const Match& match, const Actor& record, model::Day day) {
    const bool fits = anyOf(match.functions, record.functions) && anyOf(match.types, {record.type}) && anyOf(match.labels, record.labels) &&
                      networkMatches(match, record) && anyOf(match.sources, {record.origin.source}) &&
                      openStatusMatches(match, statusOn(record, day));
    if (!fits) return Verdict::No;
    if (match.minCapacity && !record.capacity) return Verdict::CapacityUnknown;
    if (match.minCapacity && *record.capacity < *match.minCapacity) return Verdict::No;
    if (match.maxCapacity && record.capacity && *record.capacity > *match.maxCapacity) return Verdict::No;
    return Verdict::Yes;
}

bool wants(const Match& match, model::RecordKind kind) {
    return match.kinds.empty() || std::ranges::find(match.kinds, kind) != match.kinds.end();
}

void add(const Match& match, const Actor& record, model::Day day, Selection& selection) {
    const Verdict verdict = judge(match, record, day);
    if (verdict == Verdict::CapacityUnknown) ++selection.capacityUnknown;
    if (verdict != Verdict::Yes) return;
    if (!record.place.position || record.place.precision == model::Precision::Departement) {
        ++selection.notPlaced;
        return;
    }
    selection.providers.push_back(
        {record.id, record.name, record.place.commune, *record.place.position, record.place.uncertainty, record.member});
}

/// Actors that one of the selected venues already stands for.
class SameAsVenue {
public:
    SameAsVenue(const std::vector<Provider>& venues, const model::Dataset& dataset) {
        std::set<std::string> ids;
        for (const Provider& venue : venues) {
            ids.insert(venue.id);
            if (!venue.commune.empty()) names_.emplace(text::fold(venue.name), venue.commune);
        }
        for (const model::Venue& venue : dataset.venues) {
            if (ids.contains(venue.id)) linked_.insert(venue.actorIds.begin(), venue.actorIds.end());
        }
        for (const model::Link& link : dataset.links) {
            if (std::ranges::any_of(link.partyIds, [&](const std::string& id) { return ids.contains(id); })) {
                linked_.insert(link.partyIds.begin(), link.partyIds.end());
            }
        }
    }
    bool holds(const Actor& actor) const {
        return linked_.contains(actor.id) || names_.contains({text::fold(actor.name), actor.place.commune});
    }

private:
    std::set<std::pair<std::string, std::string>> names_;
    std::set<std::string> linked_;
};

}  // namespace

std::string statusOn(const Actor& record, model::Day day) {
    if (record.closed && record.closed->last() < day) return "closed";
    if (record.opened && record.opened->first() > day) return "planned";
    return record.status.empty() ? std::string("open") : record.status.str();
}

Selection select(const model::Service& service, const model::Dataset& dataset, model::Day day) {
    Selection selection;
    if (wants(service.match, model::RecordKind::Venues)) {
        for (const model::Venue& venue : dataset.venues) add(service.match, venue, day, selection);
    }
    if (wants(service.match, model::RecordKind::Actors)) {
        const SameAsVenue alreadyThere(selection.providers, dataset);
        for (const Actor& actor : dataset.actors) {
            if (!alreadyThere.holds(actor)) add(service.match, actor, day, selection);
        }
    }
    return selection;
}

}  // namespace raquette::analysis
