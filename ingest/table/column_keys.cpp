#include "ingest/table/column_keys.h"

#include <array>
#include <map>

namespace raquette::ingest {

namespace {

using model::SourceKind;
using Keys = std::vector<std::string_view>;

const Keys common{"id",      "name",  "functions",   "type",      "labels",   "legal_form",  "address", "postcode",
                  "city",    "insee", "departement", "longitude", "latitude", "coordinates", "crs",     "opened",
                  "closed",  "rooms", "capacity",    "siret",     "rna",      "network",     "member",  "status",
                  "contact", "email", "phone",       "website",   "notes",    "publication"};

// A list of structures may hold their figures too: of a year, or one row for each year.
const Keys figures{"year", "fte", "staff", "budget", "events", "admissions", "members", "scheme", "asked", "granted", "amount"};

Keys with(Keys keys, std::initializer_list<std::string_view> more) {
    keys.insert(keys.end(), more);
    return keys;
}

const std::map<SourceKind, Keys> own{
    {SourceKind::Actors, figures},
    {SourceKind::Venues, with(figures, {"actor"})},
    {SourceKind::Contracts, {"title", "parties", "scope", "start", "end", "duration", "purpose", "amount", "funder", "year"}},
    {SourceKind::Amounts, {"contract", "funder", "year", "amount"}},
    {SourceKind::Grants, {"actor", "scheme", "year", "asked", "granted"}},
    {SourceKind::Links, {"from", "to", "parties", "intensity", "nature", "since", "until"}},
    {SourceKind::Activity, {"actor", "year", "fte", "staff", "budget", "events", "admissions", "members"}}};

std::map<SourceKind, Keys> allKeys() {
    std::map<SourceKind, Keys> all = own;
    for (auto& [kind, keys] : all) keys.insert(keys.begin(), common.begin(), common.end());
    return all;
}

}  // namespace

const std::vector<std::string_view>& columnKeys(SourceKind kind) {
    static const std::map<SourceKind, Keys> all = allKeys();
    return all.at(kind);
}

std::span<const std::string_view> personalKeys() {
    static constexpr std::array<std::string_view, 3> keys{"contact", "email", "phone"};
    return keys;
}

}  // namespace raquette::ingest
