#include "ingest/records/figures.h"

#include "gis/text/fold.h"
#include "ingest/records/records.h"
#include "ingest/table/cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace raquette::ingest {

namespace {

using model::Activity;

constexpr std::array<std::string_view, 6> ownKeys{"fte", "staff", "budget", "events", "admissions", "members"};

bool isEmpty(const Activity& figures) {
    return !figures.fte && !figures.staff && !figures.budget && !figures.events && !figures.admissions && !figures.members;
}

std::optional<long> rounded(const std::optional<double>& value) {
    if (!value || *value < 0) return std::nullopt;
    return std::lround(*value);
}

/// Puts the cell of a yearly column where it belongs; false when it cannot be read.
bool put(Activity& figures, const std::string& key, const std::string& cell) {
    if (key == "budget") {
        const auto money = readMoney(cell);
        if (money) figures.budget = money->amount;
        return money.has_value();
    }
    const auto value = readDecimal(cell);
    if (!value) return false;
    if (key == "fte") figures.fte = value;
    if (key == "staff") figures.staff = rounded(value);
    if (key == "events") figures.events = rounded(value);
    if (key == "admissions") figures.admissions = rounded(value);
    if (key == "members") figures.members = rounded(value);
    return true;
}

Activity ownFigures(RecordRow& row) {
    Activity figures;
    figures.fte = decimalCell(row, "fte");
    figures.staff = countCell(row, "staff");
    figures.budget = moneyCell(row, "budget");
    figures.events = countCell(row, "events");
    figures.admissions = countCell(row, "admissions");
    figures.members = countCell(row, "members");
    return figures;
}

}  // namespace

std::vector<Activity> figuresOf(RecordRow& row, const std::string& actor) {
    std::map<int, Activity> byYear;
    for (const FigureColumn& column : row.shape().figures) {
        const std::string cell = row.cell(column.column);
        if (cell.empty() || column.key == "granted" || column.key == "asked" || column.key == "amount") continue;
        if (!put(byYear[column.year], column.key, cell))
            row.noteAlike("figures", "bad-figure", {{"column", row.columnName(column.column)}});
    }
    std::vector<Activity> all;
    for (auto& [year, figures] : byYear) {
        figures.year = year;
        if (!isEmpty(figures)) all.push_back(figures);
    }
    Activity own = ownFigures(row);
    if (!isEmpty(own)) {
        own.year = yearCell(row, "year");
        all.push_back(own);
    }
    for (Activity& figures : all) {
        figures.origin = row.origin();
        figures.actor = actor;
    }
    return all;
}

std::span<const std::string_view> ownFigureKeys() {
    return ownKeys;
}

bool mayHoldFigures(const SourceReading& reading) {
    static constexpr std::array<std::string_view, 3> ofGrants{"granted", "asked", "amount"};
    const auto has = [&](std::string_view key) { return reading.columns.has(key); };
    return !reading.shape.figures.empty() || std::ranges::any_of(ownKeys, has) || std::ranges::any_of(ofGrants, has);
}

bool sameFigures(const Activity& a, const Activity& b) {
    const auto told = [](const Activity& figures) {
        return std::tie(figures.year, figures.fte, figures.staff, figures.budget, figures.events, figures.admissions, figures.members);
    };
    return told(a) == told(b);
}

bool sameGrant(const model::Grant& a, const model::Grant& b) {
    return std::tie(a.scheme, a.year, a.asked, a.granted) == std::tie(b.scheme, b.year, b.asked, b.granted);
}

bool amountIsGrant(const RecordRow& row) {
    const std::string name = text::fold(row.columnOf("amount"));
    static constexpr std::array<std::string_view, 6> words{"subvention", "aide", "soutien", "accord", "attribu", "grant"};
    return std::ranges::any_of(words, [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

std::vector<model::Grant> grantsOf(RecordRow& row, const std::string& actor) {
    std::map<std::pair<int, std::string>, model::Grant> byColumn;
    for (const FigureColumn& column : row.shape().figures) {
        if (column.key != "granted" && column.key != "asked") continue;
        const std::string cell = row.cell(column.column);
        if (cell.empty()) continue;
        const auto money = readMoney(cell);
        if (!money) {
            row.noteAlike("figures", "bad-figure", {{"column", row.columnName(column.column)}});
            continue;
        }
        model::Grant& grant = byColumn[{column.year, column.funder}];
        grant.year = column.year;
        grant.scheme = column.funder;
        (column.key == "granted" ? grant.granted : grant.asked) = money->amount;
    }
    std::vector<model::Grant> all;
    for (auto& [column, grant] : byColumn) all.push_back(std::move(grant));
    model::Grant own;
    own.asked = moneyCell(row, "asked");
    own.granted = moneyCell(row, "granted");
    if (!own.granted && row.has("amount") && amountIsGrant(row)) own.granted = moneyCell(row, "amount");
    if (own.asked || own.granted) {
        own.scheme = row.text("scheme");
        own.year = yearCell(row, "year");
        all.push_back(std::move(own));
    }
    for (model::Grant& grant : all) {
        grant.origin = row.origin();
        grant.actor = actor;
    }
    return all;
}

}  // namespace raquette::ingest
