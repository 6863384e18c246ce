#include "ingest/table/gdal_cells.h"

#include <fmt/format.h>
#include <ogr_feature.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace raquette::ingest {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string numberText(double value) {
    constexpr double longestWhole = 1e21;
    std::string shown = fmt::format("{:.15g}", value);
    if (value != std::floor(value) || std::abs(value) >= longestWhole) return shown;
    std::from_chars(shown.data(), shown.data() + shown.size(), value);
    return fmt::format("{:.0f}", value);
}

/// `45.439999999999998` or `1.2345678901234E13`: nobody types that.
bool isBinaryNumber(std::string_view raw) {
    if (raw.size() < 6 || raw.size() > 30) return false;
    if (raw.front() == '-') raw.remove_prefix(1);
    const std::size_t exponent = raw.find('E');
    const std::string_view mantissa = raw.substr(0, exponent);
    const auto digits = std::ranges::count_if(mantissa, isDigit);
    if (std::ranges::count(mantissa, '.') != 1 || static_cast<std::size_t>(digits) + 1 != mantissa.size()) return false;
    if (exponent == std::string_view::npos) return digits >= 16;
    std::string_view power = raw.substr(exponent + 1);
    if (power.starts_with('+') || power.starts_with('-')) power.remove_prefix(1);
    return !power.empty() && power.size() <= 3 && std::ranges::all_of(power, isDigit);
}

/// `2007/02/28`, perhaps with an hour: how GDAL writes a day of a column that also holds texts.
bool isSlashedDay(std::string_view raw) {
    return (raw.size() == 10 || (raw.size() == 19 && raw[10] == ' ')) && raw[4] == '/' && raw[7] == '/' &&
           std::ranges::all_of(raw.substr(0, 4), isDigit) && isDigit(raw[5]) && isDigit(raw[6]) && isDigit(raw[8]) && isDigit(raw[9]);
}

std::string dayText(const OGRField& field, bool hour) {
    std::string day = fmt::format("{:04}-{:02}-{:02}", field.Date.Year, field.Date.Month, field.Date.Day);
    const bool midnight = field.Date.Hour == 0 && field.Date.Minute == 0 && field.Date.Second == 0;
    if (!hour || midnight) return day;
    return fmt::format("{}T{:02}:{:02}:{:02}", day, field.Date.Hour, field.Date.Minute, static_cast<int>(field.Date.Second));
}

}  // namespace

std::string shownText(std::string_view raw) {
    if (isSlashedDay(raw)) {
        std::string day(raw.substr(0, 10));
        std::ranges::replace(day, '/', '-');
        return raw.size() == 10 || raw.ends_with(" 00:00:00") ? day : fmt::format("{}T{}", day, raw.substr(11));
    }
    if (!isBinaryNumber(raw)) return std::string(raw);
    double value = 0;
    const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    return error == std::errc() && end == raw.data() + raw.size() ? numberText(value) : std::string(raw);
}

std::string cellText(OGRFeature& feature, int field) {
    if (!feature.IsFieldSetAndNotNull(field)) return {};
    switch (feature.GetFieldDefnRef(field)->GetType()) {
        case OFTReal:
            return numberText(feature.GetFieldAsDouble(field));
        case OFTDate:
            return dayText(*feature.GetRawFieldRef(field), false);
        case OFTDateTime:
            return dayText(*feature.GetRawFieldRef(field), true);
        case OFTString:
            return shownText(feature.GetFieldAsString(field));
        case OFTStringList: {
            std::string text;
            const char* const* part = feature.GetFieldAsStringList(field);
            for (; part && *part; ++part) text += (text.empty() ? "" : ", ") + std::string(*part);
            return text;
        }
        default:
            return feature.GetFieldAsString(field);
    }
}

}  // namespace raquette::ingest
