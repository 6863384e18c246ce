#include "gis/store/cells.h"
#include "gis/store/read_parts.h"

namespace raquette::store {

namespace {

model::Origin origin(const StoredRow& row) {
    return {row.text("source"), row.whole("source_row").value_or(0)};
}

std::optional<model::PartialDate> date(const StoredRow& row, const char* column) {
    return model::PartialDate::parse(row.text(column));
}

std::optional<model::Euros> euros(const StoredRow& row, const char* column) {
    const auto value = row.number(column);
    return value ? std::optional(model::Euros{*value}) : std::nullopt;
}

std::optional<int> year(const StoredRow& row) {
    const auto value = row.whole("year");
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

bool openEnd(const StoredRow& row) {
    return row.whole("open_end").value_or(0) == 1;
}

/// The ids found for as many names: a list that ends in empty ones is cut short in the store.
std::vector<std::string> idsFor(const std::vector<std::string>& names, const std::string& ids) {
    std::vector<std::string> found = split(ids);
    found.resize(names.size());
    return found;
}

model::Place readPlace(const StoredRow& row) {
    return {row.point(),
            named(row.text("precision"), model::Precision::Departement, model::Precision::Departement),
            {row.number("uncertainty_m").value_or(0)},
            row.text("method"),
            row.text("commune"),
            row.text("departement")};
}

void readActor(const StoredRow& row, model::Actor& actor) {
    actor.id = row.text("id");
    actor.origin = origin(row);
    actor.name = row.text("name");
    actor.functions = model::shared(split(row.text("functions")));
    actor.type = row.text("type");
    actor.labels = model::shared(split(row.text("labels")));
    actor.legalForm = row.text("legal_form");
    actor.network = row.text("network");
    actor.member = membershipNamed(row.text("member"));
    actor.status = row.text("status");
    actor.opened = date(row, "opened");
    actor.closed = date(row, "closed");
    actor.capacity = row.whole("capacity");
    actor.address = row.text("address");
    actor.siret = row.text("siret");
    actor.rna = row.text("rna");
    actor.website = row.text("website");
    actor.notes = row.text("notes");
    actor.place = readPlace(row);
    actor.memberships = readMemberships(row.text("memberships"));
    actor.itinerant = row.whole("itinerant").value_or(0) == 1;
    actor.confirmed = date(row, "confirmed");
}

model::Contract readContract(const StoredRow& row) {
    model::Contract contract;
    contract.id = row.text("id");
    contract.origin = origin(row);
    contract.title = row.text("title");
    contract.type = row.text("type");
    contract.parties = split(row.text("parties"));
    for (const std::string& id : split(row.text("scope"))) {
        if (const auto territory = model::TerritoryId::parse(id)) contract.scope.push_back(*territory);
    }
    contract.period = {date(row, "start"), date(row, "end"), openEnd(row)};
    contract.amountPerYear = euros(row, "amount_eur_per_year");
    contract.purpose = row.text("purpose");
    contract.notes = row.text("notes");
    return contract;
}

model::Link readLink(const StoredRow& row) {
    model::Link link;
    link.id = row.text("id");
    link.origin = origin(row);
    link.parties = split(row.text("parties"));
    link.partyIds = idsFor(link.parties, row.text("party_ids"));
    link.from = row.text("from");
    link.to = row.text("to");
    link.intensity = named(row.text("intensity"), model::Intensity::Triple, model::Intensity::Unknown);
    link.nature = row.text("nature");
    link.period = {date(row, "since"), date(row, "until"), openEnd(row)};
    return link;
}

model::Activity readActivity(const StoredRow& row) {
    return {origin(row),          row.text("actor"),        year(row),           row.number("fte"),
            row.whole("staff"),   euros(row, "budget_eur"), row.whole("events"), row.whole("admissions"),
            row.whole("members"), row.text("actor_id")};
}

}  // namespace

void readRecords(StoredTables& store, StudyState& state) {
    model::Dataset& data = state.dataset;
    store.read("actors", [&](const StoredRow& row) { readActor(row, data.actors.emplace_back()); });
    store.read("venues", [&](const StoredRow& row) {
        readActor(row, data.venues.emplace_back());
        model::Venue& venue = data.venues.back();
        venue.rooms = row.whole("rooms");
        venue.actors = split(row.text("actors"));
        venue.actorIds = idsFor(venue.actors, row.text("actor_ids"));
    });
    store.read("contracts", [&](const StoredRow& row) { data.contracts.push_back(readContract(row)); });
    store.read("amounts", [&](const StoredRow& row) {
        data.amounts.push_back({origin(row),
                                row.text("contract"),
                                row.text("funder"),
                                year(row),
                                {row.number("amount_eur").value_or(0)},
                                row.text("contract_id")});
    });
    store.read("grants", [&](const StoredRow& row) {
        data.grants.push_back({origin(row), row.text("actor"), row.text("scheme"), year(row), euros(row, "asked_eur"),
                               euros(row, "granted_eur"), row.text("actor_id")});
    });
    store.read("activity", [&](const StoredRow& row) { data.activities.push_back(readActivity(row)); });
    store.read("links", [&](const StoredRow& row) { data.links.push_back(readLink(row)); });
}

}  // namespace raquette::store
