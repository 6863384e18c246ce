#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace raquette::analysis {

/// Lists one after the other: which points each candidate reaches, or which candidates reach each point. Each list ascends.
struct Cover {
    std::uint32_t width = 0;          ///< members are below it
    std::vector<std::uint32_t> ends;  ///< one per list
    std::vector<std::uint32_t> members;

    std::uint32_t size() const { return static_cast<std::uint32_t>(ends.size()); }
    std::span<const std::uint32_t> operator[](std::size_t list) const {
        const std::uint32_t begin = list == 0 ? 0 : ends[list - 1];
        return std::span<const std::uint32_t>(members).subspan(begin, ends[list] - begin);
    }
    void close() { ends.push_back(static_cast<std::uint32_t>(members.size())); }
    bool operator==(const Cover&) const = default;
};

/// The same pairs, listed by the other side.
Cover transposed(const Cover& cover);

/// Name of a member that goes.
inline constexpr std::uint32_t noName = ~std::uint32_t{0};

/// The lists that `kept` flags, and of their members those that have a name; names ascend with what they name.
Cover filtered(const Cover& cover, const std::vector<std::uint8_t>& kept, const std::vector<std::uint32_t>& names, std::uint32_t width);

/// Equal lists get the same number, from 0 in the order in which they first appear.
std::vector<std::uint32_t> kindsOf(const Cover& cover);

/// Lists that another list holds whole, and that can therefore be left out when one may stand for the other; of equal lists the first
/// stays. With `side`, only a list of the same side may stand for another.
std::vector<std::uint8_t> heldByAnother(const Cover& cover, const Cover& transposed, const std::vector<std::uint32_t>& side);

/// Lists that hold another list whole; of equal lists the first is not said to. Whoever serves the smaller one serves them.
std::vector<std::uint8_t> holdsAnother(const Cover& cover, const Cover& transposed);

}  // namespace raquette::analysis
