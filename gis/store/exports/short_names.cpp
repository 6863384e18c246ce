#include "gis/store/exports/short_names.h"

#include <algorithm>
#include <cctype>

namespace raquette::store {

namespace {

constexpr std::size_t longestColumnName = 10;

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// A dBase name may hold letters, digits and underscores.
std::string plain(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_')
            out += c;
        else if (c == '-' || c == ' ')
            out += '_';
    }
    return out.empty() ? "column" : out;
}

}  // namespace

std::vector<std::string> uniqueNames(const std::vector<std::string>& names, std::size_t longest) {
    std::vector<std::string> unique;
    std::vector<std::string> taken;
    for (const std::string& name : names) {
        std::string candidate = cut(name, longest);
        for (int number = 2; std::ranges::find(taken, lower(candidate)) != taken.end(); ++number) {
            const std::string tail = std::to_string(number);
            candidate = cut(name, longest - tail.size()) + tail;
        }
        taken.push_back(lower(candidate));
        unique.push_back(candidate);
    }
    return unique;
}

std::vector<std::string> shortNames(const std::vector<Column>& columns) {
    std::vector<std::string> wished;
    for (const Column& column : columns) wished.push_back(plain(column.shortName.empty() ? column.name : column.shortName));
    return uniqueNames(wished, longestColumnName);
}

std::string cut(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return std::string(text.substr(0, bytes));
}

}  // namespace raquette::store
