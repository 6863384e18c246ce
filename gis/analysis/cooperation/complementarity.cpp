#include "gis/analysis/cooperation/complementarity.h"

#include "gis/geometry/geodesic.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <tuple>

namespace raquette::analysis {

namespace {

struct Pair {
    double chord = 0;
    int partners = 0;  ///< of both
    std::uint32_t a = 0;
    std::uint32_t b = 0;

    bool operator<(const Pair& other) const {
        return std::tie(chord, partners, a, b) < std::tie(other.chord, other.partners, other.a, other.b);
    }
};

/// The first so many of those met, and how many were met.
class FirstPairs {
public:
    explicit FirstPairs(std::size_t most) : most_(most) {}
    void add(const Pair& pair) {
        ++met_;
        if (pairs_.size() == most_ && (most_ == 0 || !(pair < pairs_.front()))) return;
        if (pairs_.size() == most_) {
            std::ranges::pop_heap(pairs_, std::less<>());
            pairs_.pop_back();
        }
        pairs_.push_back(pair);
        std::ranges::push_heap(pairs_, std::less<>());
    }
    void add(const FirstPairs& others) {
        const std::size_t met = met_ + others.met_;
        for (const Pair& pair : others.pairs_) add(pair);
        met_ = met;
    }
    const std::vector<Pair>& pairs() const { return pairs_; }
    std::size_t met() const { return met_; }

private:
    std::size_t most_;
    std::size_t met_ = 0;
    std::vector<Pair> pairs_;  ///< a heap, the last in front
};

class Search {
public:
    Search(const Structures& structures, const std::vector<Partners>& partners)
        : structures_(structures), partners_(partners), map_(structures, placed()) {}

    FirstPairs run(std::size_t most) const {
        constexpr std::size_t block = 256;
        std::vector<FirstPairs> parts((structures_.all.size() + block - 1) / block, FirstPairs(most));
        tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
            const std::size_t end = std::min(structures_.all.size(), (part + 1) * block);
            for (std::size_t a = part * block; a < end; ++a) addPairsOf(static_cast<std::uint32_t>(a), parts[part]);
        });
        FirstPairs all(most);
        for (const FirstPairs& part : parts) all.add(part);
        return all;
    }

    /// What the second lacks of the first's, among the functions of the filière.
    std::vector<std::uint32_t> brings(const Structure& from, const Structure& to) const {
        std::vector<std::uint32_t> brought;
        std::ranges::set_difference(from.functions, to.functions, std::back_inserter(brought));
        std::erase_if(brought, [&](std::uint32_t function) { return function >= structures_.ofFiliere; });
        return brought;
    }

private:
    bool takesPart(const Structure& one) const {
        return one.isOpen && one.at && !one.functions.empty() && one.functions.front() < structures_.ofFiliere;
    }

    std::vector<std::uint32_t> placed() const {
        std::vector<std::uint32_t> members;
        for (std::uint32_t i = 0; i < structures_.all.size(); ++i) {
            if (takesPart(structures_.all[i])) members.push_back(i);
        }
        return members;
    }

    void addPairsOf(std::uint32_t a, FirstPairs& pairs) const {
        const Structure& one = structures_.all[a];
        if (!takesPart(one)) return;
        map_.within(one, nearEachOther, [&](std::uint32_t b, double chord) {
            const Structure& other = structures_.all[b];
            const bool fits = b > a && one.holder != other.holder && (one.where.inStudy || other.where.inStudy) && lacks(a, b) &&
                              lacks(b, a) && !std::ranges::binary_search(partners_[a].found, b);
            if (fits) pairs.add({chord, partners_[a].count() + partners_[b].count(), a, b});
            return true;
        });
    }

    /// A function of the filière that the other has. Nearly all are among the first 64, which one operation compares.
    bool lacks(std::uint32_t one, std::uint32_t other) const {
        if ((first_[other] & ~first_[one]) != 0) return true;
        const auto& mine = structures_.all[one].functions;
        return std::ranges::any_of(structures_.all[other].functions, [&](std::uint32_t function) {
            return function >= 64 && function < structures_.ofFiliere && !std::ranges::binary_search(mine, function);
        });
    }

    std::vector<std::uint64_t> firstFunctions() const {
        std::vector<std::uint64_t> first(structures_.all.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            for (const std::uint32_t function : structures_.all[i].functions) {
                if (function < std::min<std::size_t>(64, structures_.ofFiliere)) first[i] |= std::uint64_t{1} << function;
            }
        }
        return first;
    }

    const Structures& structures_;
    const std::vector<Partners>& partners_;
    StructureMap map_;
    std::vector<std::uint64_t> first_ = firstFunctions();
};

}  // namespace

void addComplementarities(const Structures& structures, const std::vector<Partners>& partners, Cooperation& cooperation, std::size_t most) {
    const Search search(structures, partners);
    const FirstPairs found = search.run(most);
    std::vector<Pair> pairs = found.pairs();
    std::ranges::sort(pairs, std::less<>());
    cooperation.complementaritiesLeftOut = static_cast<int>(found.met() - pairs.size());
    const auto words = [&](const std::vector<std::uint32_t>& functions) {
        std::string joined;
        for (const std::uint32_t function : functions) joined += (joined.empty() ? "" : " | ") + structures.functions[function];
        return joined;
    };
    for (const Pair& pair : pairs) {
        const Structure& a = structures.all[pair.a];
        const Structure& b = structures.all[pair.b];
        cooperation.complementarities.push_back({{a.record->id, b.record->id},
                                                 {a.record->name, b.record->name},
                                                 {words(search.brings(a, b)), words(search.brings(b, a))},
                                                 {a.record->place.commune, b.record->place.commune},
                                                 geodesicDistance(*a.at, *b.at),
                                                 a.record->place.uncertainty + b.record->place.uncertainty,
                                                 std::ranges::binary_search(partners[pair.a].formerly, pair.b)});
    }
}

}  // namespace raquette::analysis
