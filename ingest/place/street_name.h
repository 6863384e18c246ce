#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// The name of a street or lieu-dit as it is compared: `Av. du Gal de Gaulle` → avenue, {general, gaulle}.
struct StreetName {
    std::string type;                ///< `rue`, `avenue`, `za`…, abbreviations written out; empty for a lieu-dit's bare name
    std::vector<std::string> words;  ///< what tells it from others, folded; articles left out

    bool operator==(const StreetName&) const = default;
};

StreetName readStreetName(std::string_view name);

/// A type that names a place with streets in it rather than a street: `hameau`, `za`, `lotissement`…; so does no type at all.
bool isLocality(const StreetName& name);

/// How a typed name differs from an official one.
struct StreetAgreement {
    int typingErrors = 0;
    int missingWords = 0;   ///< words of the official name left out: `rue Gambetta` for `Rue Léon Gambetta`
    bool typeless = false;  ///< one of the two has no type

    auto operator<=>(const StreetAgreement&) const = default;
};
/// Whether both names are one street: the same type, unless one has none; each typed word agrees with a word of its own of the official
/// name, but for the errors forgiven in a word of that length (see spelling.h; none in a number) or an initial; and the last word, by which
/// people know a street, is among them. Nothing otherwise. No score decides: two streets that agree alike are a question, not an answer.
std::optional<StreetAgreement> agreement(const StreetName& typed, const StreetName& official);

// For those who look for a street's name among other words.

/// The words of a text, folded, those written in several made one: `lieu dit`, `zone artisanale`, `rond point`, `B.P.`
std::vector<std::string> streetWords(std::string_view text);
StreetName streetNameOf(std::span<const std::string> words);
/// `rue`, `bd`, `za`…
bool isStreetType(std::string_view word);
bool isMonth(std::string_view word);

}  // namespace raquette::ingest
