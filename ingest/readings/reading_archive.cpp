#include "ingest/readings/readings.h"

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/optional.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include <sstream>
#include <stdexcept>

// What a record holds, in the order it is archived. A field forgotten here is lost where a source is not read again: the test compares
// what comes back with what went in. cereal finds these functions beside their types, wherever they are instantiated.
// NOLINTBEGIN(misc-use-internal-linkage, misc-const-correctness)

namespace raquette::geometry {

template <class Archive>
void serialize(Archive& archive, LonLat& at) {
    archive(at.lon, at.lat);
}

}  // namespace raquette::geometry

namespace raquette::model {

template <class Archive>
std::string save_minimal(const Archive&, const SharedText& text) {
    return text.str();
}
template <class Archive>
void load_minimal(const Archive&, SharedText& text, const std::string& value) {
    text = value;
}
template <class Archive>
std::string save_minimal(const Archive&, const PartialDate& date) {
    return date.text();
}
template <class Archive>
void load_minimal(const Archive&, PartialDate& date, const std::string& value) {
    const auto read = PartialDate::parse(value);
    if (!read) throw std::runtime_error("no date");
    date = *read;
}
template <class Archive, class Unit>
void serialize(Archive& archive, Quantity<Unit>& quantity) {
    archive(quantity.value);
}
template <class Archive>
void save(Archive& archive, const PrivateFields& fields) {
    archive(PrivateFields::Fields(fields.begin(), fields.end()));
}
template <class Archive>
void load(Archive& archive, PrivateFields& fields) {
    PrivateFields::Fields read;
    archive(read);
    for (auto& [key, value] : read) fields[key] = std::move(value);
}
template <class Archive>
void serialize(Archive& archive, TerritoryId& territory) {
    archive(territory.level, territory.code);
}
template <class Archive>
void serialize(Archive& archive, Period& period) {
    archive(period.start, period.end, period.open);
}
template <class Archive>
void serialize(Archive& archive, Origin& origin) {
    archive(origin.source, origin.row);
}
template <class Archive>
void serialize(Archive& archive, NetworkMembership& membership) {
    archive(membership.network, membership.member);
}
template <class Archive>
void serialize(Archive& archive, Place& place) {
    archive(place.position, place.precision, place.uncertainty, place.method, place.commune, place.departement);
}
template <class Archive>
void serialize(Archive& archive, Actor& actor) {
    archive(actor.id, actor.origin, actor.name, actor.functions, actor.type, actor.labels, actor.legalForm, actor.network, actor.member,
            actor.itinerant, actor.status, actor.opened, actor.closed, actor.capacity, actor.address, actor.siret, actor.rna, actor.website,
            actor.notes, actor.privateFields, actor.place, actor.memberships, actor.ownId);
}
template <class Archive>
void serialize(Archive& archive, Venue& venue) {
    archive(static_cast<Actor&>(venue), venue.rooms, venue.actors, venue.actorIds);
}
template <class Archive>
void serialize(Archive& archive, Contract& contract) {
    archive(contract.id, contract.origin, contract.title, contract.type, contract.parties, contract.scope, contract.period,
            contract.amountPerYear, contract.purpose, contract.notes);
}
template <class Archive>
void serialize(Archive& archive, Amount& amount) {
    archive(amount.origin, amount.contract, amount.funder, amount.year, amount.amount, amount.contractId);
}
template <class Archive>
void serialize(Archive& archive, Grant& grant) {
    archive(grant.origin, grant.actor, grant.scheme, grant.year, grant.asked, grant.granted, grant.actorId);
}
template <class Archive>
void serialize(Archive& archive, Activity& year) {
    archive(year.origin, year.actor, year.year, year.fte, year.staff, year.budget, year.events, year.admissions, year.members,
            year.actorId);
}
template <class Archive>
void serialize(Archive& archive, Link& link) {
    archive(link.id, link.origin, link.parties, link.partyIds, link.from, link.to, link.intensity, link.nature, link.period);
}
template <class Archive>
void serialize(Archive& archive, Issue& issue) {
    archive(issue.effect, issue.source, issue.file, issue.sheet, issue.row, issue.column, issue.value, issue.rule, issue.action, issue.what,
            issue.facts);
}
template <class Archive>
void serialize(Archive& archive, SourceSummary& summary) {
    archive(summary.id, summary.kind, summary.path, summary.contributor, summary.licence, summary.date, summary.asked, summary.answered,
            summary.statesSurveyed, summary.rows, summary.kept, summary.rejected, summary.merged);
}

}  // namespace raquette::model

namespace raquette::ingest {

template <class Archive>
void serialize(Archive& archive, RecognisedColumn& column) {
    archive(column.source, column.column, column.key, column.reason, column.filled, column.samples);
}
template <class Archive>
void serialize(Archive& archive, RejectedRows& rejects) {
    archive(rejects.source, rejects.header, rejects.rows);
}
template <class Archive>
void serialize(Archive& archive, SkippedRow& row) {
    archive(row.number, row.why, row.text);
}
template <class Archive>
void serialize(Archive& archive, TableReading& table) {
    archive(table.source, table.file, table.format, table.encoding, table.separator, table.sheet, table.otherSheets, table.rowsAreNumbered,
            table.headerRow, table.headerRows, table.columns, table.rows, table.skipped);
}
template <class Archive>
void serialize(Archive& archive, ReadSource& reading) {
    model::Dataset& dataset = reading.result.dataset;
    archive(dataset.actors, dataset.venues, dataset.contracts, dataset.amounts, dataset.grants, dataset.activities, dataset.links,
            dataset.sources, dataset.issues, reading.result.columns, reading.result.rejects, reading.result.tables, reading.ownIds,
            reading.takenIds);
}

// NOLINTEND(misc-use-internal-linkage, misc-const-correctness)

std::string archived(const ReadSource& reading) {
    std::ostringstream bytes;
    cereal::PortableBinaryOutputArchive archive(bytes);
    archive(reading);
    return std::move(bytes).str();
}

std::optional<ReadSource> unarchived(const std::string& bytes) {
    try {
        std::istringstream stream(bytes);
        cereal::PortableBinaryInputArchive archive(stream);
        std::optional<ReadSource> reading{std::in_place};
        archive(*reading);
        model::TextPool texts;
        for (model::Actor& actor : reading->result.dataset.actors) shareTexts(actor, texts);
        for (model::Venue& venue : reading->result.dataset.venues) shareTexts(venue, texts);
        return reading;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace raquette::ingest
