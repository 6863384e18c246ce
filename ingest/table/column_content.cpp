#include "ingest/table/column_content.h"

#include "ingest/table/cells.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace raquette::ingest {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

/// Identifiers of firms end in a digit that makes this sum a multiple of ten (Luhn).
bool hasCheckDigit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int weighed = i % 2 == 0 ? digit : digit * 2;
        sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
}

/// Establishments of La Poste have a SIRET whose plain sum is a multiple of five.
bool isSiret(std::string_view digits) {
    if (digits.size() != 14 || !allDigits(digits)) return false;
    if (hasCheckDigit(digits)) return true;
    int sum = 0;
    for (const char c : digits) sum += c - '0';
    return digits.starts_with("356000000") && sum % 5 == 0;
}

bool isUrl(std::string_view cell) {
    if (cell.find(' ') != std::string_view::npos) return false;
    return cell.starts_with("http://") || cell.starts_with("https://") || cell.starts_with("www.");
}

bool isEmail(std::string_view cell) {
    const std::size_t at = cell.find('@');
    return at != std::string_view::npos && cell.find('.', at) != std::string_view::npos && holdsPersonalData(cell);
}

/// Nothing but a phone number: ten digits, or +33 and nine.
bool isPhone(std::string_view cell) {
    const bool signs =
        std::ranges::all_of(cell, [](char c) { return isDigit(c) || std::string_view("+ .-/()").find(c) != std::string_view::npos; });
    return signs && cell.size() >= 10 && holdsPersonalData(cell);
}

bool isCoordinates(std::string_view cell) {
    const std::size_t comma = cell.find_first_of(",;");
    if (comma == std::string_view::npos || comma + 1 >= cell.size()) return false;
    const std::string_view first = cell.substr(0, comma);
    const std::string_view second = cell.substr(comma + 1);
    const auto isDecimal = [](std::string_view number) {
        const std::size_t point = number.find('.');
        return point != std::string_view::npos && number.size() - point > 2 && readDecimal(number).has_value();
    };
    return isDecimal(first) && isDecimal(second);
}

bool isMoney(std::string_view cell) {
    return (cell.find("€") != std::string_view::npos || cell.ends_with("euros") || cell.ends_with("EUR")) && readMoney(cell).has_value();
}

Content codeOf(std::string_view cell, std::string_view digits) {
    if (digits.size() == 14 && isSiret(digits)) return Content::Siret;
    if (digits.size() == 9 && hasCheckDigit(digits)) return Content::Siren;
    if (cell.size() == 5 && digits.size() == 5) return Content::FiveDigits;
    if (cell.size() == 4 && readYear(cell) && cell >= "1800" && cell < "2100") return Content::Year;
    return Content::Nothing;
}

}  // namespace

Content contentOf(std::string_view cell) {
    if (saysNothing(cell)) return Content::Nothing;
    constexpr std::size_t longestCode = 200;
    if (cell.size() > longestCode) return Content::Text;
    if (cell.size() == 10 && (cell[0] == 'W' || cell[0] == 'w') && allDigits(cell.substr(1))) return Content::Rna;
    if (cell.size() == 5 && cell[0] == '2' && (cell[1] == 'A' || cell[1] == 'B') && allDigits(cell.substr(2))) return Content::InseeCorse;
    if (isUrl(cell)) return Content::Url;
    if (isEmail(cell)) return Content::Email;
    if (!std::ranges::any_of(cell, isDigit)) return Content::Text;
    if (isPhone(cell)) return Content::Phone;
    if (isCoordinates(cell)) return Content::Coordinates;
    std::string digits;
    for (const char c : cell) {
        if (c != ' ') digits += c;
    }
    if (allDigits(digits)) {
        if (const Content code = codeOf(cell, digits); code != Content::Nothing) return code;
    }
    if (isMoney(cell)) return Content::Money;
    if (readDecimal(cell)) {
        const std::size_t point = cell.find_first_of(".,");
        return point != std::string_view::npos && cell.size() - point > 2 ? Content::Decimal : Content::Number;
    }
    if (readDate(cell)) return Content::Date;
    return Content::Text;
}

}  // namespace raquette::ingest
