#include "ingest/contributions/erased_value.h"

#include "ingest/contributions/digest.h"
#include "ingest/table/cells.h"

#include <algorithm>

namespace raquette::ingest {

namespace {

constexpr std::string_view mark = "…";
constexpr std::size_t digits = 64;

}  // namespace

std::string erasedText(std::string_view text) {
    return std::string(mark) + digestOfText(text);
}

std::string erasedField() {
    return std::string(mark) + std::string(digits, '0');
}

bool isErased(std::string_view value) {
    return value.size() == mark.size() + digits && value.starts_with(mark) &&
           std::ranges::all_of(value.substr(mark.size()), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string told(const std::string& text) {
    return isErased(text) || holdsPersonalData(text) ? std::string(mark) : text;
}

std::string digestOfText(std::string_view text) {
    return isErased(text) ? std::string(text.substr(mark.size())) : digestOf(text);
}

}  // namespace raquette::ingest
