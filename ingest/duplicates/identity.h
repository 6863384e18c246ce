#pragma once

#include "gis/model/actor.h"
#include "gis/model/reference.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace raquette::ingest {

/// A word of a name: which one of the study's, and what finding it in two names says.
struct NameWord {
    std::uint32_t word = 0;
    float weight = 0;
};

/// What tells a record from others, made once so that two records compare in a microsecond.
struct Identity {
    const model::Actor* record = nullptr;
    std::vector<NameWord> words;           ///< those that weigh something, each once
    std::string squashed;                  ///< the same, without spaces: `noct ambules` is `noctambules`
    std::string numbers;                   ///< its words that have a digit: « Salle 1 » is not « Salle 2 »
    std::array<std::uint64_t, 4> pairs{};  ///< which pairs of letters the name has, to pass over strangers fast
    int pairCount = 0;
    std::string acronym;    ///< first letters of its words
    float distinctive = 0;  ///< most that one of its words says
    float norm = 0;         ///< of the weights

    std::string siret, rna, website, host, address, email, phone;  ///< normalised; empty when not stated
    std::vector<std::string> kinds;                                ///< functions, else type, folded
    int openedYear = 0;                                            ///< 0: not stated
    bool placed = false;                                           ///< its position says more than its commune
};

/// The records of one kind, made comparable.
class Identities {
public:
    Identities(const std::vector<const model::Actor*>& records, const model::Reference& reference);

    const Identity& operator[](std::size_t i) const { return identities_[i]; }
    std::size_t size() const { return identities_.size(); }
    const std::string& word(std::uint32_t index) const { return words_[index]; }

private:
    std::vector<Identity> identities_;
    std::vector<std::string> words_;
};

}  // namespace raquette::ingest
