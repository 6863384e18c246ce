#pragma once

#include "gis/model/study.h"

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
    /// The words of a cell that may hold several, between `,` `;` `/` `|` `+`, line breaks or the word "et". What stands in brackets
    /// explains the word before it. Words the list does not have stay as they are, and go to `unknown` where that is given.
    std::vector<std::string> words(std::string_view cell, std::vector<std::string>* unknown = nullptr) const;
    /// Adds a study's own words: each stands for one of the list, or for itself, which then is a word of the list.
    void learn(const std::map<std::string, std::string>& words);

private:
    struct Words;
    void addWords(Words& words, std::string_view part) const;

    std::map<std::string, std::string> bySpelling_;  ///< folded spelling → word
};

// Read once, kept for the life of the program.
const Vocabulary& functions();
const Vocabulary& legalForms();
const Vocabulary& contractTypes();
const Vocabulary& intensities();

/// The vocabularies a study reads its lists with: those of data/vocabulary and its own `[vocabulary]`.
struct Vocabularies {
    Vocabulary functions;
    Vocabulary legalForms;
    Vocabulary contractTypes;
    Vocabulary intensities;
};
Vocabularies vocabulariesOf(const model::Study& study);

/// Rows of data/vocabulary/NAME.csv under its header.
std::vector<std::vector<std::string>> vocabularyRows(std::string_view name, std::size_t columns);

}  // namespace raquette::ingest
