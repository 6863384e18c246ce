#include "gis/model/period.h"

#include <charconv>
#include <ctime>

namespace raquette::model {

namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
    return value;
}

std::string padded(int value, std::size_t width) {
    const std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::int32_t daysOf(Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

}  // namespace

int yearOf(Day day) {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

Day monthsLater(Day day, int months) {
    const std::chrono::year_month_day date(day);
    const auto month = date.year() / date.month() + std::chrono::months(months);
    const std::chrono::year_month_day same(month.year(), month.month(), date.day());
    return same.ok() ? Day(same) : Day(month / std::chrono::last);
}

Day inYear(Day day, int year) {
    return monthsLater(day, 12 * (year - yearOf(day)));
}

Day today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    using namespace std::chrono;
    return sys_days{year{local.tm_year + 1900} / month{static_cast<unsigned>(local.tm_mon + 1)} /
                    day{static_cast<unsigned>(local.tm_mday)}};
}

std::string isoText(Day day) {
    const std::chrono::year_month_day date{day};
    return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<int>(static_cast<unsigned>(date.month())), 2) + "-" +
           padded(static_cast<int>(static_cast<unsigned>(date.day())), 2);
}

std::optional<PartialDate> PartialDate::parse(std::string_view iso) {
    using namespace std::chrono;
    const bool shape = iso.size() == 4 || (iso.size() == 7 && iso[4] == '-') || (iso.size() == 10 && iso[4] == '-' && iso[7] == '-');
    if (!shape) return std::nullopt;
    const auto yearNumber = digits(iso.substr(0, 4));
    if (!yearNumber) return std::nullopt;
    PartialDate date;
    date.letters_ = static_cast<std::uint8_t>(iso.size());
    const year y{*yearNumber};
    if (iso.size() == 4) {
        date.first_ = daysOf(y / January / 1);
        date.last_ = daysOf(y / December / 31);
        return date;
    }
    const auto monthNumber = digits(iso.substr(5, 2));
    if (!monthNumber || *monthNumber < 1 || *monthNumber > 12) return std::nullopt;
    const month m{static_cast<unsigned>(*monthNumber)};
    if (iso.size() == 7) {
        date.first_ = daysOf(y / m / 1);
        date.last_ = daysOf(y / m / std::chrono::last);
        return date;
    }
    const auto dayNumber = digits(iso.substr(8, 2));
    if (!dayNumber || *dayNumber < 1) return std::nullopt;
    const year_month_day whole{y, m, day{static_cast<unsigned>(*dayNumber)}};
    if (!whole.ok()) return std::nullopt;
    date.first_ = date.last_ = daysOf(whole);
    return date;
}

std::string PartialDate::text() const {
    return isoText(first()).substr(0, letters_);
}

std::optional<Day> parseDay(std::string_view iso) {
    if (iso.size() != 10) return std::nullopt;
    const auto date = PartialDate::parse(iso);
    if (!date) return std::nullopt;
    return date->first();
}

}  // namespace raquette::model
