#include "gis/analysis/provider.h"

#include "gis/text/fold.h"

#include <algorithm>
#include <set>
#include <utility>

namespace raquette::analysis {

namespace {

using model::Actor;
using model::InForce;
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

/// Whatever its status.
Verdict judge(const Match& match, const Actor& record) {
    const bool fits = anyOf(match.functions, record.functions) && anyOf(match.types, {record.type}) && anyOf(match.labels, record.labels) &&
                      networkMatches(match, record) && anyOf(match.sources, {record.origin.source});
    if (!fits) return Verdict::No;
    if (match.minCapacity && !record.capacity) return Verdict::CapacityUnknown;
    if (match.minCapacity && *record.capacity < *match.minCapacity) return Verdict::No;
    if (match.maxCapacity && record.capacity && *record.capacity > *match.maxCapacity) return Verdict::No;
    return Verdict::Yes;
}

bool wants(const Match& match, model::RecordKind kind) {
    return match.kinds.empty() || std::ranges::find(match.kinds, kind) != match.kinds.end();
}

std::optional<model::Day> lastDay(const std::optional<model::PartialDate>& end) {
    return end ? std::optional(end->last()) : std::nullopt;
}

/// Its own territory by code: the finest that is known.
std::vector<model::TerritoryId> homeOf(const model::Place& place) {
    if (!place.commune.empty()) return {{model::Level::Commune, place.commune.str()}};
    if (!place.departement.empty()) return {{model::Level::Departement, place.departement.str()}};
    return {};
}

/// Nothing where a record has no place that the service's reach could start from.
std::optional<Provider> providerOf(const model::Service& service, const Actor& record, model::RecordKind kind) {
    const model::Place& place = record.place;
    const bool placed = place.position && place.precision != model::Precision::Departement;
    Provider provider{record.id, record.name, place.commune, place.position.value_or(geometry::LonLat{}), place.uncertainty, record.member};
    provider.kind = kind;
    provider.placed = placed;
    provider.until = lastDay(record.closed);
    if (std::holds_alternative<model::Level>(service.reach)) provider.serves = homeOf(place);
    if (!placed && provider.serves.empty()) return std::nullopt;
    return provider;
}

void add(const model::Service& service, const Actor& record, model::RecordKind kind, model::Day day, Selection& selection) {
    if (!openStatusMatches(service.match, statusOn(record, day))) return;
    const Verdict verdict = judge(service.match, record);
    if (verdict == Verdict::CapacityUnknown) ++selection.capacityUnknown;
    if (verdict != Verdict::Yes) return;
    if (std::optional<Provider> provider = providerOf(service, record, kind)) {
        selection.providers.push_back(std::move(*provider));
    } else {
        ++selection.notPlaced;
    }
}

bool contractMatches(const Match& match, const model::Contract& contract) {
    return anyOf(match.types, {model::SharedText(contract.type)}) && anyOf(match.sources, {contract.origin.source});
}

Provider providerOf(const model::Contract& contract, InForce state) {
    Provider provider;
    provider.id = contract.id;
    provider.name = contract.title;
    provider.kind = model::RecordKind::Contracts;
    provider.placed = false;
    provider.serves = contract.scope;
    provider.surelyInForce = state == InForce::Surely;
    provider.until = lastDay(contract.period.end);
    return provider;
}

void add(const Match& match, const model::Contract& contract, model::Day day, Selection& selection) {
    const InForce state = inForce(contract, day);
    if (!contractMatches(match, contract) || state == InForce::NotYet || state == InForce::Ended) return;
    if (contract.scope.empty()) {
        ++selection.notPlaced;
        return;
    }
    selection.possiblyInForce += state == InForce::Possibly ? 1 : 0;
    selection.providers.push_back(providerOf(contract, state));
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
        for (const model::Venue& venue : dataset.venues) add(service, venue, model::RecordKind::Venues, day, selection);
    }
    if (wants(service.match, model::RecordKind::Actors)) {
        const SameAsVenue alreadyThere(selection.providers, dataset);
        for (const Actor& actor : dataset.actors) {
            if (!alreadyThere.holds(actor)) add(service, actor, model::RecordKind::Actors, day, selection);
        }
    }
    if (!service.match.kinds.empty() && wants(service.match, model::RecordKind::Contracts)) {
        for (const model::Contract& contract : dataset.contracts) add(service.match, contract, day, selection);
    }
    return selection;
}

std::vector<Provider> endedBefore(const model::Service& service, const model::Dataset& dataset, model::Day day) {
    constexpr int years = 5;  // within which what has ended still explains a hole
    const model::Day from = model::monthsLater(day, -12 * years);
    const auto endedLately = [&](const std::optional<model::PartialDate>& end) { return end && end->last() < day && end->last() >= from; };
    std::vector<Provider> ended;
    const auto addClosed = [&](const Actor& record, model::RecordKind kind) {
        if (!endedLately(record.closed) || judge(service.match, record) != Verdict::Yes) return;
        if (std::optional<Provider> provider = providerOf(service, record, kind)) ended.push_back(std::move(*provider));
    };
    if (wants(service.match, model::RecordKind::Venues)) {
        for (const model::Venue& venue : dataset.venues) addClosed(venue, model::RecordKind::Venues);
    }
    if (wants(service.match, model::RecordKind::Actors)) {
        for (const Actor& actor : dataset.actors) addClosed(actor, model::RecordKind::Actors);
    }
    if (!service.match.kinds.empty() && wants(service.match, model::RecordKind::Contracts)) {
        for (const model::Contract& contract : dataset.contracts) {
            if (endedLately(contract.period.end) && contractMatches(service.match, contract) && !contract.scope.empty()) {
                ended.push_back(providerOf(contract, InForce::Surely));
            }
        }
    }
    return ended;
}

}  // namespace raquette::analysis
