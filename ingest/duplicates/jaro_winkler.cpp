#include "ingest/duplicates/jaro_winkler.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace raquette::ingest {

namespace {

constexpr std::size_t longest = 64;  // a longer word is compared by its beginning

std::size_t commonBeginning(std::string_view a, std::string_view b) {
    std::size_t prefix = 0;
    while (prefix < 4 && prefix < std::min(a.size(), b.size()) && a[prefix] == b[prefix]) ++prefix;
    return prefix;
}

double withBeginning(double jaro, std::size_t prefix) {
    return jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro);
}

}  // namespace

double jaroWinkler(std::string_view a, std::string_view b) {
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (a.empty() || b.empty()) return 0;
    if (a == b) return 1;
    const std::size_t longer = std::max(a.size(), b.size());
    const std::size_t window = longer < 4 ? 0 : longer / 2 - 1;
    std::uint64_t takenOfB = 0;
    std::array<char, longest> matchedOfA{};
    std::size_t matches = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t end = std::min(b.size(), i + window + 1);
        for (std::size_t j = i > window ? i - window : 0; j < end; ++j) {
            if ((takenOfB >> j & 1U) != 0 || a[i] != b[j]) continue;
            takenOfB |= std::uint64_t{1} << j;
            matchedOfA[matches++] = a[i];
            break;
        }
    }
    if (matches == 0) return 0;
    std::size_t outOfOrder = 0;
    for (std::size_t j = 0, k = 0; j < b.size(); ++j) {
        if ((takenOfB >> j & 1U) != 0 && b[j] != matchedOfA[k++]) ++outOfOrder;
    }
    const auto m = static_cast<double>(matches);
    const double jaro =
        (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) + (m - static_cast<double>(outOfOrder) / 2) / m) / 3;
    return withBeginning(jaro, commonBeginning(a, b));
}

std::uint64_t lettersOf(std::string_view word) {
    std::uint64_t letters = 0;
    for (const char c : word) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c >= 'a' ? c - 'a' : c - '0' + 26) % 64);
    return letters;
}

bool mayBeAlike(std::string_view a, std::uint64_t lettersOfA, std::string_view b, std::uint64_t lettersOfB, double least) {
    if (std::max(a.size(), b.size()) > longest) return true;
    const std::size_t ofA = a.size() - static_cast<std::size_t>(std::popcount(lettersOfA & ~lettersOfB));
    const std::size_t ofB = b.size() - static_cast<std::size_t>(std::popcount(lettersOfB & ~lettersOfA));
    const auto matches = static_cast<double>(std::min(ofA, ofB));
    const double jaro = (matches / static_cast<double>(a.size()) + matches / static_cast<double>(b.size()) + 1) / 3;
    constexpr double rounding = 1e-9;
    return withBeginning(jaro, commonBeginning(a, b)) + rounding >= least;
}

}  // namespace raquette::ingest
