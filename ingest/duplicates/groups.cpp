#include "ingest/duplicates/groups.h"

#include <tbb/parallel_sort.h>
#include <algorithm>
#include <unordered_map>
#include <utility>

namespace raquette::ingest {

Groups::Groups(std::span<const std::uint32_t> of, std::uint32_t count) : begins_(std::size_t{count} + 1) {
    for (const std::uint32_t group : of) {
        if (group != 0) ++begins_[group];
    }
    for (std::size_t group = 1; group < begins_.size(); ++group) begins_[group] += begins_[group - 1];
    members_.resize(begins_.back());
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    for (std::size_t i = 0; i < of.size(); ++i) {
        if (of[i] != 0) members_[next[of[i] - 1]++] = static_cast<std::uint32_t>(i);
    }
}

Numbered numbered(std::size_t records, const std::function<std::string_view(std::size_t)>& word) {
    Numbered numbers;
    numbers.of.resize(records);
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (std::size_t i = 0; i < records; ++i) {
        const std::string_view text = word(i);
        if (text.empty()) continue;
        const auto [found, isNew] = known.emplace(text, numbers.count + 1);
        if (isNew) ++numbers.count;
        numbers.of[i] = found->second;
    }
    return numbers;
}

std::vector<std::vector<std::uint32_t>> sharing(std::size_t records, const std::function<std::uint64_t(std::size_t)>& key) {
    using Keyed = std::pair<std::uint64_t, std::uint32_t>;
    std::vector<Keyed> keyed;
    for (std::size_t i = 0; i < records; ++i) {
        if (const std::uint64_t own = key(i); own != 0) keyed.emplace_back(own, static_cast<std::uint32_t>(i));
    }
    tbb::parallel_sort(keyed);
    std::vector<std::vector<std::uint32_t>> groups;
    for (auto begin = keyed.begin(); begin != keyed.end();) {
        const auto end = std::find_if(begin, keyed.end(), [&](const Keyed& other) { return other.first != begin->first; });
        if (end - begin > 1) {
            std::vector<std::uint32_t>& group = groups.emplace_back();
            for (auto member = begin; member != end; ++member) group.push_back(member->second);
        }
        begin = end;
    }
    return groups;
}

}  // namespace raquette::ingest
