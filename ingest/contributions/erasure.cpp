#include "ingest/contributions/erasure.h"

#include "gis/model/error.h"
#include "gis/text/fold.h"
#include "ingest/contributions/digest.h"
#include "ingest/contributions/erased_value.h"
#include "ingest/contributions/record_fields.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::ingest {

namespace {

using model::Contribution;
using model::FieldChange;
using model::HistoryAct;

constexpr std::size_t telephoneDigits = 9;  // from which on a number is a person's

std::string digitsOf(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// Of what a cell says, however it is written.
std::string cellDigest(const std::string& value) {
    return digestOf(text::fold(value));
}

template <class Record>
void gatherFrom(const Record& record, const std::string& person, std::vector<Held>& held) {
    const auto add = [&](const std::string& field, const std::string& value, bool isPrivate) {
        if (names(value, person))
            held.push_back({Held::Where::List, record.origin.source.str(), record.origin.row, record.id.str(), field, value, isPrivate});
    };
    for (const auto& [field, value] : record.privateFields) add(field, value, true);
    for (const auto& [field, value] : fieldsOf(record)) {
        if (!isPersonalField(field)) add(field, value, false);
    }
}

void gatherFrom(const std::vector<model::Provenance>& provenance, const std::string& person, std::vector<Held>& held) {
    for (const model::Provenance& said : provenance) {
        if (!names(said.value, person)) continue;
        Held one{Held::Where::List, said.origin.source.str(), said.origin.row, said.record, said.field, said.value, said.isPrivate};
        if (std::ranges::find(held, one) == held.end()) held.push_back(std::move(one));
    }
}

void gatherFrom(const Contribution& contribution, const std::string& person, std::vector<Held>& held) {
    const auto add = [&](const std::string& record, const std::string& field, const std::string& value) {
        if (names(value, person)) held.push_back({Held::Where::Contribution, contribution.id, 0, record, field, value, true});
    };
    add("", "author", contribution.author);
    add("", "reason", contribution.reason);
    for (const FieldChange& change : contribution.changes) {
        add(change.record, change.field, change.before);
        add(change.record, change.field, change.after);
    }
}

void gatherFrom(const HistoryAct& act, const std::string& person, std::vector<Held>& held) {
    const auto add = [&](const char* field, const std::string& value) {
        if (names(value, person)) held.push_back({Held::Where::History, act.contribution, 0, act.choice.record, field, value, true});
    };
    add("by", act.by);
    add("reason", act.reason);
    add("before", act.choice.before);
    add("value", act.choice.after);
}

void redact(std::string& value, const std::string& field, const std::string& person) {
    if (names(value, person)) value = isPersonalField(field) ? erasedField() : erasedText(value);
}

/// True when it said something of the person.
bool redact(Contribution& contribution, const std::string& person) {
    const Contribution before = contribution;
    if (names(contribution.author, person)) contribution.author.clear();
    redact(contribution.reason, "reason", person);
    for (FieldChange& change : contribution.changes) {
        redact(change.before, change.field, person);
        redact(change.after, change.field, person);
    }
    return contribution != before;
}

void redact(HistoryAct& act, const std::string& person) {
    if (names(act.by, person)) act.by.clear();
    redact(act.reason, "reason", person);
    redact(act.choice.before, act.choice.field, person);
    redact(act.choice.after, act.choice.field, person);
}

/// Every contribution that was ever brought.
std::vector<Contribution> broughtTo(Shelf& shelf, const std::vector<HistoryAct>& history) {
    std::vector<std::string> ids;
    for (const HistoryAct& act : history) {
        if (act.what == HistoryAct::What::Proposed) ids.push_back(act.contribution);
    }
    std::vector<std::string> unreadable;  // what nobody can read tells nothing
    return shelf.readable(ids, unreadable);
}

template <class Record>
void forgetIn(std::vector<Record>& records, const std::set<std::string>& erased) {
    for (Record& record : records) {
        model::PrivateFields kept;
        bool lost = false;
        for (const auto& [field, value] : record.privateFields) {
            if (isErased(value) || erased.contains(cellDigest(value)))
                lost = true;
            else
                kept[field] = value;
        }
        if (lost) record.privateFields = std::move(kept);
    }
}

}  // namespace

bool names(std::string_view text, std::string_view person) {
    const std::string asked = text::fold(person);
    if (asked.empty() || text.empty()) return false;
    if ((" " + text::fold(text) + " ").find(" " + asked + " ") != std::string::npos) return true;
    const std::string digits = digitsOf(person);
    return digits.size() >= telephoneDigits && digits.size() * 2 > person.size() && digitsOf(text).find(digits) != std::string::npos;
}

std::vector<Held> heldOn(const std::string& person, const model::Dataset& dataset, Shelf* shelf) {
    std::vector<Held> held;
    for (const model::Venue& venue : dataset.venues) gatherFrom(venue, person, held);
    for (const model::Actor& actor : dataset.actors) gatherFrom(actor, person, held);
    gatherFrom(dataset.provenance, person, held);
    if (shelf == nullptr) return held;
    const std::vector<HistoryAct> history = shelf->history();
    for (const Contribution& contribution : broughtTo(*shelf, history)) gatherFrom(contribution, person, held);
    for (const HistoryAct& act : history) gatherFrom(act, person, held);
    return held;
}

void erase(const std::string& person, const MergeRequest& request, const model::Dataset& dataset, Shelf& shelf) {
    const bool whole = text::fold(person).find(' ') != std::string::npos || person.find('@') != std::string::npos ||
                       digitsOf(person).size() >= telephoneDigits;
    if (!whole) throw model::Error(fmt::format("“{}” may be part of what others say: give the whole name, address or number.", person));
    const std::vector<Held> held = heldOn(person, dataset, &shelf);
    if (held.empty()) throw model::Error(fmt::format("Nothing is held on “{}”.", person));
    std::vector<HistoryAct> history = shelf.history();
    std::vector<Contribution> redacted;
    for (Contribution& contribution : broughtTo(shelf, history)) {
        if (redact(contribution, person)) redacted.push_back(std::move(contribution));
    }
    for (HistoryAct& act : history) redact(act, person);
    HistoryAct act;
    act.what = HistoryAct::What::Erased;
    act.on = request.today;
    act.organisation = request.organisation;
    act.reason = request.reason;
    for (const Held& one : held) {
        if (one.where == Held::Where::List && one.isPrivate) act.digests.push_back(cellDigest(one.value));
    }
    std::ranges::sort(act.digests);
    const auto repeated = std::ranges::unique(act.digests);
    act.digests.erase(repeated.begin(), repeated.end());
    history.push_back(std::move(act));
    shelf.rewrite(redacted, history);
}

std::set<std::string> erasedCells(const std::vector<HistoryAct>& history) {
    std::set<std::string> erased;
    for (const HistoryAct& act : history) erased.insert(act.digests.begin(), act.digests.end());
    return erased;
}

void forget(const std::set<std::string>& erased, model::Dataset& dataset) {
    forgetIn(dataset.venues, erased);
    forgetIn(dataset.actors, erased);
    std::erase_if(dataset.provenance, [&](const model::Provenance& said) {
        return said.isPrivate && (isErased(said.value) || erased.contains(cellDigest(said.value)));
    });
}

}  // namespace raquette::ingest
