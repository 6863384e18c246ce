#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// An open list of the field's words, with the spellings people use for each (a file of data/vocabulary: `word,fr,en,spellings`).
class Vocabulary {
public:
    /// Reads data/vocabulary/NAME.csv. Throws model::Error when it is missing or broken.
    explicit Vocabulary(std::string_view name);

    /// The word meant by a spelling in either language, whatever its case and accents; nothing when the list does not have it.
    std::optional<std::string> find(std::string_view spelling) const;
    /// The same, else the text itself.
    std::string orItself(std::string_view text) const;
    /// The words of a cell that may hold several, between `,` `/` `|` `;` or the word "et". Words the list does not have stay as they are.
    std::vector<std::string> words(std::string_view cell) const;

private:
    void addWords(std::vector<std::string>& words, std::string_view part) const;

    std::map<std::string, std::string> bySpelling_;  ///< folded spelling → word
};

// Read once, kept for the life of the program.
const Vocabulary& functions();
const Vocabulary& legalForms();
const Vocabulary& contractTypes();
const Vocabulary& intensities();

/// Rows of data/vocabulary/NAME.csv under its header.
std::vector<std::vector<std::string>> vocabularyRows(std::string_view name, std::size_t columns);

}  // namespace raquette::ingest
