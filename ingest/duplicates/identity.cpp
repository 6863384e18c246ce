#include "ingest/duplicates/identity.h"

#include "gis/text/fold.h"
#include "ingest/duplicates/jaro_winkler.h"
#include "ingest/duplicates/name_words.h"
#include "ingest/records/text_hash.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>
#include <tbb/task_arena.h>
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <functional>
#include <utility>

namespace raquette::ingest {

namespace {

using Words = std::vector<std::string>;

/// A commune's own name in a name (« Jazz à Vienne », at Vienne) tells little more than the commune.
constexpr float ofItsCommune = 0.35F;

bool hasDigit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// The words of a name that weigh something; all of them where none does (« L'Association »).
Words meaningful(const std::string& name) {
    const NameWords& list = nameWords();
    Words words;
    for (std::string& word : list.of(name)) {
        if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
    }
    const auto weighs = [&](const std::string& word) { return list.weight(word) > 0; };
    if (std::ranges::any_of(words, weighs)) std::erase_if(words, std::not_fn(weighs));
    return words;
}

/// The words of a commune's name. Records mostly come commune by commune: the last one is remembered.
class Home {
public:
    explicit Home(const model::Reference& reference) : reference_(reference) {}

    bool names(const model::SharedText& commune, const std::string& word) {
        if (!(commune == code_)) {
            code_ = commune;
            const std::int32_t index = commune.empty() ? model::nowhere : indexOf(reference_.communes, commune);
            words_ = index == model::nowhere ? Words() : nameWords().of(reference_.communes[static_cast<std::size_t>(index)].name);
        }
        return std::ranges::find(words_, word) != words_.end();
    }

private:
    const model::Reference& reference_;
    model::SharedText code_;
    Words words_;
};

void fillPairs(Identity& identity) {
    const std::string& text = identity.squashed;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto pair = static_cast<unsigned>(static_cast<unsigned char>(text[i]) * 37 + static_cast<unsigned char>(text[i + 1]));
        identity.pairs[pair / 64 % 4] |= std::uint64_t{1} << (pair % 64);
    }
    for (const std::uint64_t bits : identity.pairs) identity.pairCount += std::popcount(bits);
}

Identifiers identifiersOf(const model::Actor& record) {
    Identifiers numbers = record.siret.empty() ? Identifiers() : sharedNumber(record.siret);
    if (!record.rna.empty()) numbers.rna = sharedNumber(record.rna).rna;
    return numbers;
}

void fill(const model::Actor& record, const WordUses& uses, Home& home, Identity& identity) {
    identity.record = &record;
    identity.identifiers = identifiersOf(record);
    const Words words = meaningful(record.name);
    identity.words.reserve(words.size());
    for (const std::string& word : words) {
        const float weight = uses.weight(word) * (home.names(record.place.commune, word) ? ofItsCommune : 1);
        const auto begin = static_cast<std::uint32_t>(identity.squashed.size());
        identity.words.push_back({begin, static_cast<std::uint32_t>(word.size()), weight, lettersOf(word)});
        identity.letters |= identity.words.back().letters;
        identity.distinctive = std::max(identity.distinctive, weight);
        identity.norm += weight * weight;
        identity.squashed += word;
        if (hasDigit(word)) identity.numbers += word + " ";
    }
    identity.norm = std::sqrt(identity.norm);
    fillPairs(identity);
}

std::uint64_t numberIn(const std::string& code, int base) {
    std::uint64_t number = 0;
    std::from_chars(code.data(), code.data() + code.size(), number, base);
    return number;
}

}  // namespace

const Statements& Identity::statements() const {
    std::call_once(asked_, [this] { statements_ = std::make_unique<const Statements>(statementsOf(*record)); });
    return *statements_;
}

// As if among a thousand more: in a list of three, what two share is not common for that.
WordUses::WordUses(const std::vector<const model::Actor*>& records) : all_(static_cast<double>(records.size()) + 1000) {
    (void)text::fold("é");  // made once, before threads share it
    (void)nameWords();
    tbb::enumerable_thread_specific<std::vector<std::uint64_t>> found;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, records.size()), [&](const auto& range) {
        std::vector<std::uint64_t>& hashes = found.local();
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            for (const std::string& word : meaningful(records[i]->name)) hashes.push_back(hashOf(word));
        }
    });
    std::vector<std::uint64_t> hashes;
    for (std::vector<std::uint64_t>& some : found) {
        hashes.insert(hashes.end(), some.begin(), some.end());
        some = {};
    }
    tbb::parallel_sort(hashes);
    for (auto begin = hashes.begin(); begin != hashes.end();) {
        const auto end = std::find_if(begin, hashes.end(), [&](std::uint64_t other) { return other != *begin; });
        if (end - begin > 1) shared_.push_back({*begin, static_cast<std::uint32_t>(end - begin)});
        begin = end;
    }
}

float WordUses::weight(const std::string& word) const {
    const auto found = std::ranges::lower_bound(shared_, hashOf(word), {}, &Shared::word);
    const std::uint32_t uses = found != shared_.end() && found->word == hashOf(word) ? found->records : 1;
    const double rarity = std::log(all_ / static_cast<double>(uses)) / std::log(all_);
    return std::max(0.05F, nameWords().weight(word)) * static_cast<float>(std::clamp(rarity, 0.15, 1.0));
}

Identities::Identities(std::vector<const model::Actor*> records, const model::Reference& reference)
    : records_(std::move(records)), reference_(&reference), uses_(records_) {}

std::vector<Identity> Identities::of(std::span<const std::uint32_t> block) const {
    std::vector<Identity> identities(block.size());
    const auto fillSome = [&](const auto& range) {
        Home home(*reference_);
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            identities[i].index = block[i];
            fill(*records_[block[i]], uses_, home, identities[i]);
        }
    };
    // Alone: a thread that waits here must not begin another block.
    tbb::this_task_arena::isolate([&] { tbb::parallel_for(tbb::blocked_range<std::size_t>(0, block.size(), 256), fillSome); });
    return identities;
}

std::uint64_t Identities::siretOf(std::size_t i) const {
    return records_[i]->siret.empty() ? 0 : numberIn(sharedNumber(records_[i]->siret).siret, 10);
}

std::uint64_t Identities::rnaOf(std::size_t i) const {
    return records_[i]->rna.empty() ? 0 : numberIn(sharedNumber(records_[i]->rna).rna, 36);
}

}  // namespace raquette::ingest
