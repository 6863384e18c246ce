#pragma once

#include "gis/model/actor.h"
#include "gis/model/reference.h"
#include "ingest/duplicates/statements.h"
#include "ingest/records/identifiers.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// A word of a name: where it stands in Identity::squashed, and what finding it in two names says.
struct NameWord {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
    float weight = 0;
    std::uint64_t letters = 0;  ///< see lettersOf()
};

/// What tells a record from others, made once so that two records compare in a microsecond.
struct Identity {
    const model::Actor* record = nullptr;
    std::uint32_t index = 0;               ///< among the records of its kind
    std::vector<NameWord> words;           ///< those that weigh something, each once
    std::string squashed;                  ///< the same, without spaces: `noct ambules` is `noctambules`
    std::string numbers;                   ///< its words that have a digit: « Salle 1 » is not « Salle 2 »
    std::array<std::uint64_t, 4> pairs{};  ///< which pairs of letters the name has, to pass over strangers fast
    int pairCount = 0;
    std::uint64_t letters = 0;  ///< of all its words
    float distinctive = 0;      ///< most that one of its words says
    float norm = 0;             ///< of the weights

    Identifiers identifiers;  ///< a number typed wrong counts as it stands

    std::string_view text(const NameWord& word) const { return std::string_view(squashed).substr(word.begin, word.length); }
    /// What it says beside its name: few are ever asked.
    const Statements& statements() const;

private:
    mutable std::once_flag asked_;
    mutable std::unique_ptr<const Statements> statements_;
};

/// How many of the records of one kind have each word of their names. Only words that two records share are kept.
class WordUses {
public:
    explicit WordUses(const std::vector<const model::Actor*>& records);

    /// What finding the word in two names says, a rare one most.
    float weight(const std::string& word) const;

private:
    struct Shared {
        std::uint64_t word = 0;  ///< its hash
        std::uint32_t records = 0;
    };
    std::vector<Shared> shared_;  ///< ascending
    double all_ = 0;
};

/// The records of one kind, made comparable a block at a time: those of a commune and its neighbours, not of the country.
class Identities {
public:
    Identities(std::vector<const model::Actor*> records, const model::Reference& reference);

    std::size_t size() const { return records_.size(); }
    const model::Actor& operator[](std::size_t i) const { return *records_[i]; }
    std::vector<Identity> of(std::span<const std::uint32_t> block) const;

    /// SIRET and RNA as numbers, to find those who share one; 0 when not stated.
    std::uint64_t siretOf(std::size_t i) const;
    std::uint64_t rnaOf(std::size_t i) const;

private:
    std::vector<const model::Actor*> records_;
    const model::Reference* reference_;
    WordUses uses_;
};

}  // namespace raquette::ingest
