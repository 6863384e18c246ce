#include "gis/text/fold.h"
#include "ingest/records/records.h"
#include "ingest/table/cells.h"

#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

template <class Value>
std::optional<Value> cellOf(RecordRow& row, std::string_view key, std::optional<Value> (*read)(std::string_view), std::string_view what) {
    const std::string text = row.text(key);
    if (text.empty()) return std::nullopt;
    std::optional<Value> value = read(text);
    if (!value) row.note(key, what);
    return value;
}

}  // namespace

std::optional<model::PartialDate> dateCell(RecordRow& row, std::string_view key) {
    return cellOf<model::PartialDate>(row, key, readDate, "bad-date");
}

std::optional<long> countCell(RecordRow& row, std::string_view key) {
    return cellOf<long>(row, key, readCount, "bad-count");
}

std::optional<double> decimalCell(RecordRow& row, std::string_view key) {
    return cellOf<double>(row, key, readDecimal, "bad-number");
}

std::optional<int> yearCell(RecordRow& row, std::string_view key) {
    const auto yearOf = [](std::string_view cell) {
        const auto date = readYear(cell) ? std::nullopt : readDate(cell);
        return date ? std::optional(static_cast<int>(std::chrono::year_month_day(date->first()).year())) : readYear(cell);
    };
    return cellOf<int>(row, key, +yearOf, "bad-year");
}

std::optional<model::Euros> moneyCell(RecordRow& row, std::string_view key) {
    const auto money = cellOf<Money>(row, key, readMoney, "bad-amount");
    if (!money) return std::nullopt;
    return money->amount;
}

bool saysOngoing(std::string_view cell) {
    static constexpr std::array<std::string_view, 8> words{"en cours", "en vigueur", "a ce jour",         "actuel",
                                                           "present",  "ongoing",    "toujours en cours", "aujourd hui"};
    return !cell.empty() && std::ranges::find(words, text::fold(cell)) != words.end();
}

namespace {

bool saysNoEnd(std::string_view cell) {
    static constexpr std::array<std::string_view, 9> words{"indeterminee", "indetermine", "illimite", "sans terme", "tacite reconduction",
                                                           "sans limite",  "permanent",   "sans fin", "open ended"};
    const std::string folded = text::fold(cell);
    return std::ranges::any_of(words, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

/// `5 ans renouvelables`, `3 ans (renouvelable une fois)` → what is sure of them.
std::optional<int> durationIn(std::string_view cell) {
    const std::string folded = text::fold(cell.substr(0, cell.find('(')));
    return readDuration(folded.substr(0, folded.find(" renouvelable")));
}

/// A column of durations may give the unit in its name: `Durée (mois)`.
std::optional<int> durationCell(RecordRow& row) {
    const std::string cell = row.text("duration");
    if (cell.empty()) return std::nullopt;
    if (const auto months = durationIn(cell)) return months;
    const std::string name = text::fold(row.columnOf("duration"));
    const auto count = readCount(cell);
    const bool inMonths = name.find("mois") != std::string::npos || name.find("month") != std::string::npos;
    if (count && *count > 0 && *count <= 1200) return static_cast<int>(*count) * (inMonths ? 1 : 12);
    row.note("duration", "bad-duration");
    return std::nullopt;
}

/// `Date de signature : 09 décembre 2016`.
std::optional<model::PartialDate> labelledDate(RecordRow& row, std::string_view key) {
    const std::string cell = row.text(key);
    const std::size_t colon = cell.rfind(": ");
    if (colon == std::string::npos || readDate(cell)) return dateCell(row, key);
    const auto date = readDate(std::string_view(cell).substr(colon + 2));
    return date ? date : dateCell(row, key);
}

}  // namespace

model::Period periodCells(RecordRow& row, std::string_view startKey, std::string_view endKey) {
    model::Period period;
    period.start = labelledDate(row, startKey);
    const std::string end = row.text(endKey);
    std::optional<int> months = durationIn(end);
    if (!months && end.empty()) months = durationCell(row);
    if (months) {
        if (period.start) {
            period.end = endAfter(*period.start, *months);
        } else {
            row.note(row.text(endKey).empty() ? "duration" : endKey, "duration-without-start");
        }
    } else if (saysNoEnd(end)) {
        period.open = true;
    } else if (saysOngoing(end)) {
        row.noteAlike(endKey, "ongoing-end");
    } else if (!end.empty()) {
        period.end = readDate(end);
        if (!period.end) row.note(endKey, "bad-end");
    }
    if (period.start && period.end && period.end->last() < period.start->first()) {
        row.note(endKey, "end-before-start");
    }
    return period;
}

}  // namespace raquette::ingest
