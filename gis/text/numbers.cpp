#include "gis/text/numbers.h"

#include "gis/text/catalogue.h"

#include <fmt/format.h>
#include <cmath>

namespace raquette::text {

namespace {

using model::Language;

constexpr const char* narrowSpace = "\u202f";
constexpr const char* noBreakSpace = "\u00a0";

/// Digits with a separator every three from the right.
std::string grouped(Language language, const std::string& digits) {
    const std::string separator = language == Language::French ? narrowSpace : ",";
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
        out += digits[i];
    }
    return out;
}

}  // namespace

std::string number(Language language, std::int64_t value) {
    const std::string digits = std::to_string(value);
    return value < 0 ? "\u2212" + grouped(language, digits.substr(1)) : grouped(language, digits);
}

std::string decimal(Language language, double value, int decimals) {
    const std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t point = plain.find('.');
    std::string out = grouped(language, plain.substr(0, point));
    if (point != std::string::npos) out += (language == Language::French ? "," : ".") + plain.substr(point + 1);
    const bool negative = value < 0 && plain.find_first_of("123456789") != std::string::npos;
    return negative ? "\u2212" + out : out;
}

std::string rounded(Language language, model::Inhabitants people) {
    if (people.value >= 999500)
        return decimal(language, static_cast<double>(people.value) / 1e6, people.value < 9995000 ? 2 : 1) + noBreakSpace + "M";
    const std::int64_t step = people.value >= 10000 ? 1000 : people.value >= 100 ? 10 : 1;
    return number(language, (people.value + step / 2) / step * step);
}

std::string percent(Language language, model::Share share, int decimals) {
    return decimal(language, share.value * 100, decimals) + (language == Language::French ? std::string(narrowSpace) + "%" : "%");
}

std::string distance(Language language, model::Metres length) {
    const double km = model::inKilometres(length);
    const bool whole = km >= 10 || std::abs(km - std::round(km)) < 0.05;
    return decimal(language, km, whole ? 0 : 1) + noBreakSpace + "km";
}

std::string date(Language language, model::Day day) {
    const std::chrono::year_month_day parts{day};
    const unsigned number = static_cast<unsigned>(parts.day());
    const std::string month = say(language, fmt::format("month.{}", static_cast<unsigned>(parts.month())));
    const std::string ordinal = language == Language::French && number == 1 ? "1er" : std::to_string(number);
    return fmt::format("{} {} {}", ordinal, month, static_cast<int>(parts.year()));
}

}  // namespace raquette::text
