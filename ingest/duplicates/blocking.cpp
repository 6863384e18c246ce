#include "ingest/duplicates/blocking.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using Index = std::uint32_t;
using Block = std::vector<Index>;

/// Beyond so many records of one place only those that share a rare word are compared: a list of one commune stays fast.
constexpr std::size_t largeBlock = 1000;
/// A word this many records of a large block have tells none of them apart.
constexpr std::size_t commonWord = 100;
/// An identifier this many records share is a filling.
constexpr std::size_t sharedByMany = 50;
/// Side of the cells that neighbours are looked up in, in degrees: 11 km by 8.
constexpr double cellSide = 0.1;

bool before(const Pair& a, const Pair& b) {
    return std::tuple(-a.comparison.score, a.a, a.b) < std::tuple(-b.comparison.score, b.a, b.b);
}

class Comparer {
public:
    explicit Comparer(const Identities& identities) : identities_(identities) {}

    void compareOne(Index a, Index b, bool identified = false) {
        if (a == b) return;
        if (!identified && !mayBeNamesakes(identities_[a], identities_[b])) return;
        Pair pair{std::min(a, b), std::max(a, b), {}};
        pair.comparison = compare(identities_, pair.a, pair.b);
        if (pair.comparison.outcome != Outcome::Strangers) found_.local().push_back(pair);
    }

    void within(const Block& block) {
        if (block.size() > largeBlock) return byRareWords(block);
        tbb::parallel_for(std::size_t{0}, block.size(), [&](std::size_t i) {
            for (std::size_t j = i + 1; j < block.size(); ++j) compareOne(block[i], block[j]);
        });
    }

    void byRareWords(const Block& block) {
        std::unordered_map<std::string, Block> byWord;
        for (const Index i : block) {
            // The beginning of a word catches what is mistyped further on.
            for (const NameWord& word : identities_[i].words) {
                const std::string& text = identities_.word(word.word);
                byWord[text].push_back(i);
                if (text.size() > 5) byWord[text.substr(0, 5) + "*"].push_back(i);
            }
        }
        std::vector<const Block*> small;
        for (const auto& [word, records] : byWord) {
            if (records.size() > 1 && records.size() <= commonWord) small.push_back(&records);
        }
        tbb::parallel_for(std::size_t{0}, small.size(), [&](std::size_t s) {
            const Block& records = *small[s];
            for (std::size_t i = 0; i < records.size(); ++i) {
                for (std::size_t j = i + 1; j < records.size(); ++j) compareOne(records[i], records[j]);
            }
        });
    }

    std::vector<Pair> take() {
        std::vector<Pair> pairs;
        for (std::vector<Pair>& some : found_) pairs.insert(pairs.end(), some.begin(), some.end());
        std::ranges::sort(pairs, before);
        const auto twice = std::ranges::unique(pairs, [](const Pair& x, const Pair& y) { return x.a == y.a && x.b == y.b; });
        pairs.erase(twice.begin(), twice.end());
        return pairs;
    }

private:
    const Identities& identities_;
    tbb::enumerable_thread_specific<std::vector<Pair>> found_;
};

const model::Place& placeOf(const Identities& identities, Index i) {
    return identities[i].record->place;
}

void compareByCommune(const Identities& identities, Comparer& comparer) {
    std::unordered_map<std::string, Block> communes;
    for (Index i = 0; i < identities.size(); ++i) {
        if (const std::string& commune = placeOf(identities, i).commune; !commune.empty()) communes[commune].push_back(i);
    }
    std::vector<const Block*> blocks;
    for (const auto& [commune, block] : communes) {
        if (block.size() > 1) blocks.push_back(&block);
    }
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t i) { comparer.within(*blocks[i]); });
}

/// Records of one cell, by commune: those of one commune were compared already.
using Cell = std::map<std::string, Block>;

/// A place on the border is typed under either commune, and a festival under the town next door.
void compareNeighbours(const Identities& identities, Comparer& comparer) {
    std::map<std::pair<long, long>, Cell> cells;
    for (Index i = 0; i < identities.size(); ++i) {
        const model::Place& place = placeOf(identities, i);
        if (!place.position) continue;
        const auto column = std::lround(std::floor(place.position->lon / cellSide));
        const auto row = std::lround(std::floor(place.position->lat / cellSide));
        cells[{column, row}][place.commune].push_back(i);
    }
    // Wider than any two records that are one: 11 km by 8 to 11.
    const auto areNear = [&](Index a, Index b) {
        const geometry::LonLat one = *placeOf(identities, a).position;
        const geometry::LonLat other = *placeOf(identities, b).position;
        return std::abs(one.lat - other.lat) <= cellSide && std::abs(one.lon - other.lon) <= cellSide * 1.2;
    };
    const auto compareCells = [&](const Cell& here, const Cell& there, bool same) {
        for (const auto& [commune, block] : here) {
            for (const auto& [otherCommune, others] : there) {
                if (commune == otherCommune && !commune.empty()) continue;
                if (same && otherCommune < commune) continue;  // met the other way round
                if (&block == &others) {
                    comparer.within(block);
                    continue;
                }
                tbb::parallel_for(std::size_t{0}, block.size(), [&](std::size_t i) {
                    for (const Index other : others) {
                        if (areNear(block[i], other)) comparer.compareOne(block[i], other);
                    }
                });
            }
        }
    };
    // Half of the eight neighbours: the other half meets them.
    constexpr std::array<std::pair<long, long>, 4> neighbours{{{1, -1}, {1, 0}, {1, 1}, {0, 1}}};
    std::vector<const std::pair<const std::pair<long, long>, Cell>*> all;
    for (const auto& cell : cells) all.push_back(&cell);
    tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t c) {
        const auto& [at, cell] = *all[c];
        Block around;
        const auto gather = [&](const Cell& part) {
            for (const auto& [commune, block] : part) around.insert(around.end(), block.begin(), block.end());
        };
        gather(cell);
        for (const auto& [dx, dy] : neighbours) {
            if (const auto there = cells.find({at.first + dx, at.second + dy}); there != cells.end()) gather(there->second);
        }
        if (around.size() > largeBlock) return comparer.byRareWords(around);
        compareCells(cell, cell, true);
        for (const auto& [dx, dy] : neighbours) {
            const auto there = cells.find({at.first + dx, at.second + dy});
            if (there != cells.end()) compareCells(cell, there->second, false);
        }
    });
}

/// A record known to its département only may be any of that département.
void compareUnplaced(const Identities& identities, Comparer& comparer) {
    std::unordered_map<std::string, Block> departements;
    std::unordered_map<std::string, Block> unplaced;
    for (Index i = 0; i < identities.size(); ++i) {
        const model::Place& place = placeOf(identities, i);
        if (place.departement.empty()) continue;
        departements[place.departement].push_back(i);
        if (place.commune.empty() && !place.position) unplaced[place.departement].push_back(i);
    }
    for (const auto& [departement, some] : unplaced) {
        const Block& others = departements.at(departement);
        if (others.size() > largeBlock) {
            comparer.byRareWords(others);
            continue;
        }
        tbb::parallel_for(std::size_t{0}, some.size(), [&](std::size_t u) {
            for (const Index other : others) comparer.compareOne(some[u], other);
        });
    }
}

void compareIdentified(const Identities& identities, Comparer& comparer) {
    std::unordered_map<std::string, Block> sharing;
    for (Index i = 0; i < identities.size(); ++i) {
        const Identity& identity = identities[i];
        if (!identity.siret.empty()) sharing["siret " + identity.siret].push_back(i);
        if (!identity.rna.empty()) sharing["rna " + identity.rna].push_back(i);
        if (!identity.record->ownId.empty()) sharing[identity.record->origin.source + "\x1f" + identity.record->ownId].push_back(i);
    }
    for (const auto& [identifier, block] : sharing) {
        if (block.size() > sharedByMany) continue;
        for (std::size_t i = 0; i < block.size(); ++i) {
            for (std::size_t j = i + 1; j < block.size(); ++j) comparer.compareOne(block[i], block[j], true);
        }
    }
}

}  // namespace

std::vector<Pair> comparePairs(const Identities& identities) {
    Comparer comparer(identities);
    compareByCommune(identities, comparer);
    compareNeighbours(identities, comparer);
    compareUnplaced(identities, comparer);
    compareIdentified(identities, comparer);
    return comparer.take();
}

}  // namespace raquette::ingest
