#include "ingest/records/identifiers.h"

#include <algorithm>

namespace raquette::ingest {

namespace {

constexpr std::size_t sirenLength = 9;
constexpr std::size_t siretLength = 14;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool areDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

/// Letters and digits only, in capitals: `w 422-001.234` → `W422001234`.
std::string compact(std::string_view cell) {
    std::string text;
    for (const char c : cell) {
        if (isDigit(c) || (c >= 'A' && c <= 'Z')) text += c;
        if (c >= 'a' && c <= 'z') text += static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

bool passesLuhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int weighed = i % 2 == 1 ? digit * 2 : digit;
        sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
}

/// `W`, the code of the prefecture (letters in Corsica and overseas), six digits.
bool isRna(std::string_view text) {
    return text.size() == 10 && text[0] == 'W' && isDigit(text[1]) && isDigit(text[3]) && areDigits(text.substr(4));
}

Identifiers ofSiret(const std::string& digits) {
    return {digits, digits.substr(0, sirenLength), ""};
}

}  // namespace

bool isSiren(std::string_view digits) {
    return digits.size() == sirenLength && areDigits(digits) && digits != "000000000" && passesLuhn(digits);
}

bool isSiret(std::string_view digits) {
    constexpr std::string_view laPoste = "356000000";
    if (digits.size() != siretLength || !areDigits(digits) || digits.starts_with("000000000")) return false;
    if (passesLuhn(digits)) return true;
    int sum = 0;
    for (const char c : digits) sum += c - '0';
    return digits.starts_with(laPoste) && sum % 5 == 0;
}

Identifiers readBusinessNumber(std::string_view cell, IdentifierProblem& problem) {
    problem = IdentifierProblem::None;
    const std::string text = compact(cell);
    if (text.empty()) return {};
    if (isRna(text)) return {"", "", text};
    for (const std::string& digits : {text, "0" + text}) {
        if (isSiret(digits)) return ofSiret(digits);
        if (isSiren(digits)) return {"", digits, ""};
    }
    const bool rightForm = areDigits(text) && (text.size() == siretLength || text.size() == sirenLength);
    problem = rightForm ? IdentifierProblem::Check : IdentifierProblem::Form;
    return {};
}

Identifiers readRna(std::string_view cell, IdentifierProblem& problem) {
    const std::string text = compact(cell);
    problem = text.empty() || isRna(text) ? IdentifierProblem::None : IdentifierProblem::Form;
    return {"", "", isRna(text) ? text : ""};
}

Identifiers sharedNumber(std::string_view cell) {
    const std::string text = compact(cell);
    const std::string_view digits = std::string_view(text).substr(text.starts_with('W') ? 1 : 0);
    if (digits.find_first_not_of(digits.substr(0, 1)) == std::string_view::npos) return {};
    IdentifierProblem problem = IdentifierProblem::None;
    Identifiers read = readBusinessNumber(cell, problem);
    if (problem != IdentifierProblem::Check) return read;
    return text.size() == siretLength ? ofSiret(text) : Identifiers{"", text, ""};
}

Identifiers identifiersIn(std::string_view cell) {
    const std::string text = compact(cell);
    if (isRna(text)) return {"", "", text};
    const bool onlyDigits = std::ranges::all_of(cell, [](char c) { return isDigit(c) || c == ' ' || c == '.'; });
    if (onlyDigits && isSiret(text)) return ofSiret(text);
    if (onlyDigits && isSiren(text)) return {"", text, ""};
    return {};
}

}  // namespace raquette::ingest
