#include "ingest/contributions/record_fields.h"

#include "ingest/contributions/digest.h"
#include "ingest/duplicates/record_values.h"
#include "ingest/table/column_keys.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using Said = std::vector<std::pair<std::string, std::string>>;

constexpr std::array<std::string_view, 29> contributed{
    "confirmed", "kind",   "comment", "contest", "name",     "functions", "type",  "labels",      "legal_form", "network",
    "member",    "status", "opened",  "closed",  "capacity", "rooms",     "insee", "coordinates", "address",    "postcode",
    "city",      "siret",  "rna",     "website", "notes",    "contact",   "email", "phone",       "actor"};
constexpr std::array<std::string_view, 8> ofLinks{"from", "to", "parties", "intensity", "nature", "since", "until", "departement"};
constexpr std::array<std::string_view, 6> places{"insee", "coordinates", "address", "postcode", "city", "departement"};

template <class Names>
bool has(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// « lat, lon », where somebody said where it stands and no code stands for it.
std::string coordinatesText(const model::Place& place) {
    if (!place.position || place.precision != model::Precision::Exact) return {};
    return fmt::format("{:.6f}, {:.6f}", place.position->lat, place.position->lon);
}

void addActor(const model::Actor& actor, Said& said) {
    const auto add = [&](std::string_view field, std::string text) {
        if (!text.empty()) said.emplace_back(field, std::move(text));
    };
    for (const RecordValue& value : recordValues()) add(value.name, value.text(actor));
    add("insee", actor.place.commune);
    add("coordinates", coordinatesText(actor.place));
    for (const std::string_view key : personalKeys()) {
        const auto found = actor.privateFields.find(std::string(key));
        if (found != actor.privateFields.end() && !found->second.empty()) said.emplace_back(key, found->second);
    }
}

}  // namespace

std::string textIn(const FieldState& fields, const std::string& record, std::string_view field) {
    const auto found = fields.find({record, std::string(field)});
    return found == fields.end() ? std::string() : found->second;
}

bool isContributedField(std::string_view field) {
    return has(contributed, field) || has(ofLinks, field);
}

bool isRemark(std::string_view field) {
    return field == "comment" || field == "contest";
}

bool isConfirmation(std::string_view field) {
    return field == "confirmed";
}

bool isPersonalField(std::string_view field) {
    return has(personalKeys(), field);
}

bool isPlaceField(std::string_view field) {
    return has(places, field);
}

Said fieldsOf(const model::Actor& actor) {
    Said said;
    addActor(actor, said);
    return said;
}

Said fieldsOf(const model::Venue& venue) {
    Said said;
    addActor(venue, said);
    if (venue.rooms) said.emplace_back("rooms", std::to_string(*venue.rooms));
    if (!venue.actors.empty()) said.emplace_back("actor", fmt::format("{}", fmt::join(venue.actors, " | ")));
    return said;
}

FieldState fieldsOf(const model::Dataset& dataset) {
    FieldState state;
    const auto add = [&](const auto& record) {
        for (auto& [field, text] : fieldsOf(record)) state.insert_or_assign({record.id.str(), std::move(field)}, std::move(text));
    };
    std::ranges::for_each(dataset.actors, add);
    std::ranges::for_each(dataset.venues, add);
    return state;
}

std::string versionOf(const FieldState& fields) {
    constexpr std::size_t digits = 16;
    std::string all;
    for (const auto& [where, text] : fields) {
        if (isPersonalField(where.second)) continue;
        for (const std::string* part : {&where.first, &where.second, &text}) {
            all += *part;
            all += '\0';
        }
    }
    return digestOf(all).substr(0, digits);
}

}  // namespace raquette::ingest
