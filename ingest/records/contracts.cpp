#include "ingest/records/amounts.h"
#include "ingest/records/figures.h"
#include "ingest/records/records.h"
#include "ingest/table/cells.h"

#include <algorithm>

namespace raquette::ingest {

namespace {

/// Free text that holds a person's address or number stays out: contracts, grants and links have no private part.
std::string publicText(RecordRow& row, std::string_view key) {
    std::string text = row.text(key);
    if (!holdsPersonalData(text)) return text;
    row.note(key, "personal-text");
    return {};
}

std::string titleOr(const RecordRow& row, std::string_view key, std::string_view other) {
    const std::string text = row.text(key);
    return text.empty() ? row.text(other) : text;
}

/// Who a row of grants or figures is about: a name, else the number that stands for it.
std::string actorNamed(const RecordRow& row) {
    for (const char* key : {"actor", "name", "siret", "siren", "rna", "id"}) {
        if (std::string text = row.text(key); !text.empty()) return text;
    }
    return {};
}

}  // namespace

std::vector<std::string> namesIn(const std::string& cell) {
    const bool barred = cell.find_first_of("|;") != std::string::npos;
    return splitCell(cell, barred ? "|;" : ",");
}

namespace {

/// What funders gave in columns of their own: `Région 2024`.
void addColumnAmounts(RecordRow& row, std::vector<FundedAmount>& amounts) {
    for (const FigureColumn& column : row.shape().figures) {
        const std::string cell = row.cell(column.column);
        if (cell.empty()) continue;
        if (const auto money = readMoney(cell)) {
            amounts.push_back({column.funder, column.year, money->amount});
        } else {
            row.noteAlike("figures", "bad-figure", {{"column", row.columnName(column.column)}});
        }
    }
}

/// The amounts of a row, in its cell of money and in columns by funder and year; the cells `funder` and `year` speak for the former.
std::vector<FundedAmount> amountsOf(RecordRow& row) {
    std::vector<FundedAmount> amounts;
    if (const std::string cell = row.text("amount"); !cell.empty()) {
        if (auto read = readAmountsCell(cell)) {
            amounts = std::move(*read);
        } else {
            row.note("amount", "bad-amount");
        }
    }
    const std::string funder = row.text("funder");
    const auto year = yearCell(row, "year");
    for (FundedAmount& amount : amounts) {
        if (amount.year && amounts.size() == 1) row.note("amount", "amount-with-year");
        if (!amount.year) amount.year = year;
        if (amount.funder.empty()) amount.funder = funder;
    }
    if (amounts.size() > 1) row.noteAlike("amount", "several-amounts");
    addColumnAmounts(row, amounts);
    return amounts;
}

void noteUndated(RecordRow& row, const model::Period& period) {
    if (!period.start) row.noteAlike("start", "undated-contract");
    if (period.start && !period.end && !period.open && !saysOngoing(row.text("end"))) row.noteAlike("end", "undated-contract");
}

}  // namespace

void readContract(RecordRow& row, const ScopeReader& scopes, model::Contract& contract, std::vector<model::Amount>& amounts) {
    contract.origin = row.origin();
    contract.id = row.text("id");
    contract.title = titleOr(row, "title", "name");
    if (contract.title.empty()) {
        if (row.has("title") || row.has("name")) {
            row.reject("title", "no-title");
        } else {
            row.rejectAlike("", "no-title-column");
        }
        return;
    }
    const std::string type = row.text("type");
    const auto known = row.vocabularies().contractTypes.find(type);
    if (!known && !type.empty()) row.noteUnknownWord("type", type);
    contract.type = known.value_or(type);
    contract.parties = namesIn(row.text("parties"));
    contract.scope = scopes.read(row);
    contract.period = periodCells(row, "start", "end");
    noteUndated(row, contract.period);
    contract.purpose = publicText(row, "purpose");
    contract.notes = publicText(row, "notes");
    const std::vector<FundedAmount> given = amountsOf(row);
    if (given.empty()) return;
    contract.amountPerYear = amountPerYear(given);
    const bool plain = given.size() == 1 && !given.front().year && given.front().funder.empty();
    if (plain) return;
    for (const FundedAmount& one : given) amounts.push_back({contract.origin, contract.title, one.funder, one.year, one.amount, ""});
}

std::vector<model::Amount> readAmounts(RecordRow& row) {
    const std::string contract = titleOr(row, "contract", "name");
    if (contract.empty()) row.reject("contract", "amount-without-contract");
    std::vector<model::Amount> amounts;
    for (const FundedAmount& one : amountsOf(row)) amounts.push_back({row.origin(), contract, one.funder, one.year, one.amount, ""});
    if (amounts.empty()) row.reject("amount", "no-amount");
    return amounts;
}

std::vector<model::Grant> readGrants(RecordRow& row) {
    const std::string actor = actorNamed(row);
    if (actor.empty()) row.reject("actor", "grant-without-actor");
    std::vector<model::Grant> grants = grantsOf(row, actor);
    if (grants.empty()) {
        // An application whose outcome nobody wrote still says who asked.
        model::Grant grant;
        grant.origin = row.origin();
        grant.actor = actor;
        grant.scheme = row.text("scheme");
        grant.year = yearCell(row, "year");
        grants.push_back(std::move(grant));
    }
    return grants;
}

std::vector<model::Activity> readActivities(RecordRow& row) {
    const std::string actor = actorNamed(row);
    if (actor.empty()) row.reject("actor", "figures-without-actor");
    std::vector<model::Activity> figures = figuresOf(row, actor);
    if (figures.empty()) {
        model::Activity none;
        none.origin = row.origin();
        none.actor = actor;
        none.year = yearCell(row, "year");
        figures.push_back(std::move(none));
    }
    return figures;
}

void readLink(RecordRow& row, model::Link& link) {
    link.origin = row.origin();
    link.id = row.text("id");
    link.from = row.text("from");
    link.to = row.text("to");
    for (const std::string& party : {link.from, link.to}) {
        if (!party.empty()) link.parties.push_back(party);
    }
    for (std::string& party : namesIn(row.text("parties"))) {
        if (std::find(link.parties.begin(), link.parties.end(), party) == link.parties.end()) link.parties.push_back(std::move(party));
    }
    if (link.parties.size() < 2 || (link.parties.size() == 2 && link.parties[0] == link.parties[1])) {
        row.reject("to", "one-party");
    }
    const std::string intensity = row.text("intensity");
    const std::string word = row.vocabularies().intensities.orItself(intensity);
    for (const model::Intensity known : {model::Intensity::Simple, model::Intensity::Double, model::Intensity::Triple}) {
        if (word == model::name(known)) link.intensity = known;
    }
    if (!intensity.empty() && link.intensity == model::Intensity::Unknown) row.note("intensity", "bad-intensity");
    link.nature = publicText(row, "nature");
    link.period = periodCells(row, "since", "until");
}

}  // namespace raquette::ingest
