#include "ingest/duplicates/comparer.h"

#include "ingest/records/text_hash.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>
#include <tbb/task_arena.h>
#include <algorithm>
#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>

namespace raquette::ingest {

namespace {

/// In parallel, but alone: a thread that waits for the others must not begin another block meanwhile.
void forEach(std::size_t count, const auto& work) {
    constexpr std::size_t grain = 64;
    const auto some = [&](const auto& range) {
        for (std::size_t i = range.begin(); i < range.end(); ++i) work(i);
    };
    tbb::this_task_arena::isolate([&] { tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, grain), some); });
}

/// A word this many records of a large block have tells none of them apart.
constexpr std::size_t commonWord = 100;

bool before(const Pair& a, const Pair& b) {
    return std::tuple(-a.comparison.score, a.a, a.b) < std::tuple(-b.comparison.score, b.a, b.b);
}

/// A word of a record, as a hash, and those of its words that have a digit: names whose numbers differ are never one.
struct WordOf {
    std::uint64_t word = 0;
    std::uint32_t numbers = 0;
    std::uint32_t record = 0;

    auto operator<=>(const WordOf&) const = default;
};

/// The beginning of a word catches what is mistyped further on.
void addWords(const Identity& identity, std::uint32_t record, std::vector<WordOf>& words) {
    constexpr std::size_t beginning = 5;
    const auto numbers = static_cast<std::uint32_t>(hashOf(identity.numbers));
    for (const NameWord& word : identity.words) {
        const std::string_view text = identity.text(word);
        words.push_back({hashOf(text), numbers, record});
        if (text.size() > beginning) words.push_back({~hashOf(text.substr(0, beginning)), numbers, record});
    }
}

using Run = std::span<const WordOf>;

/// Words one after the other that have the same of something.
std::vector<Run> runsOf(Run words, auto WordOf::* what) {
    std::vector<Run> runs;
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
        while (end < words.size() && words[end].*what == words[begin].*what) ++end;
        runs.push_back(words.subspan(begin, end - begin));
    }
    return runs;
}

/// Records that share a rare word, and their numbers. Sorts the words.
std::vector<Run> sharingRareWords(std::vector<WordOf>& words) {
    tbb::this_task_arena::isolate([&] { tbb::parallel_sort(words); });
    std::vector<Run> sharing;
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
        while (end < words.size() && words[end].word == words[begin].word) ++end;
        if (end - begin < 2 || end - begin > commonWord) continue;
        for (const Run& run : runsOf(Run(words).subspan(begin, end - begin), &WordOf::numbers)) {
            if (run.size() > 1) sharing.push_back(run);
        }
    }
    return sharing;
}

}  // namespace

void Comparer::compareOne(const Identity& a, const Identity& b, bool identified) {
    if (a.index == b.index) return;
    if (!identified && !mayBeNamesakes(a, b)) return;
    const Identity& first = a.index < b.index ? a : b;
    const Identity& second = a.index < b.index ? b : a;
    const Comparison comparison = compare(first, second);
    if (comparison.outcome != Outcome::Strangers) found_.local().push_back({first.index, second.index, comparison});
}

void Comparer::within(std::span<const std::uint32_t> block) {
    if (block.size() > largestInHand) return byRareWords(block);
    const std::vector<Identity> identities = records_.of(block);
    if (block.size() > largeBlock) {
        Block pointers;
        for (const Identity& identity : identities) pointers.push_back(&identity);
        return byRareWords(pointers);
    }
    forEach(identities.size(), [&](std::size_t i) {
        for (std::size_t j = i + 1; j < identities.size(); ++j) compareOne(identities[i], identities[j]);
    });
}

void Comparer::byRareWords(const Block& block) {
    std::vector<WordOf> words;
    for (std::uint32_t i = 0; i < block.size(); ++i) addWords(*block[i], i, words);
    const std::vector<Run> rare = sharingRareWords(words);
    forEach(rare.size(), [&](std::size_t r) {
        for (std::size_t i = 0; i < rare[r].size(); ++i) {
            for (std::size_t j = i + 1; j < rare[r].size(); ++j) compareOne(*block[rare[r][i].record], *block[rare[r][j].record]);
        }
    });
}

void Comparer::byRareWords(std::span<const std::uint32_t> block) {
    std::vector<WordOf> words;
    words.reserve(block.size() * 3);
    for (std::size_t begin = 0; begin < block.size(); begin += largestInHand) {
        const auto part = block.subspan(begin, std::min(largestInHand, block.size() - begin));
        const std::vector<Identity> identities = records_.of(part);
        for (std::size_t i = 0; i < part.size(); ++i) addWords(identities[i], part[i], words);
    }
    const std::vector<Run> rare = sharingRareWords(words);
    forEach(rare.size(), [&](std::size_t r) {
        std::vector<std::uint32_t> members;
        for (const WordOf& word : rare[r]) members.push_back(word.record);
        const std::vector<Identity> identities = records_.of(members);
        for (std::size_t i = 0; i < identities.size(); ++i) {
            for (std::size_t j = i + 1; j < identities.size(); ++j) compareOne(identities[i], identities[j]);
        }
    });
}

std::vector<Pair> Comparer::take() {
    std::vector<Pair> pairs;
    for (std::vector<Pair>& some : found_) {
        pairs.insert(pairs.end(), some.begin(), some.end());
        some = {};
    }
    std::ranges::sort(pairs, before);
    const auto twice = std::ranges::unique(pairs, [](const Pair& x, const Pair& y) { return x.a == y.a && x.b == y.b; });
    pairs.erase(twice.begin(), twice.end());
    return pairs;
}

}  // namespace raquette::ingest
