#include "ingest/records/amounts.h"

#include "ingest/table/cells.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace raquette::ingest {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view signs = " \t\r:=,-";
    const std::size_t begin = text.find_first_not_of(signs);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(signs) + 1 - begin));
}

/// A comma parts two amounts when a word follows it; before a digit it is a decimal comma or stands between thousands.
std::vector<std::string> partsOf(std::string_view cell) {
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const std::size_t next = cell.find_first_not_of(' ', i + 1);
        const bool wordFollows = next != std::string_view::npos && !isDigit(cell[next]) && next > i + 1;
        const bool separates = cell[i] == ';' || cell[i] == '|' || cell[i] == '\n' || cell[i] == '+' || (cell[i] == ',' && wordFollows);
        if (separates) {
            parts.emplace_back();
        } else {
            parts.back() += cell[i];
        }
    }
    std::erase_if(parts, [](const std::string& part) { return trimmed(part).empty(); });
    return parts;
}

/// Takes the year out of a text: `(2024)`, `en 2024`, or four digits alone that are a year of our time.
std::optional<int> takeYear(std::string& text) {
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
        const bool alone = (i == 0 || !isDigit(text[i - 1])) && (i + 4 == text.size() || !isDigit(text[i + 4]));
        if (!alone || !std::all_of(text.begin() + static_cast<long>(i), text.begin() + static_cast<long>(i) + 4, isDigit)) continue;
        const auto year = readYear(std::string_view(text).substr(i, 4));
        if (!year || *year < 1990 || *year > 2099) continue;
        text.erase(i, 4);
        for (const char* around : {"()", " en ", "( )"}) {
            if (const std::size_t at = text.find(around); at != std::string::npos) text.replace(at, std::string_view(around).size(), " ");
        }
        if (text.ends_with(" en")) text.resize(text.size() - 3);
        return year;
    }
    return std::nullopt;
}

std::optional<FundedAmount> readPart(const std::string& part) {
    if (const auto money = readMoney(trimmed(part))) return FundedAmount{"", money->year, money->amount};
    FundedAmount read;
    const std::size_t colon = part.find(':');
    std::string who = colon == std::string::npos ? std::string() : part.substr(0, colon);
    std::string money = colon == std::string::npos ? trimmed(part) : part.substr(colon + 1);
    read.year = takeYear(who);
    const auto plain = readMoney(trimmed(money));
    if (!plain && !read.year) read.year = takeYear(money);
    if (colon == std::string::npos) {
        const std::size_t digit = static_cast<std::size_t>(std::ranges::find_if(money, isDigit) - money.begin());
        who = money.substr(0, digit);
        money.erase(0, digit);
        if (who.empty()) {  // the funder after its money: `80 000 € DRAC`
            const std::size_t sign = money.find("€");
            const std::size_t end = sign == std::string::npos ? money.size() : sign + std::string_view("€").size();
            who = money.substr(end);
            money.resize(end);
        }
    }
    const auto amount = readMoney(trimmed(money));
    if (!amount) return std::nullopt;
    read.funder = trimmed(who);
    read.amount = amount->amount;
    if (!read.year) read.year = amount->year;
    return read;
}

}  // namespace

std::optional<std::vector<FundedAmount>> readAmountsCell(std::string_view cell) {
    std::vector<FundedAmount> amounts;
    for (const std::string& part : partsOf(cell)) {
        auto read = readPart(part);
        if (!read) return std::nullopt;
        amounts.push_back(std::move(*read));
    }
    if (amounts.empty()) return std::nullopt;
    return amounts;
}

model::Euros amountPerYear(const std::vector<FundedAmount>& amounts) {
    std::set<int> years;
    model::Euros sum;
    bool dated = true;
    for (const FundedAmount& one : amounts) {
        sum += one.amount;
        dated = dated && one.year.has_value();
        if (one.year) years.insert(*one.year);
    }
    return dated && !years.empty() ? sum * (1.0 / static_cast<double>(years.size())) : sum;
}

}  // namespace raquette::ingest
