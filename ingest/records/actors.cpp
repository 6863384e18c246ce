#include "gis/text/fold.h"
#include "ingest/records/figures.h"
#include "ingest/records/identifiers.h"
#include "ingest/records/publication.h"
#include "ingest/records/records.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_keys.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

/// The words of a cell that may hold several, each in the study's word where it gives one.
std::vector<std::string> functionsOf(RecordRow& row) {
    const Vocabulary& functions = row.vocabularies().functions;
    std::vector<std::string> found;
    std::vector<std::string> unknown;
    const std::string cell = row.joined("functions");
    const std::string whole = row.mapped("functions", cell);
    for (const std::string& part : functions.words(whole, &unknown)) {
        const std::string theirs = row.mapped("functions", part);
        if (theirs == part && whole == cell && std::ranges::find(unknown, part) != unknown.end()) row.noteUnknownWord("functions", part);
        std::string word = functions.orItself(theirs);
        if (std::ranges::find(found, word) == found.end()) found.push_back(std::move(word));
    }
    return found;
}

std::string legalFormOf(RecordRow& row) {
    const std::string written = row.text("legal_form");
    if (written.empty()) return {};
    const auto word = row.vocabularies().legalForms.find(written);
    if (!word) row.noteUnknownWord("legal_form", written);
    return word.value_or(written);
}

std::string statusOf(const std::string& word) {
    static constexpr std::array<std::string_view, 9> open{"open",   "ouvert", "ouverte",    "en activite", "actif",
                                                          "active", "a",      "en service", "valide"};
    static constexpr std::array<std::string_view, 11> closed{"closed",  "ferme",    "fermee", "ferme definitivement",
                                                             "dissous", "dissoute", "f",      "c",
                                                             "cessee",  "d",        "s"};  // A, F, C: SIRENE; A, D, S: RNA
    static constexpr std::array<std::string_view, 6> planned{"planned", "en projet", "projet", "prevu", "en travaux", "en construction"};
    const std::string plain = text::fold(word);
    if (std::ranges::find(open, plain) != open.end()) return "open";
    if (std::ranges::find(closed, plain) != closed.end()) return "closed";
    if (std::ranges::find(planned, plain) != planned.end()) return "planned";
    return word;
}

/// 1400.0: a postal code that a table kept as a number.
bool isDecimalCode(const std::string& cell) {
    const std::size_t sign = cell.find_first_of(".,");
    return sign != std::string::npos && sign > 0 && sign + 1 < cell.size() && cell.find_first_not_of("0123456789") == sign &&
           cell.find_first_not_of('0', sign + 1) == std::string::npos;
}

/// What a SIREN in a column of its own says, with the NIC beside it where they make a SIRET.
Identifiers numberBeside(const RecordRow& row) {
    IdentifierProblem ignored = IdentifierProblem::None;
    Identifiers siren = readBusinessNumber(row.text("siren"), ignored);
    if (siren.siren.empty() || !siren.siret.empty()) return siren;
    std::string nic = row.text("nic");
    if (nic.empty() || nic.size() > 5) return siren;
    nic.insert(0, 5 - nic.size(), '0');  // a spreadsheet ate its zeros
    const Identifiers whole = readBusinessNumber(siren.siren + nic, ignored);
    if (!whole.siret.empty()) siren = whole;
    return siren;
}

/// A number that fails its check is kept as typed, for a person to mend, and joins nothing.
std::string businessNumber(RecordRow& row, model::Actor& actor) {
    const std::string written = row.text("siret");
    IdentifierProblem problem = IdentifierProblem::None;
    Identifiers read = readBusinessNumber(written, problem);
    if (problem == IdentifierProblem::Form) row.note("siret", "bad-siret");
    if (problem == IdentifierProblem::Check) row.note("siret", "siret-check");
    if (!read.rna.empty()) actor.rna = read.rna;
    const Identifiers beside = numberBeside(row);
    if (read.siret.empty() && (written.empty() || (!beside.siren.empty() && beside.siren == read.siren))) read = beside;
    return read.empty() ? written : (read.siret.empty() ? read.siren : read.siret);
}

void readIdentifiers(RecordRow& row, model::Actor& actor) {
    actor.siret = businessNumber(row, actor);
    if (!actor.rna.empty() && actor.siret == row.text("siret")) actor.siret.clear();  // the number typed there was the other one
    const std::string written = row.text("rna");
    if (written.empty()) return;
    IdentifierProblem problem = IdentifierProblem::None;
    const Identifiers read = readRna(written, problem);
    if (problem != IdentifierProblem::None) row.note("rna", "bad-rna");
    actor.rna = read.rna.empty() ? written : read.rna;
}

/// Free text may hold a person's address or number: then it is private as a whole.
std::string publicText(const RecordRow& row, std::string_view key, model::PrivateFields& privateFields) {
    std::string text = row.text(key);
    if (!holdsPersonalData(text)) return text;
    privateFields[std::string(key)] = std::move(text);
    return {};
}

std::vector<std::string> namesOf(const std::vector<model::NetworkMembership>& memberships, std::optional<model::Membership> only) {
    std::vector<std::string> names;
    for (const model::NetworkMembership& one : memberships) {
        if (!only || one.member == *only) names.push_back(one.network);
    }
    return names;
}

void add(std::vector<model::NetworkMembership>& memberships, model::NetworkMembership one) {
    const auto same = std::ranges::find(memberships, one.network, &model::NetworkMembership::network);
    if (same == memberships.end()) {
        memberships.push_back(std::move(one));
    } else if (same->member == model::Membership::Unknown) {
        same->member = one.member;
    }
}

/// Network by network; then `network` and `member` sum them up: those it belongs to, if it belongs to any.
void readMemberships(RecordRow& row, model::Actor& actor) {
    using model::Membership;
    Membership said = Membership::Unknown;
    if (const auto member = readMembership(row.text("member"))) {
        said = *member;
    } else {
        row.note("member", "bad-membership");
    }
    for (std::string& network : splitCell(row.text("network"), "|;,\n")) add(actor.memberships, {std::move(network), said});
    for (const NetworkColumn& column : row.shape().networks) {
        const std::string cell = row.cell(column.column);
        if (cell.empty()) continue;  // not asked, or not answered: unknown is not absent
        const auto member = readMembership(cell);
        if (!member) row.noteAlike("memberships", "bad-membership");
        add(actor.memberships, {column.network, member.value_or(Membership::Unknown)});
    }
    std::vector<std::string> networks = namesOf(actor.memberships, Membership::Member);
    const bool belongs = !networks.empty();
    if (!belongs) networks = namesOf(actor.memberships, std::nullopt);
    actor.network = fmt::format("{}", fmt::join(networks, " | "));
    const auto isNot = [](const model::NetworkMembership& one) { return one.member == Membership::NotMember; };
    const bool none = !actor.memberships.empty() && std::ranges::all_of(actor.memberships, isNot);
    actor.member = said != Membership::Unknown ? said : (belongs ? Membership::Member : (none ? Membership::NotMember : said));
}

bool saysItinerant(const std::string& text) {
    static constexpr std::array<std::string_view, 10> words{" itinerant ",  " itinerante ", " itinerants ", " itinerantes ",
                                                            " itinerance ", " ambulant ",   " nomade ",     " hors les murs ",
                                                            " sans lieu ",  " pas de lieu "};
    if (text.empty()) return false;
    const std::string padded = " " + text::fold(text) + " ";
    return std::ranges::any_of(words, [&](std::string_view word) { return padded.find(word) != std::string::npos; });
}

/// An actor that plays everywhere has no place, and says so where its place should stand, or in its type. One with a seat is placed there.
bool isItinerant(RecordRow& row) {
    static constexpr std::array<std::string_view, 1> city{"city"};
    static constexpr std::array<std::string_view, 1> address{"address"};
    bool said = std::ranges::any_of(std::array{"type", "status", "functions", "name"},
                                    [&](const char* key) { return saysItinerant(row.joined(key)); });
    if (saysItinerant(row.joined("city"))) {
        row.withhold(city);
        said = true;
    }
    if (saysItinerant(row.joined("address"))) {
        row.withhold(address);
        said = true;
    }
    if (!said) return false;
    const auto standsThere = [&](const char* key) { return !row.text(key).empty(); };
    return std::ranges::none_of(std::array{"insee", "city", "postcode", "coordinates", "longitude"}, standsThere);
}

void readPrivateFields(const RecordRow& row, model::Actor& actor) {
    const auto& named = row.source().publicFields;
    for (const std::string_view key : personalKeys()) {
        const std::string text = row.joined(key);
        if (text.empty()) continue;
        if (std::ranges::find(named, key) == named.end()) {
            actor.privateFields[std::string(key)] = text;
        } else {
            actor.notes = actor.notes.empty() ? text : actor.notes + " ; " + text;  // made public by the study
        }
    }
}

}  // namespace

void readActor(RecordRow& row, model::Actor& actor) {
    actor.origin = row.origin();
    actor.id = row.text("id");
    actor.ownId = actor.id;
    actor.name = nameOf(row);
    actor.privateFields = row.personalCells();
    honourRefusal(row, actor);
    if (actor.name.empty()) rejectNameless(row);
    if (row.shape().surnameIsName) row.noteAlike("name", "people-list");
    if (isDecimalCode(row.written("postcode"))) row.noteAlike("postcode", "lost-code");
    actor.functions = model::shared(functionsOf(row));
    actor.type = row.text("type");
    actor.labels = model::shared(splitCell(row.text("labels"), ",|;"));
    actor.legalForm = legalFormOf(row);
    readMemberships(row, actor);
    actor.status = statusOf(row.text("status"));
    actor.opened = dateCell(row, "opened");
    actor.closed = dateCell(row, "closed");
    if (actor.opened && actor.closed && actor.closed->last() < actor.opened->first()) {
        row.note("closed", "closed-before-opened");
    }
    actor.capacity = countCell(row, "capacity");
    actor.itinerant = isItinerant(row);
    actor.address = publicText(row, "address", actor.privateFields);
    readIdentifiers(row, actor);
    actor.website = publicText(row, "website", actor.privateFields);
    actor.notes = publicText(row, "notes", actor.privateFields);
    if (row.has("amount") && !amountIsGrant(row)) {
        if (const std::string paid = row.joined("amount"); !paid.empty()) actor.privateFields[row.columnOf("amount")] = paid;
    }
    readPrivateFields(row, actor);
}

void readVenue(RecordRow& row, model::Venue& venue) {
    readActor(row, venue);
    venue.rooms = countCell(row, "rooms");
    readRunners(row, venue);
}

}  // namespace raquette::ingest
