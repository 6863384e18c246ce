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
        if (!takesPart(structures_.all[a])) return;
        const Glance& one = glances_[a];
        map_.within(structures_.all[a], nearEachOther, [&](std::uint32_t b, double chord) {
            const Glance& other = glances_[b];
            const bool fits = b > a && one.holder != other.holder && (one.inStudy || other.inStudy) && lacks(a, b) && lacks(b, a) &&
                              !std::ranges::binary_search(partners_[a].found, b);
            if (fits) pairs.add({chord, one.partners + other.partners, a, b});
            return true;
        });
    }

    /// What tells most pairs apart, close together in memory: in a large town there are tens of millions.
    struct Glance {
        std::uint64_t functions = 0;  ///< of the filière, the first 64: nearly always all of them
        std::uint32_t holder = 0;
        std::int32_t partners = 0;
        bool inStudy = false;
    };

    std::vector<Glance> glances() const {
        std::vector<Glance> glances(structures_.all.size());
        for (std::size_t i = 0; i < glances.size(); ++i) {
            const Structure& one = structures_.all[i];
            glances[i].holder = one.holder;
            glances[i].partners = partners_[i].count();
            glances[i].inStudy = one.where.inStudy;
            for (const std::uint32_t function : one.functions) {
                if (function < std::min<std::size_t>(64, structures_.ofFiliere)) glances[i].functions |= std::uint64_t{1} << function;
            }
        }
        return glances;
    }

    /// A function of the filière that the other has.
    bool lacks(std::uint32_t one, std::uint32_t other) const {
        if ((glances_[other].functions & ~glances_[one].functions) != 0) return true;
        if (structures_.ofFiliere <= 64) return false;
        const auto& mine = structures_.all[one].functions;
        return std::ranges::any_of(structures_.all[other].functions, [&](std::uint32_t function) {
            return function >= 64 && function < structures_.ofFiliere && !std::ranges::binary_search(mine, function);
        });
    }

    const Structures& structures_;
    const std::vector<Partners>& partners_;
    StructureMap map_;
    std::vector<Glance> glances_ = glances();
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
