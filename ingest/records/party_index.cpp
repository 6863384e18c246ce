#include "ingest/records/party_index.h"

#include "gis/text/fold.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::ingest {

namespace {

using Ids = std::map<std::string, std::vector<std::string>>;

void add(Ids& ids, const std::string& id, const std::string& name) {
    for (const std::string& key : {text::fold(id), text::fold(name)}) {
        auto& known = ids[key];
        if (std::ranges::find(known, id) == known.end()) known.push_back(id);
    }
}

void addAlias(Ids& ids, const std::string& id, const std::string& alias) {
    auto& known = ids[text::fold(alias)];
    if (std::ranges::find(known, id) == known.end()) known.push_back(id);
}

const std::vector<std::string>& found(const Ids& ids, const std::string& name) {
    static const std::vector<std::string> none;
    const auto it = ids.find(text::fold(name));
    return it == ids.end() ? none : it->second;
}

}  // namespace

PartyIndex::PartyIndex(const model::Dataset& dataset) {
    for (const model::Actor& actor : dataset.actors) add(actors_, actor.id, actor.name);
    for (const model::Venue& venue : dataset.venues) add(venues_, venue.id, venue.name);
    // A merged record still answers to every name and id its rows had.
    for (const model::Provenance& said : dataset.provenance) {
        if (said.field != "name" && said.field != "id") continue;
        const bool ofActor = actors_.contains(text::fold(said.record));
        addAlias(ofActor ? actors_ : venues_, said.record, said.value);
    }
    for (const model::Contract& contract : dataset.contracts) add(contracts_, contract.id, contract.title);
}

std::vector<std::string> PartyIndex::idsOf(RecordRow& row, const model::Link& link) const {
    std::vector<std::string> ids;
    for (const std::string& party : link.parties) {
        const std::string_view key = party == link.from ? "from" : (party == link.to ? "to" : "parties");
        const auto& actors = found(actors_, party);
        const auto& venues = found(venues_, party);
        const auto& named = actors.empty() ? venues : actors;  // an actor and its venue of the same name: the actor cooperates
        ids.push_back(named.size() == 1 ? named.front() : std::string());
        if (named.empty()) row.note(key, "unknown-party", {{"party", party}});
        if (named.size() > 1) row.note(key, "ambiguous-party", {{"party", party}, {"ids", fmt::format("{}", fmt::join(named, ", "))}});
    }
    return ids;
}

void PartyIndex::checkActor(RecordRow& row, const std::string& name) const {
    if (!found(actors_, name).empty() || !found(venues_, name).empty()) return;
    row.note(row.has("actor") ? "actor" : "name", "unknown-actor");
}

void PartyIndex::checkContract(RecordRow& row, const std::string& name) const {
    if (found(contracts_, name).empty()) row.note("contract", "unknown-contract");
}

}  // namespace raquette::ingest
