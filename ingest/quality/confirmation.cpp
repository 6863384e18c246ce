#include "ingest/quality/confirmation.h"

#include "ingest/contributions/record_fields.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using model::PartialDate;

using Dates = std::unordered_map<std::string, PartialDate>;

void keepLater(std::optional<PartialDate>& latest, const std::optional<PartialDate>& date) {
    if (date && (!latest || date->last() > latest->last())) latest = date;
}

void keepLater(Dates& dates, const std::string& record, const std::optional<PartialDate>& date) {
    if (!date) return;
    const auto [found, isNew] = dates.try_emplace(record, *date);
    if (!isNew && date->last() > found->second.last()) found->second = *date;
}

std::optional<PartialDate> dateIn(const Dates& dates, const std::string& key) {
    const auto found = dates.find(key);
    return found == dates.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

void dateConfirmations(const model::Study& study, const std::vector<model::Contribution>& accepted, model::Dataset& dataset) {
    Dates lists;
    for (const model::SourceDeclaration& source : study.sources) keepLater(lists, source.id, PartialDate::parse(source.date));
    Dates records;  // what rows joined to them, and people, say
    for (const model::Provenance& said : dataset.provenance) keepLater(records, said.record, dateIn(lists, said.origin.source.str()));
    for (const model::Contribution& contribution : accepted) {
        for (const model::FieldChange& change : contribution.changes) {
            if (!isRemark(change.field))
                keepLater(records, change.record, PartialDate::parse(isConfirmation(change.field) ? change.after : contribution.date));
        }
    }
    const auto date = [&](model::Actor& record) {
        keepLater(record.confirmed, dateIn(lists, record.origin.source.str()));
        keepLater(record.confirmed, dateIn(records, record.id.str()));
        if (record.ownId != record.id) keepLater(record.confirmed, dateIn(records, record.ownId.str()));
    };
    for (model::Venue& venue : dataset.venues) date(venue);
    for (model::Actor& actor : dataset.actors) date(actor);
}

}  // namespace raquette::ingest
