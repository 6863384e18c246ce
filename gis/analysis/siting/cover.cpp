#include "gis/analysis/siting/cover.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace raquette::analysis {

namespace {

std::uint64_t hashOf(std::span<const std::uint32_t> list) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a, a word at a time
    for (const std::uint32_t member : list) hash = (hash ^ member) * 0x100000001b3ULL;
    return hash ^ (hash >> 29U);
}

/// The member that fewest lists have: whoever holds a list whole is among those.
std::uint32_t rarestOf(std::span<const std::uint32_t> list, const Cover& transposed) {
    return *std::ranges::min_element(list, {}, [&](std::uint32_t member) { return transposed[member].size(); });
}

/// Looks for a list that holds list `a` whole.
bool hasHolder(std::uint32_t a, const Cover& cover, const Cover& transposed, const std::vector<std::uint32_t>& side) {
    const auto list = cover[a];
    if (list.empty()) return false;
    return std::ranges::any_of(transposed[rarestOf(list, transposed)], [&](std::uint32_t b) {
        if (b == a || (!side.empty() && side[a] != side[b])) return false;
        const auto other = cover[b];
        if (other.size() < list.size() || (other.size() == list.size() && b > a)) return false;
        return std::ranges::includes(other, list);
    });
}

}  // namespace

Cover transposed(const Cover& cover) {
    Cover other;
    other.width = cover.size();
    other.ends.assign(cover.width, 0);
    other.members.resize(cover.members.size());
    for (const std::uint32_t member : cover.members) ++other.ends[member];
    std::partial_sum(other.ends.begin(), other.ends.end(), other.ends.begin());
    // Filled backwards, so that each list ascends.
    std::vector<std::uint32_t> at = other.ends;
    for (std::uint32_t list = cover.size(); list-- > 0;) {
        for (const std::uint32_t member : cover[list]) other.members[--at[member]] = list;
    }
    return other;
}

std::vector<std::uint32_t> kindsOf(const Cover& cover) {
    std::vector<std::uint32_t> kinds(cover.size());
    std::vector<std::uint32_t> firstOf;  // of each kind, the list that has it first
    std::unordered_multimap<std::uint64_t, std::uint32_t> known;
    known.reserve(cover.size());
    for (std::uint32_t list = 0; list < cover.size(); ++list) {
        const std::uint64_t hash = hashOf(cover[list]);
        const auto [begin, end] = known.equal_range(hash);
        const auto same =
            std::find_if(begin, end, [&](const auto& entry) { return std::ranges::equal(cover[firstOf[entry.second]], cover[list]); });
        if (same != end) {
            kinds[list] = same->second;
            continue;
        }
        kinds[list] = static_cast<std::uint32_t>(firstOf.size());
        known.emplace(hash, kinds[list]);
        firstOf.push_back(list);
    }
    return kinds;
}

Cover filtered(const Cover& cover, const std::vector<std::uint8_t>& kept, const std::vector<std::uint32_t>& names, std::uint32_t width) {
    Cover out;
    out.width = width;
    for (std::uint32_t list = 0; list < cover.size(); ++list) {
        if (kept[list] == 0) continue;
        for (const std::uint32_t member : cover[list]) {
            if (names[member] != noName) out.members.push_back(names[member]);
        }
        out.close();
    }
    return out;
}

std::vector<std::uint8_t> holdsAnother(const Cover& cover, const Cover& transposed) {
    std::vector<std::uint8_t> holds(cover.size(), 0);
    for (std::uint32_t b = 0; b < cover.size(); ++b) {
        const auto list = cover[b];
        if (list.empty()) continue;
        for (const std::uint32_t a : transposed[rarestOf(list, transposed)]) {
            if (a == b || holds[a] != 0 || cover[a].size() < list.size() || (cover[a].size() == list.size() && a < b)) continue;
            if (std::ranges::includes(cover[a], list)) holds[a] = 1;
        }
    }
    return holds;
}

std::vector<std::uint8_t> heldByAnother(const Cover& cover, const Cover& transposed, const std::vector<std::uint32_t>& side) {
    std::vector<std::uint8_t> held(cover.size());
    tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, cover.size(), 256), [&](const auto& range) {
        for (std::uint32_t a = range.begin(); a != range.end(); ++a) held[a] = hasHolder(a, cover, transposed, side) ? 1 : 0;
    });
    return held;
}

}  // namespace raquette::analysis
