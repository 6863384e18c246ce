#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace raquette::ingest {

/// A commune's name, typed or official, in the forms it is compared in.
struct CommuneName {
    std::string key;      ///< folded, abbreviations written out: `CHALON S/ SAONE` → `chalon sur saone`
    std::string loose;    ///< without articles and prepositions: `chalon saone`
    std::string written;  ///< as given
};

/// From a cell: CEDEX, an arrondissement of Paris, Lyon or Marseille and a postal code before or after the name are left out.
CommuneName readCommuneName(std::string_view text);

/// What a city cell says besides the name: `75003 Paris`, `Paris 3e`, `LYON CEDEX 03` (none: its number is the post's).
struct TownCell {
    std::string name;
    std::string postcode;  ///< typed there, or that of the arrondissement; empty otherwise
};
TownCell readTownCell(std::string_view cell);

/// How a typed name agrees with an official one, best first.
enum class NameMatch {
    Same,
    Loose,     ///< but for articles and prepositions
    Partial,   ///< every typed word is one of its words: `Châlons` for Châlons-en-Champagne; only within a postal code
    Misspelt,  ///< but for the typing errors forgiven in a name of that length (spelling.h)
};
struct NameAgreement {
    NameMatch match = NameMatch::Same;
    int errors = 0;
    bool former = false;  ///< with the name of a commune merged into it

    auto operator<=>(const NameAgreement&) const = default;
};
std::optional<NameAgreement> agreement(const CommuneName& typed, const CommuneName& official);

}  // namespace raquette::ingest
