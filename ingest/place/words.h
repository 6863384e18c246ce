#pragma once

#include <algorithm>
#include <string_view>

namespace raquette::ingest {

template <class List>
bool isOneOf(std::string_view word, const List& list) {
    return std::ranges::find(list, word) != list.end();
}

inline bool isNumber(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace raquette::ingest
