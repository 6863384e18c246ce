#include "gis/analysis/equity/withheld.h"

#include <algorithm>
#include <map>

namespace raquette::analysis {

namespace {

/// Structures parted by the sums told so far. The first class is in none of them: of it nothing can be worked out, however few it has.
class Classes {
public:
    explicit Classes(std::size_t structures) : of_(structures, 0), sizes_{structures} {}

    /// Parts the classes by a sum, unless one of fewer than `smallest` would come of it.
    bool split(const std::vector<std::uint32_t>& sum, std::size_t smallest) {
        std::map<std::uint32_t, std::size_t> inside;
        for (const std::uint32_t structure : sum) ++inside[of_[structure]];
        for (const auto& [at, count] : inside) {
            const std::size_t outside = at == untold ? 0 : sizes_[at] - count;
            if (count < smallest || (outside > 0 && outside < smallest)) return false;
        }
        std::map<std::uint32_t, std::uint32_t> named;
        for (const auto& [at, count] : inside) {
            if (at != untold && count == sizes_[at]) continue;
            named[at] = static_cast<std::uint32_t>(sizes_.size());
            sizes_.push_back(count);
            sizes_[at] -= count;
        }
        for (const std::uint32_t structure : sum) {
            if (const auto found = named.find(of_[structure]); found != named.end()) of_[structure] = found->second;
        }
        return true;
    }

private:
    static constexpr std::uint32_t untold = 0;
    std::vector<std::uint32_t> of_;
    std::vector<std::size_t> sizes_;
};

}  // namespace

std::vector<bool> withheld(std::span<const std::vector<std::uint32_t>> sums, std::size_t structures, std::size_t smallest) {
    Classes classes(structures);
    std::vector<bool> answer;
    for (const std::vector<std::uint32_t>& sum : sums) answer.push_back(!sum.empty() && !classes.split(sum, smallest));
    return answer;
}

}  // namespace raquette::analysis
