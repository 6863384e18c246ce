#include "gis/geometry/wkb.h"
#include "gis/store/cells.h"
#include "gis/store/layers.h"
#include "gis/store/scope_shape.h"

#include <algorithm>
#include <map>
#include <set>

namespace raquette::store {

namespace {

using enum ColumnType;

Wkb pointOf(const model::Place& place) {
    return place.position ? geometry::toWkb(*place.position) : Wkb();
}

void addOrigin(Row& row, const model::Origin& origin) {
    row.emplace_back(origin.source);
    row.emplace_back(static_cast<std::int64_t>(origin.row));
}

std::vector<Column> withOrigin(std::vector<Column> columns) {
    columns.push_back({"source"});
    columns.push_back({"source_row", Integer});
    return columns;
}

std::vector<Column> placedColumns() {
    std::vector<Column> columns = withOrigin({{"id"},
                                              {"name"},
                                              {"functions"},
                                              {"type"},
                                              {"labels"},
                                              {"network"},
                                              {"member"},
                                              {"status"},
                                              {"opened"},
                                              {"closed"},
                                              {"capacity", Integer},
                                              {"commune"},
                                              {"precision"},
                                              {"uncertainty_m", Real, "uncert_m"},
                                              {"method"}});
    const std::vector<Column> more{
        {"departement", Text, "dep"}, {"legal_form"}, {"address"}, {"siret"}, {"rna"}, {"website"}, {"notes"}, {"memberships"},
        {"itinerant", Integer},       {"confirmed"}};
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

Row placedRow(const model::Actor& actor) {
    Row row{cell(actor.id),
            cell(actor.name),
            cell(joined(actor.functions)),
            cell(actor.type),
            cell(joined(actor.labels)),
            cell(actor.network),
            std::string(name(actor.member)),
            cell(actor.status),
            cell(actor.opened),
            cell(actor.closed),
            cell(actor.capacity),
            cell(actor.place.commune),
            std::string(name(actor.place.precision)),
            actor.place.position ? Value(actor.place.uncertainty.value) : Value(),
            cell(actor.place.method)};
    addOrigin(row, actor.origin);
    for (const model::SharedText* text :
         {&actor.place.departement, &actor.legalForm, &actor.address, &actor.siret, &actor.rna, &actor.website, &actor.notes}) {
        row.push_back(cell(*text));
    }
    row.push_back(cell(membershipsText(actor.memberships)));
    row.emplace_back(actor.itinerant ? Value(std::int64_t{1}) : Value());
    row.push_back(cell(actor.confirmed));
    return row;
}

/// One `private_*` column for each private key that some record has: they stay in the store.
template <class Record>
std::vector<std::string> privateKeys(const std::vector<Record>& records) {
    std::set<std::string> keys;
    for (const Record& record : records) {
        for (const auto& [key, value] : record.privateFields) keys.insert(key);
    }
    return {keys.begin(), keys.end()};
}

void addVenueCells(Row& /*row*/, const model::Actor& /*has none*/) {}
void addVenueCells(Row& row, const model::Venue& venue) {
    row.push_back(cell(venue.rooms));
    row.push_back(cell(joined(venue.actors)));
    row.push_back(cell(joined(venue.actorIds)));
}

template <class Record>
Table placed(std::string name, const std::vector<Record>& records) {
    Table table{std::move(name), GeometryKind::Point, placedColumns(), records.size(), {}, {}};
    if (std::is_same_v<Record, model::Venue>) {
        for (const Column& column : {Column{"rooms", Integer}, {"actors"}, {"actor_ids"}}) table.columns.push_back(column);
    }
    const std::vector<std::string> keys = privateKeys(records);
    for (const std::string& key : keys) table.columns.push_back({"private_" + key, Text, "", true});
    table.row = [&records, keys](std::size_t i) {
        Row row = placedRow(records[i]);
        addVenueCells(row, records[i]);
        for (const std::string& key : keys) {
            const auto found = records[i].privateFields.find(key);
            row.push_back(found == records[i].privateFields.end() ? Value() : cell(found->second));
        }
        return row;
    };
    table.wkb = [&records](std::size_t i) { return pointOf(records[i].place); };
    return table;
}

/// 1 for a period said to have no end, which is not an unknown one.
Value openEnd(const model::Period& period) {
    return period.open ? Value(std::int64_t{1}) : Value();
}

Table contracts(const StudyState& state) {
    const auto& records = state.dataset.contracts;
    Table table{"contracts", GeometryKind::Polygons, {}, records.size(), {}, {}};
    table.columns =
        withOrigin({{"id"}, {"title"}, {"type"}, {"parties"}, {"scope"}, {"start"}, {"end"}, {"amount_eur_per_year", Real, "eur_a_year"}});
    table.columns.push_back({"purpose"});
    table.columns.push_back({"notes"});
    table.columns.push_back({"open_end", Integer});
    table.row = [&records](std::size_t i) {
        const model::Contract& contract = records[i];
        std::vector<std::string> scope;
        for (const model::TerritoryId& id : contract.scope) scope.push_back(id.text());
        Row row{contract.id,         cell(contract.title),        cell(contract.type),       cell(joined(contract.parties)),
                cell(joined(scope)), cell(contract.period.start), cell(contract.period.end), cell(contract.amountPerYear)};
        addOrigin(row, contract.origin);
        row.push_back(cell(contract.purpose));
        row.push_back(cell(contract.notes));
        row.push_back(openEnd(contract.period));
        return row;
    };
    table.wkb = [&state](std::size_t i) {
        const geometry::GeoShape shape = scopeShape(state, state.dataset.contracts[i].scope);
        return shape.empty() ? Wkb() : geometry::toWkb(shape);
    };
    return table;
}

Table amounts(const std::vector<model::Amount>& records) {
    Table table{"amounts", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = withOrigin({{"contract"}, {"funder"}, {"year", Integer}, {"amount_eur", Real}});
    table.columns.push_back({"contract_id"});
    table.row = [&records](std::size_t i) {
        const model::Amount& amount = records[i];
        Row row{cell(amount.contract), cell(amount.funder), cell(amount.year), amount.amount.value};
        addOrigin(row, amount.origin);
        row.push_back(cell(amount.contractId));
        return row;
    };
    return table;
}

Table grants(const std::vector<model::Grant>& records) {
    Table table{"grants", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = withOrigin({{"actor"}, {"scheme"}, {"year", Integer}, {"asked_eur", Real}, {"granted_eur", Real, "grantedeur"}});
    table.columns.push_back({"actor_id"});
    table.row = [&records](std::size_t i) {
        const model::Grant& grant = records[i];
        Row row{cell(grant.actor), cell(grant.scheme), cell(grant.year), cell(grant.asked), cell(grant.granted)};
        addOrigin(row, grant.origin);
        row.push_back(cell(grant.actorId));
        return row;
    };
    return table;
}

/// Where only sums may leave, what each has told of itself is private.
Table activity(const std::vector<model::Activity>& records, const model::PrivacyRules& privacy) {
    Table table{"activity", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = withOrigin({{"actor"},
                                {"year", Integer},
                                {"fte", Real},
                                {"staff", Integer},
                                {"budget_eur", Real},
                                {"events", Integer},
                                {"admissions", Integer},
                                {"members", Integer}});
    table.columns.push_back({"actor_id"});
    for (Column& column : table.columns) {
        static constexpr std::array figures{"fte", "staff", "budget_eur", "events", "admissions", "members"};
        column.isPrivate = privacy.smallest > 1 && std::ranges::find(figures, column.name) != figures.end();
    }
    table.row = [&records](std::size_t i) {
        const model::Activity& year = records[i];
        Row row{cell(year.actor),      cell(year.year),   year.fte ? Value(*year.fte) : Value(),
                cell(year.staff),      cell(year.budget), cell(year.events),
                cell(year.admissions), cell(year.members)};
        addOrigin(row, year.origin);
        row.push_back(cell(year.actorId));
        return row;
    };
    return table;
}

using Positions = std::map<std::string, geometry::LonLat, std::less<>>;

Positions positionsById(const model::Dataset& dataset) {
    Positions positions;
    const auto add = [&](const model::Actor& record) {
        if (record.place.position) positions.emplace(record.id, *record.place.position);
    };
    for (const model::Actor& actor : dataset.actors) add(actor);
    for (const model::Venue& venue : dataset.venues) add(venue);
    return positions;
}

/// One straight line between each two parties that are placed apart: a cooperation of several has no centre.
Wkb linesOf(const model::Link& link, const Positions& positions) {
    std::vector<geometry::LonLat> ends;
    for (const std::string& id : link.partyIds) {
        const auto found = positions.find(id);
        if (!id.empty() && found != positions.end() && std::ranges::find(ends, found->second) == ends.end()) ends.push_back(found->second);
    }
    std::vector<std::vector<geometry::LonLat>> lines;
    for (std::size_t a = 0; a < ends.size(); ++a) {
        for (std::size_t b = a + 1; b < ends.size(); ++b) lines.push_back({ends[a], ends[b]});
    }
    return lines.empty() ? Wkb() : geometry::toWkb(lines);
}

Table links(const model::Dataset& dataset) {
    const auto& records = dataset.links;
    Table table{"links", GeometryKind::Lines, {}, records.size(), {}, {}};
    table.columns = withOrigin({{"id"}, {"parties"}, {"from"}, {"to"}, {"intensity"}, {"nature"}, {"since"}, {"until"}});
    table.columns.push_back({"party_ids"});
    table.columns.push_back({"open_end", Integer});
    table.row = [&records](std::size_t i) {
        const model::Link& link = records[i];
        Row row{link.id,           cell(joined(link.parties)), cell(link.from),      cell(link.to), cell(name(link.intensity)),
                cell(link.nature), cell(link.period.start),    cell(link.period.end)};
        addOrigin(row, link.origin);
        row.push_back(cell(joined(link.partyIds)));
        row.push_back(openEnd(link.period));
        return row;
    };
    table.wkb = [&records, positions = positionsById(dataset)](std::size_t i) { return linesOf(records[i], positions); };
    return table;
}

}  // namespace

std::vector<Table> recordLayers(const StudyState& state) {
    const model::Dataset& dataset = state.dataset;
    std::vector<Table> tables;
    tables.push_back(contracts(state));
    tables.push_back(links(dataset));
    tables.push_back(placed("actors", dataset.actors));
    tables.push_back(placed("venues", dataset.venues));
    tables.push_back(amounts(dataset.amounts));
    tables.push_back(grants(dataset.grants));
    tables.push_back(activity(dataset.activities, state.study.privacy));
    return tables;
}

}  // namespace raquette::store
