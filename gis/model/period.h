#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace raquette::model {

using Day = std::chrono::sys_days;

int yearOf(Day day);
/// The same day so many months later, or earlier below zero; the last of that month where it is shorter.
Day monthsLater(Day day, int months);
/// The same day of another year.
Day inYear(Day day, int year);
/// The day it is here, not in Greenwich.
Day today();
/// ISO text of a day: `2026-01-31`.
std::string isoText(Day day);
/// A whole ISO day; nothing when the text is not one or the day does not exist.
std::optional<Day> parseDay(std::string_view iso);

/// A date as precise as the source gave it: a year, a month or a day. Kept and written as ISO text of that precision.
class PartialDate {
public:
    /// Reads `2007`, `2007-02`, `2007-02-28`; nothing for anything else.
    static std::optional<PartialDate> parse(std::string_view iso);

    /// The first day it may mean: what a start or an opening takes.
    Day first() const { return Day{std::chrono::days{first_}}; }
    /// The last day it may mean: what an end or a closing takes.
    Day last() const { return Day{std::chrono::days{last_}}; }
    /// As precise as it was given.
    std::string text() const;
    bool operator==(const PartialDate&) const = default;

private:
    // Days since 1970. Records hold two dates each, by the million.
    std::int32_t first_ = 0;
    std::int32_t last_ = 0;
    std::uint8_t letters_ = 10;  ///< of its ISO text: 4, 7 or 10
};

/// From a start to an end, either of which may be unknown.
struct Period {
    std::optional<PartialDate> start;
    std::optional<PartialDate> end;
    bool open = false;  ///< its end is not unknown: it is said to have none (« durée indéterminée »)

    bool operator==(const Period&) const = default;
};

}  // namespace raquette::model
