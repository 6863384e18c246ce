#include "ingest/table/cells.h"

#include "gis/text/fold.h"
#include "ingest/table/folding.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace raquette::ingest {

namespace {

using model::PartialDate;

/// Without spaces of any kind: they stand between thousands.
std::string compact(std::string_view cell) {
    std::string text;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell.substr(i).starts_with("\u00A0")) {
            i += 1;
        } else if (cell.substr(i).starts_with("\u202F") || cell.substr(i).starts_with("\u2009")) {
            i += 2;
        } else if (cell[i] != ' ') {
            text += cell[i];
        }
    }
    return text;
}

template <class Number>
std::optional<Number> wholeNumber(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

int monthNamed(std::string_view word) {
    static constexpr std::array<std::array<std::string_view, 2>, 12> months{{{"janvier", "january"},
                                                                             {"fevrier", "february"},
                                                                             {"mars", "march"},
                                                                             {"avril", "april"},
                                                                             {"mai", "may"},
                                                                             {"juin", "june"},
                                                                             {"juillet", "july"},
                                                                             {"aout", "august"},
                                                                             {"septembre", "september"},
                                                                             {"octobre", "october"},
                                                                             {"novembre", "november"},
                                                                             {"decembre", "december"}}};
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (std::ranges::find(months[i], word) != months[i].end()) return static_cast<int>(i) + 1;
    }
    return 0;
}

/// Day, month, year in the French order; 0 for what is not said.
std::optional<PartialDate> dateOf(int day, int month, int year) {
    if (year < 1000 || year > 2999) return std::nullopt;
    if (month == 0) return PartialDate::parse(fmt::format("{:04}", year));
    if (day == 0) return PartialDate::parse(fmt::format("{:04}-{:02}", year, month));
    return PartialDate::parse(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

std::optional<int> partOfDate(std::string_view word) {
    if (word == "1er") return 1;
    return wholeNumber<int>(word);
}

}  // namespace

bool saysNothing(std::string_view cell) {
    static constexpr std::array<std::string_view, 16> words{"",   "nd",  "n a",     "0 n a",    "na",      "null",  "none",          "nan",
                                                            "nc", "n c", "inconnu", "inconnue", "unknown", "neant", "non renseigne", "ref"};
    if (cell.empty()) return true;
    constexpr std::size_t longest = 16;  // « non renseigné »; most cells are told apart without folding them
    const bool accented = std::ranges::any_of(cell, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (cell.size() > longest || (accented && cell.front() != 'n' && cell.front() != 'N')) return false;
    return std::ranges::find(words, text::fold(cell)) != words.end();
}

std::optional<double> readDecimal(std::string_view cell) {
    std::string text = compact(cell);
    if (std::ranges::count(text, ',') == 1) std::ranges::replace(text, ',', '.');
    const auto value = wholeNumber<double>(text);
    if (!value || !std::isfinite(*value)) return std::nullopt;
    return value;
}

std::optional<long> readCount(std::string_view cell) {
    constexpr std::size_t shortestPhone = 10;
    if (cell.size() >= shortestPhone && holdsPersonalData(cell)) return std::nullopt;  // a telephone number is no capacity
    const auto value = readDecimal(cell);
    if (!value || *value < 0 || *value > 1e12 || *value != std::floor(*value)) return std::nullopt;
    return static_cast<long>(*value);
}

std::optional<int> readYear(std::string_view cell) {
    const auto value = readCount(cell);
    if (!value || *value < 1000 || *value > 2999) return std::nullopt;
    return static_cast<int>(*value);
}

std::optional<Money> readMoney(std::string_view cell) {
    Money money;
    const std::size_t open = cell.find('(');
    if (open != std::string_view::npos) {
        const std::size_t close = cell.find(')', open);
        if (close == std::string_view::npos) return std::nullopt;
        money.year = readYear(cell.substr(open + 1, close - open - 1));
        if (!money.year || !compact(cell.substr(close + 1)).empty()) return std::nullopt;
        cell = cell.substr(0, open);
    }
    std::string text = compact(cell);
    double factor = 1;
    for (const auto& [ending, times] : {std::pair<std::string_view, double>{"M€", 1e6},
                                        {"Meuros", 1e6},
                                        {"k€", 1e3},
                                        {"K€", 1e3},
                                        {"keuros", 1e3},
                                        {"€", 1},
                                        {"euros", 1},
                                        {"EUR", 1}}) {
        if (!text.ends_with(ending)) continue;
        text.resize(text.size() - ending.size());
        factor = times;
        break;
    }
    const auto value = readDecimal(text);
    if (!value) return std::nullopt;
    money.amount = {*value * factor};
    return money;
}

std::optional<PartialDate> readDate(std::string_view cell) {
    std::string text(cell.substr(0, cell.find('T')));  // the hour a spreadsheet adds to a day
    if (text.size() > 10 && text[10] == ' ' && text[4] == '-') text.resize(10);
    if (auto iso = PartialDate::parse(text)) return iso->first() < *model::parseDay("1000-01-01") ? std::nullopt : iso;
    if (const auto year = readYear(text)) return dateOf(0, 0, *year);
    const std::size_t hour = cell.find(':');  // 28/02/2007 00:00
    const std::string plain = text::fold(hour == std::string_view::npos ? cell : cell.substr(0, cell.rfind(' ', hour)));
    const std::vector<std::string_view> words = wordsOf(plain);
    if (words.size() < 2 || words.size() > 3) return std::nullopt;
    const auto year = partOfDate(words.back());
    const std::string_view monthWord = words[words.size() - 2];
    const int named = monthNamed(monthWord);
    const auto month = named != 0 ? std::optional<int>(named) : partOfDate(monthWord);
    const auto day = words.size() == 3 ? partOfDate(words.front()) : std::optional<int>(0);
    if (!year || !month || !day || *month == 0 || (words.size() == 3 && *day == 0)) return std::nullopt;
    return dateOf(*day, *month, *year);
}

std::optional<int> readDuration(std::string_view cell) {
    const std::string plain = text::fold(cell);
    const std::vector<std::string_view> words = wordsOf(plain);
    if (words.size() != 2) return std::nullopt;
    const auto count = wholeNumber<int>(words[0]);
    if (!count || *count <= 0 || *count > 1200) return std::nullopt;
    static constexpr std::array<std::string_view, 4> years{"an", "ans", "year", "years"};
    static constexpr std::array<std::string_view, 3> months{"mois", "month", "months"};
    if (std::ranges::find(years, words[1]) != years.end()) return *count * 12;
    if (std::ranges::find(months, words[1]) != months.end()) return count;
    return std::nullopt;
}

PartialDate endAfter(const PartialDate& start, int months) {
    using namespace std::chrono;
    const year_month_day first{start.first()};
    const year_month after = year_month{first.year(), first.month()} + std::chrono::months{months};
    if (start.text().size() == 4 && months % 12 == 0) {
        return *PartialDate::parse(fmt::format("{:04}", static_cast<int>(after.year()) - 1));
    }
    if (start.text().size() < 10) {
        const year_month last = after - std::chrono::months{1};
        return *PartialDate::parse(fmt::format("{:04}-{:02}", static_cast<int>(last.year()), static_cast<unsigned>(last.month())));
    }
    const year_month_day sameDay = after / first.day();
    const sys_days next = sameDay.ok() ? sys_days{sameDay} : sys_days{after / last} + days{1};
    return *PartialDate::parse(model::isoText(next - days{1}));
}

std::optional<model::Membership> readMembership(std::string_view cell) {
    using model::Membership;
    static constexpr std::array<std::string_view, 19> yes{
        "oui",      "yes",       "o",       "y",        "1",         "x",          "vrai",   "true",    "member",  "membre",
        "adherent", "adherente", "porteur", "porteuse", "fondateur", "fondatrice", "a jour", "associe", "associee"};
    static constexpr std::array<std::string_view, 11> no{
        "non", "no", "n", "0", "faux", "false", "not member", "non membre", "non adherent", "non adherente", "ancien adherent"};
    if (saysNothing(cell)) return Membership::Unknown;
    const std::string word = text::fold(cell);
    if (std::ranges::find(yes, word) != yes.end()) return Membership::Member;
    if (std::ranges::find(no, word) != no.end()) return Membership::NotMember;
    return std::nullopt;
}

std::vector<std::string> splitCell(std::string_view cell, std::string_view separators) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = std::min(cell.find_first_of(separators), cell.size());
        std::string_view part = cell.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        if (!part.empty()) parts.emplace_back(part);
        if (end == cell.size()) return parts;
        cell.remove_prefix(end + 1);
    }
}

bool holdsPersonalData(std::string_view cell) {
    for (std::size_t at = cell.find('@'); at != std::string_view::npos; at = cell.find('@', at + 1)) {
        const auto isWord = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
        if (at > 0 && isWord(cell[at - 1]) && at + 1 < cell.size() && isWord(cell[at + 1])) return true;
    }
    // Ten digits from 01 to 09, or +33 and nine, with at most one space, dot or dash between two of them.
    for (std::size_t begin = 0; begin < cell.size(); ++begin) {
        const bool international = cell.substr(begin).starts_with("+33");
        const bool startsNumber = begin == 0 || std::isdigit(static_cast<unsigned char>(cell[begin - 1])) == 0;
        if (!international && !(cell[begin] == '0' && startsNumber)) continue;
        std::size_t digits = 0;
        std::size_t gaps = 0;
        std::size_t at = begin + (international ? 1 : 0);
        for (; at < cell.size() && gaps < 2 && digits < 13; ++at) {
            const bool digit = std::isdigit(static_cast<unsigned char>(cell[at])) != 0;
            digits += digit ? 1 : 0;
            gaps = digit ? 0 : gaps + 1;
            if (!digit && cell[at] != ' ' && cell[at] != '.' && cell[at] != '-') break;
        }
        if (digits == (international ? 11U : 10U)) return true;
    }
    return false;
}

}  // namespace raquette::ingest
