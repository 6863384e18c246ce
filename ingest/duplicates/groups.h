#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// Records in groups, without a node for each: a million of them take four bytes apiece.
class Groups {
public:
    /// `of` gives each record's group, none to those of group 0.
    Groups(std::span<const std::uint32_t> of, std::uint32_t count);

    std::size_t size() const { return begins_.size() - 1; }
    /// Ascending.
    std::span<const std::uint32_t> operator[](std::size_t group) const {
        return std::span(members_).subspan(begins_[group], begins_[group + 1] - begins_[group]);
    }

private:
    std::vector<std::uint32_t> members_;
    std::vector<std::size_t> begins_;
};

/// The same number for the same word, from 1 on; 0 where it is empty.
struct Numbered {
    std::vector<std::uint32_t> of;
    std::uint32_t count = 0;
};
Numbered numbered(std::size_t records, const std::function<std::string_view(std::size_t)>& word);

/// The records that share a key, group by group, keys ascending; a key of 0 is none, and one that no other record has makes no group.
std::vector<std::vector<std::uint32_t>> sharing(std::size_t records, const std::function<std::uint64_t(std::size_t)>& key);

}  // namespace raquette::ingest
