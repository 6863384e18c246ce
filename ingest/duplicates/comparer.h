#pragma once

#include "ingest/duplicates/blocking.h"

#include <tbb/enumerable_thread_specific.h>
#include <cstdint>
#include <span>
#include <vector>

namespace raquette::ingest {

/// Records that may be one because of where they are.
using Block = std::vector<const Identity*>;

/// Beyond so many records of one place only those that share a rare word are compared: a list of one commune stays fast.
inline constexpr std::size_t largeBlock = 1000;
/// Beyond so many, no identities are kept in hand, but made again for the few that share a word: a list of one town stays small.
inline constexpr std::size_t largestInHand = 10'000;

/// Compares the records of blocks, from any thread, and keeps the pairs that may be one.
class Comparer {
public:
    explicit Comparer(const Identities& records) : records_(records) {}

    /// `identified`: they share a number or an id, whatever their names.
    void compareOne(const Identity& a, const Identity& b, bool identified = false);
    /// Everyone with everyone, or by rare words when they are too many.
    void within(std::span<const std::uint32_t> block);
    void byRareWords(const Block& block);
    void byRareWords(std::span<const std::uint32_t> block);

    /// Each pair once, best score first.
    std::vector<Pair> take();

private:
    const Identities& records_;
    tbb::enumerable_thread_specific<std::vector<Pair>> found_;
};

struct Numbered;
/// A place on the border is typed under either commune, and a festival under the town next door.
void compareNeighbours(const Identities& records, const Numbered& communes, Comparer& comparer);

}  // namespace raquette::ingest
