#include "gis/text/fold.h"
#include "ingest/place/georeference.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace raquette::ingest {

using model::nowhere;
using model::Place;
using Outcome = AddressAnswer::Outcome;

namespace {

/// That of an arrondissement's code, when the row states no other: 75103 → 75003.
std::string postcodeOf(const RecordRow& row, const std::string& typed) {
    const std::string insee = row.text("insee");
    if (!typed.empty() || insee.size() != 5) return typed;
    if (insee.starts_with("751")) return "750" + insee.substr(3);
    if (insee.starts_with("6938")) return "6900" + insee.substr(4);
    if (insee.starts_with("132")) return "130" + insee.substr(3);
    return {};
}

}  // namespace

void Georeferencer::tellNotFound(RecordRow& row, const AddressAnswer& answer) const {
    const IssueValues values{{"candidates", fmt::format("{}", fmt::join(answer.candidates, " ; "))}};
    if (answer.outcome == Outcome::NoExtract) {
        row.noteAlike("address", "address-no-extract");
    } else if (answer.outcome == Outcome::Ambiguous) {
        row.note("address", "address-ambiguous", values);
    } else if (answer.candidates.empty()) {
        row.noteAlike("address", "address-not-found");
    } else {
        row.note("address", "address-candidates", values);
    }
}

Georeferencer::AddressContext Georeferencer::contextOf(const RecordRow& row, const Named& named) const {
    return {named.commune, named.method, postcodeOf(row, named.postcode), text::fold(readTownCell(row.text("city")).name)};
}

void Georeferencer::settleByAddress(RecordRow& row, Named& named) const {
    if (!addresses_ || named.commune != nowhere || named.mayBe.empty() || !row.has("address")) return;
    const StreetAddress address = readAddress(row.joined("address"));
    if (address.empty()) return;
    const AddressContext context = contextOf(row, named);
    std::int32_t answering = nowhere;
    for (const std::int32_t commune : named.mayBe) {
        const auto outcome = addresses_->find({address, commune, context.postcode, context.town, named.method == "postcode"}).outcome;
        if (outcome == Outcome::NotFound) continue;
        if (answering != nowhere || outcome != Outcome::Found) return;  // a commune without an extract may have it as well
        answering = commune;
    }
    if (answering == nowhere) return;
    const model::Commune& commune = gazetteer_.commune(answering);
    const std::int32_t stated = gazetteer_.departementNamed(row.text("departement"));
    if (stated != nowhere && stated != commune.departement) return;
    named.commune = answering;
    const IssueValues values{{"name", commune.name}, {"code", commune.code}};
    if (row.text("city").empty()) {
        row.noteAlike("address", "commune-by-address", values);
    } else {
        row.note("city", "commune-by-address", values);
    }
}

std::optional<Place> Georeferencer::atAddress(RecordRow& row, const AddressContext& context) const {
    if (!addresses_ || context.commune == nowhere || !row.has("address")) return std::nullopt;
    const StreetAddress address = readAddress(row.joined("address"));
    if (address.postBoxOnly) row.noteAlike("address", "post-box");
    if (address.empty()) return std::nullopt;
    const AddressAnswer answer = addresses_->find({address, context.commune, context.postcode, context.town});
    if (answer.outcome != Outcome::Found) {
        tellNotFound(row, answer);
        return std::nullopt;
    }
    if (answer.typingErrors > 0) row.note("address", "address-spelling", {{"official", answer.official}});
    if (answer.nearestNumber > 0) row.noteAlike("address", "nearest-number", {{"number", std::to_string(answer.nearestNumber)}});
    const model::Commune& commune = gazetteer_.commune(context.commune);
    Place place;
    place.position = answer.at;
    place.precision = answer.precision;
    place.uncertainty = answer.uncertainty;
    place.method = fmt::format("address:{}+{}", answer.fields, context.method);
    place.commune = commune.code;
    place.departement = gazetteer_.departementCode(commune.departement);
    return place;
}

}  // namespace raquette::ingest
