#include "ingest/table/nearest_word.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace raquette::ingest {

namespace {

std::size_t changesBetween(std::string_view a, std::string_view b) {
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::vector<std::size_t> row(b.size() + 1);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        beforeLast = std::move(last);
        last = std::move(row);
    }
    return last[b.size()];
}

}  // namespace

std::string_view nearestWord(std::string_view word, std::span<const std::string_view> known) {
    constexpr std::size_t longestWord = 60;  // no key of ours is so long, and the work grows with the square
    if (word.size() > longestWord) return {};
    std::string_view nearest;
    std::size_t fewest = std::max<std::size_t>(2, word.size() / 2) + 1;
    for (const std::string_view candidate : known) {
        const std::size_t changes = changesBetween(word, candidate);
        if (changes < fewest && changes < std::max(word.size(), candidate.size())) {
            fewest = changes;
            nearest = candidate;
        }
    }
    return nearest;
}

}  // namespace raquette::ingest
