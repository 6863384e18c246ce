#include "ingest/records/party_index.h"

#include "gis/text/fold.h"
#include "ingest/records/text_hash.h"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>

namespace raquette::ingest {

namespace {

std::string listed(const std::vector<std::string>& ids) {
    constexpr std::size_t most = 6;
    const std::size_t told = std::min(ids.size(), most);
    return fmt::format("{}{}", fmt::join(ids.begin(), ids.begin() + static_cast<long>(told), ", "), ids.size() > told ? "…" : "");
}

}  // namespace

void PartyIndex::Keys::add(std::string_view key, const std::string& id) {
    if (!key.empty()) entries_.push_back({hashOf(key), &id});
}

void PartyIndex::Keys::sort() {
    std::ranges::stable_sort(entries_, {}, &Entry::key);
}

std::ranges::subrange<std::vector<PartyIndex::Keys::Entry>::const_iterator> PartyIndex::Keys::entriesOf(std::string_view key) const {
    return std::ranges::equal_range(entries_, hashOf(key), {}, &Entry::key);
}

bool PartyIndex::Keys::has(std::string_view key) const {
    return !key.empty() && !entriesOf(key).empty();
}

std::vector<std::string> PartyIndex::Keys::at(std::string_view key) const {
    std::vector<std::string> ids;
    if (key.empty()) return ids;
    for (const Entry& entry : entriesOf(key)) {
        if (std::ranges::find(ids, *entry.id) == ids.end()) ids.push_back(*entry.id);
    }
    return ids;
}

void PartyIndex::Register::add(const std::string& id, const std::string& name) {
    ids.add(text::fold(id), id);
    names.add(text::fold(name), id);
}

void PartyIndex::Register::add(const model::Actor& record) {
    add(record.id, record.name);
    if (!record.place.commune.empty()) placedNames.add(text::fold(record.name) + "|" + record.place.commune, record.id);
    const Identifiers number = identifiersIn(record.siret);
    sirets.add(number.siret, record.id);
    sirens.add(number.siren, record.id);
    rnas.add(identifiersIn(record.rna).rna, record.id);
}

void PartyIndex::Register::sort() {
    for (Keys* keys : {&sirets, &sirens, &rnas, &ids, &names, &placedNames}) keys->sort();
}

PartyIndex::Registers::Registers(const model::Dataset& dataset) {
    for (const model::Actor& actor : dataset.actors) actors.add(actor);
    for (const model::Venue& venue : dataset.venues) venues.add(venue);
    actors.sort();
    // A merged record still answers to every name and id its rows had.
    for (const model::Provenance& said : dataset.provenance) {
        if (said.field != "name" && said.field != "id") continue;
        Register& records = actors.ids.has(text::fold(said.record)) ? actors : venues;
        (said.field == "id" ? records.ids : records.names).add(text::fold(said.value), said.record);
    }
    for (const model::Contract& contract : dataset.contracts) contracts.add(contract.id, contract.title);
    for (Register* records : {&actors, &venues, &contracts}) records->sort();
}

PartyIndex::PartyIndex(const model::Dataset& dataset, const Gazetteer& gazetteer) : dataset_(&dataset), gazetteer_(&gazetteer) {}

const PartyIndex::Registers& PartyIndex::registers() const {
    std::call_once(asked_, [this] { registers_ = std::make_unique<const Registers>(*dataset_); });
    return *registers_;
}

std::vector<std::string> PartyIndex::found(const Register& records, const Claim& claim) {
    if (auto same = records.sirets.at(claim.numbers.siret); !same.empty()) return same;
    // An organisation is not each of its establishments: its SIREN stands for a SIRET when there is one only.
    std::vector<std::string> siren = records.sirens.at(claim.numbers.siren);
    if (siren.size() == 1) return siren;
    if (auto same = records.rnas.at(claim.numbers.rna); !same.empty()) return same;
    const std::string name = text::fold(claim.name);
    if (auto same = records.ids.at(name); !same.empty()) return same;
    if (!claim.commune.empty()) {
        if (auto same = records.placedNames.at(name + "|" + claim.commune); !same.empty()) return same;
    }
    if (auto same = records.names.at(name); !same.empty()) return same;
    return siren;
}

std::vector<std::string> PartyIndex::found(const Claim& claim) const {
    const std::vector<std::string> actors = found(registers().actors, claim);
    return actors.empty() ? found(registers().venues, claim) : actors;  // an actor and its venue of the same name: the actor cooperates
}

PartyIndex::Claim PartyIndex::claimOf(std::string_view party) const {
    Claim claim{std::string(party), identifiersIn(party), ""};
    const std::size_t open = party.rfind('(');
    if (open == std::string_view::npos || open == 0 || !registers().actors.names.has(text::fold(party.substr(0, open)))) return claim;
    const std::vector<std::int32_t>& communes = gazetteer_->named(party.substr(open));
    if (communes.size() != 1) return claim;
    claim.name = party.substr(0, open);  // « Le Fil (Saint-Étienne) »
    claim.commune = gazetteer_->commune(communes.front()).code;
    return claim;
}

std::string PartyIndex::communeOf(const RecordRow& row) const {
    if (const auto found = gazetteer_->byCode(row.text("insee"))) return gazetteer_->commune(found->commune).code;
    const std::vector<std::int32_t>& named = gazetteer_->named(row.text("city"));
    if (named.size() == 1) return gazetteer_->commune(named.front()).code;
    const std::vector<std::int32_t>& served = gazetteer_->withPostcode(row.text("postcode"));
    std::vector<std::int32_t> both;
    std::ranges::copy_if(named, std::back_inserter(both), [&](std::int32_t c) { return std::ranges::find(served, c) != served.end(); });
    return both.size() == 1 ? gazetteer_->commune(both.front()).code : std::string();
}

std::vector<std::string> PartyIndex::idsOf(RecordRow& row, const model::Link& link) const {
    std::vector<std::string> ids;
    for (const std::string& party : link.parties) {
        const std::string_view key = party == link.from ? "from" : (party == link.to ? "to" : "parties");
        const std::vector<std::string> named = found(claimOf(party));
        ids.push_back(named.size() == 1 ? named.front() : std::string());
        if (named.empty()) row.note(key, "unknown-party", {{"party", party}});
        if (named.size() > 1) row.note(key, "ambiguous-party", {{"party", party}, {"ids", listed(named)}});
    }
    return ids;
}

std::vector<std::string> PartyIndex::actorsOf(RecordRow& row, const model::Venue& venue) const {
    std::vector<std::string> ids;
    for (const std::string& actor : venue.actors) {
        Claim claim = claimOf(actor);
        if (claim.commune.empty()) claim.commune = venue.place.commune;
        const std::vector<std::string> named = found(registers().actors, claim);
        ids.push_back(named.size() == 1 ? named.front() : std::string());
        if (named.empty()) row.noteAlike("actor", "unknown-runner");
        if (named.size() > 1) row.note("actor", "ambiguous-party", {{"party", actor}, {"ids", listed(named)}});
    }
    return ids;
}

std::string PartyIndex::actorOf(RecordRow& row, const std::string& name) const {
    Claim claim = claimOf(name);
    IdentifierProblem problem = IdentifierProblem::None;
    const Identifiers number = readBusinessNumber(row.text("siret"), problem);
    if (!number.siren.empty()) claim.numbers = {number.siret, number.siren, claim.numbers.rna};
    if (problem != IdentifierProblem::None) row.noteAlike("siret", problem == IdentifierProblem::Form ? "bad-siret" : "siret-check");
    for (const std::string& rna : {number.rna, readRna(row.text("rna"), problem).rna}) {
        if (!rna.empty()) claim.numbers.rna = rna;
    }
    if (claim.commune.empty()) claim.commune = communeOf(row);
    const std::vector<std::string> named = found(claim);
    if (named.size() == 1) return named.front();
    const std::string_view key = row.has("actor") ? "actor" : "name";
    if (named.empty()) {
        row.noteAlike(key, "unknown-actor");
    } else {
        row.note(key, "ambiguous-party", {{"party", name}, {"ids", listed(named)}});
    }
    return {};
}

std::string PartyIndex::recordOf(const std::string& id) const {
    for (const Register* records : {&registers().actors, &registers().venues}) {
        const std::vector<std::string> same = records->ids.at(text::fold(id));
        if (same.size() == 1) return same.front();
    }
    return id;
}

std::string PartyIndex::contractOf(RecordRow& row, const std::string& name) const {
    const std::vector<std::string> named = found(registers().contracts, {name, {}, ""});
    if (named.size() == 1) return named.front();
    if (named.empty()) {
        row.noteAlike("contract", "unknown-contract");
    } else {
        row.note("contract", "ambiguous-party", {{"party", name}, {"ids", listed(named)}});
    }
    return {};
}

}  // namespace raquette::ingest
