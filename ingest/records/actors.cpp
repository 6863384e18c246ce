#include "gis/text/fold.h"
#include "ingest/records/records.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_keys.h"
#include "ingest/table/vocabulary.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

/// The words of a cell that may hold several, each in the study's word where it gives one.
std::vector<std::string> functionsOf(const RecordRow& row) {
    std::vector<std::string> found;
    const std::string cell = row.joined("functions");
    const std::string whole = row.mapped("functions", cell);
    for (const std::string& part : functions().words(whole)) {
        std::string word = functions().orItself(row.mapped("functions", part));
        if (std::ranges::find(found, word) == found.end()) found.push_back(std::move(word));
    }
    return found;
}

std::string statusOf(const std::string& word) {
    static constexpr std::array<std::string_view, 7> open{"open", "ouvert", "ouverte", "en activite", "actif", "active", "en service"};
    static constexpr std::array<std::string_view, 6> closed{"closed", "ferme", "fermee", "ferme definitivement", "dissous", "dissoute"};
    static constexpr std::array<std::string_view, 6> planned{"planned", "en projet", "projet", "prevu", "en travaux", "en construction"};
    const std::string plain = text::fold(word);
    if (std::ranges::find(open, plain) != open.end()) return "open";
    if (std::ranges::find(closed, plain) != closed.end()) return "closed";
    if (std::ranges::find(planned, plain) != planned.end()) return "planned";
    return word;
}

std::string siretOf(RecordRow& row) {
    std::string digits;
    for (const char c : row.text("siret")) {
        if (c != ' ') digits += c;
    }
    const bool right = digits.size() == 14 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits.empty() && !right) row.note("siret", "bad-siret");
    return digits;
}

/// Free text may hold a person's address or number: then it is private as a whole.
std::string publicText(const RecordRow& row, std::string_view key, model::PrivateFields& privateFields) {
    std::string text = row.text(key);
    if (!holdsPersonalData(text)) return text;
    privateFields[std::string(key)] = std::move(text);
    return {};
}

void readPrivateFields(const RecordRow& row, model::Actor& actor) {
    const auto& named = row.source().publicFields;
    for (const std::string_view key : personalKeys()) {
        const std::string text = row.joined(key);
        if (text.empty()) continue;
        if (std::ranges::find(named, key) == named.end()) {
            actor.privateFields[std::string(key)] = text;
        } else {
            actor.notes += (actor.notes.empty() ? "" : " ; ") + text;  // made public by the study
        }
    }
}

}  // namespace

void readActor(RecordRow& row, model::Actor& actor) {
    actor.origin = row.origin();
    actor.id = row.text("id");
    actor.ownId = actor.id;
    actor.name = row.text("name");
    if (actor.name.empty()) row.reject("name", "no-name");
    actor.functions = functionsOf(row);
    actor.type = row.text("type");
    actor.labels = splitCell(row.text("labels"), ",|;");
    actor.legalForm = legalForms().orItself(row.text("legal_form"));
    actor.network = row.text("network");
    if (const auto member = readMembership(row.text("member"))) {
        actor.member = *member;
    } else {
        row.note("member", "bad-membership");
    }
    actor.status = statusOf(row.text("status"));
    actor.opened = dateCell(row, "opened");
    actor.closed = dateCell(row, "closed");
    if (actor.opened && actor.closed && actor.closed->last() < actor.opened->first()) {
        row.note("closed", "closed-before-opened");
    }
    actor.capacity = countCell(row, "capacity");
    actor.privateFields = row.personalCells();
    actor.address = publicText(row, "address", actor.privateFields);
    actor.siret = siretOf(row);
    actor.rna = row.text("rna");
    actor.website = publicText(row, "website", actor.privateFields);
    actor.notes = publicText(row, "notes", actor.privateFields);
    readPrivateFields(row, actor);
}

void readVenue(RecordRow& row, model::Venue& venue) {
    readActor(row, venue);
    venue.rooms = countCell(row, "rooms");
}

}  // namespace raquette::ingest
