#pragma once

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
    float weight(const std::string& word) const;

private:
    std::vector<std::pair<std::string, std::string>> phrases_;  ///< of several words, longest first
    std::unordered_map<std::string, std::string> means_;
    std::unordered_map<std::string, float> weights_;
};

/// Read once, kept for the life of the program.
const NameWords& nameWords();

}  // namespace raquette::ingest
