#include "ingest/records/records.h"
#include "ingest/table/cells.h"
#include "ingest/table/vocabulary.h"

#include <algorithm>

namespace raquette::ingest {

namespace {

std::vector<std::string> namesIn(const std::string& cell) {
    const bool barred = cell.find_first_of("|;") != std::string::npos;
    return splitCell(cell, barred ? "|;" : ",");
}

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

}  // namespace

void readContract(RecordRow& row, const ScopeReader& scopes, model::Contract& contract, std::vector<model::Amount>& amounts) {
    contract.origin = row.origin();
    contract.id = row.text("id");
    contract.title = titleOr(row, "title", "name");
    if (contract.title.empty()) row.reject("title", "no-title");
    contract.type = contractTypes().orItself(row.text("type"));
    contract.parties = namesIn(row.text("parties"));
    if (!row.rejected()) contract.scope = scopes.read(row);
    contract.period = periodCells(row, "start", "end");
    if (!contract.period.start || !contract.period.end) {
        row.note(contract.period.start ? "end" : "start", "undated-contract");
    }
    contract.purpose = publicText(row, "purpose");
    contract.notes = publicText(row, "notes");
    const std::string amount = row.text("amount");
    if (amount.empty()) return;
    const auto money = readMoney(amount);
    if (!money) return row.note("amount", "bad-amount");
    contract.amountPerYear = money->amount;
    const auto year = money->year ? money->year : yearCell(row, "year");
    const std::string funder = row.text("funder");
    if (money->year) row.note("amount", "amount-with-year");
    if (!year && funder.empty()) return;
    amounts.push_back({contract.origin, contract.title, funder, year, money->amount});
}

void readAmount(RecordRow& row, model::Amount& amount) {
    amount.origin = row.origin();
    amount.contract = titleOr(row, "contract", "name");
    amount.funder = row.text("funder");
    amount.year = yearCell(row, "year");
    const auto money = readMoney(row.text("amount"));
    if (amount.contract.empty()) row.reject("contract", "amount-without-contract");
    if (!money) return row.reject("amount", "no-amount");
    amount.amount = money->amount;
    if (!amount.year) amount.year = money->year;
}

void readGrant(RecordRow& row, model::Grant& grant) {
    grant.origin = row.origin();
    grant.actor = titleOr(row, "actor", "name");
    if (grant.actor.empty()) row.reject("actor", "grant-without-actor");
    grant.scheme = row.text("scheme");
    grant.year = yearCell(row, "year");
    grant.asked = moneyCell(row, "asked");
    grant.granted = moneyCell(row, "granted");
}

void readActivity(RecordRow& row, model::Activity& activity) {
    activity.origin = row.origin();
    activity.actor = titleOr(row, "actor", "name");
    if (activity.actor.empty()) row.reject("actor", "figures-without-actor");
    activity.year = yearCell(row, "year");
    activity.fte = decimalCell(row, "fte");
    activity.staff = countCell(row, "staff");
    activity.budget = moneyCell(row, "budget");
    activity.events = countCell(row, "events");
    activity.admissions = countCell(row, "admissions");
    activity.members = countCell(row, "members");
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
    const std::string word = intensities().orItself(intensity);
    for (const model::Intensity known : {model::Intensity::Simple, model::Intensity::Double, model::Intensity::Triple}) {
        if (word == model::name(known)) link.intensity = known;
    }
    if (!intensity.empty() && link.intensity == model::Intensity::Unknown) row.note("intensity", "bad-intensity");
    link.nature = publicText(row, "nature");
    link.period = periodCells(row, "since", "until");
}

}  // namespace raquette::ingest
