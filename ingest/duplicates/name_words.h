#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace raquette::ingest {

/// How names are written and what their words are worth when two are compared (data/vocabulary/name_words.csv): `asso` is `association`,
/// which tells nobody apart; `théâtre` tells little.
class NameWords {
public:
    NameWords();

    /// The words of a name, folded, abbreviations opened and phrases shortened to the one form we compare.
    std::vector<std::string> of(std::string_view name) const;
    /// From 0 (tells nothing) to 1 (any word the list does not have), before its frequency in the study.
    float weight(std::string_view word) const;

private:
    /// A word looked up without a copy of it.
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <class Value>
    using ByWord = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    std::vector<std::pair<std::string, std::string>> phrases_;  ///< of several words between spaces, longest first
    ByWord<std::string> means_;
    ByWord<float> weights_;
};

/// Read once, kept for the life of the program.
const NameWords& nameWords();

}  // namespace raquette::ingest
