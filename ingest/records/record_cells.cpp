#include "ingest/records/records.h"
#include "ingest/table/cells.h"

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
    return cellOf<int>(row, key, readYear, "bad-year");
}

std::optional<model::Euros> moneyCell(RecordRow& row, std::string_view key) {
    const auto money = cellOf<Money>(row, key, readMoney, "bad-amount");
    if (!money) return std::nullopt;
    return money->amount;
}

model::Period periodCells(RecordRow& row, std::string_view startKey, std::string_view endKey) {
    model::Period period;
    period.start = dateCell(row, startKey);
    const std::string end = row.text(endKey);
    if (const auto months = readDuration(end)) {
        if (period.start) {
            period.end = endAfter(*period.start, *months);
        } else {
            row.note(endKey, "duration-without-start");
        }
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
