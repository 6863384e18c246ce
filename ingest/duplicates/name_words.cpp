#include "ingest/duplicates/name_words.h"

#include "gis/text/fold.h"
#include "ingest/table/folding.h"
#include "ingest/table/vocabulary.h"

#include <algorithm>
#include <charconv>

namespace raquette::ingest {

NameWords::NameWords() {
    for (const std::vector<std::string>& row : vocabularyRows("name_words", 3)) {
        const std::string spelling = text::fold(row[0]);
        const std::string means = text::fold(row[1]);
        if (spelling.find(' ') != std::string::npos) {
            phrases_.emplace_back(" " + spelling + " ", " " + means + " ");
        } else if (!means.empty()) {
            means_[spelling] = means;
        }
        float weight = 1;
        if (row[2].empty()) continue;
        std::from_chars(row[2].data(), row[2].data() + row[2].size(), weight);
        weights_[spelling] = weight;
    }
    std::ranges::stable_sort(phrases_, std::ranges::greater(), [](const auto& phrase) { return phrase.first.size(); });
}

std::vector<std::string> NameWords::of(std::string_view name) const {
    std::string padded = " " + text::fold(name) + " ";
    for (const auto& [phrase, means] : phrases_) {
        const std::size_t at = padded.find(phrase);
        if (at != std::string::npos) padded.replace(at, phrase.size(), means);
    }
    std::vector<std::string> words;
    for (const std::string_view word : wordsOf(padded)) {
        if (word.empty()) continue;
        const auto found = means_.find(word);
        if (found == means_.end()) {
            words.emplace_back(word);
        } else {
            for (const std::string_view part : wordsOf(found->second)) words.emplace_back(part);
        }
    }
    return words;
}

float NameWords::weight(std::string_view word) const {
    const auto found = weights_.find(word);
    return found == weights_.end() ? 1 : found->second;
}

const NameWords& nameWords() {
    static const NameWords words;
    return words;
}

}  // namespace raquette::ingest
