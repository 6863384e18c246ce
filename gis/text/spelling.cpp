#include "gis/text/spelling.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace raquette::text {

int typingErrors(std::string_view a, std::string_view b, int limit) {
    constexpr std::size_t longest = 64;
    const int over = limit + 1;
    const auto difference = static_cast<std::ptrdiff_t>(a.size()) - static_cast<std::ptrdiff_t>(b.size());
    if (std::abs(difference) > limit || a.size() > longest || b.size() > longest) return a == b ? 0 : over;
    std::array<std::array<int, longest + 1>, 3> rows{};  // the row being filled and the two above it, in turn
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& above = rows[(i - 1) % 3];
        const auto& twoAbove = rows[(i + 1) % 3];
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], twoAbove[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > limit) return over;
    }
    return std::min(rows[a.size() % 3][b.size()], over);
}

}  // namespace raquette::text
