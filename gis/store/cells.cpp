#include "gis/store/cells.h"

#include <array>

namespace raquette::store {

namespace {
constexpr std::string_view separator = " | ";
constexpr std::array<std::string_view, 3> membershipNames{"unknown", "member", "not-member"};
}  // namespace

Value cell(std::string_view text) {
    return text.empty() ? Value() : Value(std::string(text));
}

Value cell(const std::optional<model::PartialDate>& date) {
    return date ? Value(date->text()) : Value();
}

Value cell(model::Inhabitants people) {
    return {people.value};
}

Value cell(const std::optional<model::Inhabitants>& people) {
    return people ? cell(*people) : Value();
}

Value cell(const std::optional<double>& number) {
    return number ? Value(*number) : Value();
}

Value kilometresCell(const std::optional<model::Metres>& length) {
    return length ? Value(model::inKilometres(*length)) : Value();
}

namespace {

template <class Word>
std::string joinedWords(const std::vector<Word>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += separator;
        out += std::string_view(words[i]);
    }
    return out;
}

}  // namespace

std::string joined(const std::vector<std::string>& words) {
    return joinedWords(words);
}

std::string joined(const std::vector<model::SharedText>& words) {
    return joinedWords(words);
}

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> words;
    while (!list.empty()) {
        const std::size_t end = list.find(separator);
        words.emplace_back(list.substr(0, end));
        if (end == std::string_view::npos) break;
        list.remove_prefix(end + separator.size());
    }
    return words;
}

std::string_view name(model::Membership member) {
    return membershipNames[static_cast<std::size_t>(member)];
}

model::Membership membershipNamed(std::string_view name) {
    for (std::size_t i = 0; i < membershipNames.size(); ++i) {
        if (membershipNames[i] == name) return static_cast<model::Membership>(i);
    }
    return model::Membership::Unknown;
}

std::string membershipsText(const std::vector<model::NetworkMembership>& memberships) {
    std::vector<std::string> words;
    words.reserve(memberships.size());
    for (const model::NetworkMembership& one : memberships) words.push_back(one.network + ": " + std::string(name(one.member)));
    return joined(words);
}

std::vector<model::NetworkMembership> readMemberships(std::string_view text) {
    std::vector<model::NetworkMembership> memberships;
    for (const std::string& words : split(text)) {
        const std::size_t colon = words.rfind(": ");  // a network's own name may hold one
        if (colon == std::string::npos) continue;
        memberships.push_back({words.substr(0, colon), membershipNamed(std::string_view(words).substr(colon + 2))});
    }
    return memberships;
}

}  // namespace raquette::store
