#include "ingest/records/record_row.h"

#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "ingest/table/cells.h"

#include <fmt/format.h>

namespace raquette::ingest {

namespace {

const std::vector<std::size_t>& columnsOf(const ColumnMap& map, std::string_view key) {
    static const std::vector<std::size_t> none;
    const auto found = map.keys.find(key);
    return found == map.keys.end() ? none : found->second;
}

}  // namespace

void SourceReading::tellUnusedColumns() {
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        if (columns.uses(column) || table.header[column] == rejectColumn) continue;
        long values = 0;
        long firstRow = 0;
        for (const TableRow& row : table.rows) {
            if (saysNothing(row.cells[column])) continue;
            if (values++ == 0) firstRow = row.number;
        }
        if (values == 0) continue;
        model::Issue issue = issueOf(source, firstRow, language, "unused-column",
                                     {{"kind", std::string(model::name(source.kind))}, {"count", std::to_string(values)}});
        issue.column = table.header[column];
        issues.push_back(std::move(issue));
    }
}

void SourceReading::tellAlike() {
    for (auto& [what, group] : alike) {
        if (group.rows > 1)
            group.first.action = text::say(language, "issue.alike", {{"action", group.first.action}, {"rows", std::to_string(group.rows)}});
        issues.push_back(std::move(group.first));
    }
    alike.clear();
}

std::string RecordRow::mapped(std::string_view key, std::string_view word) const {
    const auto values = reading_.source.values.find(std::string(key));
    if (values == reading_.source.values.end()) return std::string(word);
    const auto exact = values->second.find(std::string(word));
    if (exact != values->second.end()) return exact->second;
    const std::string wanted = text::fold(word);
    for (const auto& [theirs, ours] : values->second) {
        if (text::fold(theirs) == wanted) return ours;
    }
    return std::string(word);
}

std::string RecordRow::written(std::string_view key) const {
    std::string text;
    for (const std::size_t column : columnsOf(reading_.columns, key)) {
        if (row_.cells[column].empty()) continue;
        if (!text.empty()) text += ' ';
        text += row_.cells[column];
    }
    return text;
}

std::string RecordRow::joined(std::string_view key) const {
    std::string text;
    for (const std::size_t column : columnsOf(reading_.columns, key)) {
        if (saysNothing(row_.cells[column])) continue;
        if (!text.empty()) text += ' ';
        text += row_.cells[column];
    }
    return text;
}

std::string RecordRow::text(std::string_view key) const {
    const std::string cell = mapped(key, written(key));
    return saysNothing(cell) ? std::string() : cell;
}

model::PrivateFields RecordRow::personalCells() const {
    model::PrivateFields fields;
    for (const std::size_t column : reading_.columns.personal) {
        if (!saysNothing(row_.cells[column])) fields[reading_.table.header[column]] = row_.cells[column];
    }
    return fields;
}

model::Issue RecordRow::issue(std::string_view key, std::string_view what, const IssueValues& values) const {
    model::Issue issue = issueOf(reading_.source, row_.number, reading_.language, what, values);
    const auto& columns = columnsOf(reading_.columns, key);
    if (columns.empty()) return issue;
    issue.column = reading_.table.header[columns.front()];
    issue.value = written(key);
    if (reading_.columns.isPrivate(reading_.source, columns.front()) || holdsPersonalData(issue.value)) issue.value.clear();
    return issue;
}

void RecordRow::note(std::string_view key, std::string_view what, const IssueValues& values) {
    reading_.issues.push_back(issue(key, what, values));
}

void RecordRow::noteAlike(std::string_view key, std::string_view what, const IssueValues& values) {
    SourceReading::Alike& group = reading_.alike[{std::string(key), std::string(what)}];
    if (group.rows++ == 0) group.first = issue(key, what, values);
    group.first.facts["rows"] = std::to_string(group.rows);
}

void RecordRow::noteDepartementOnly(std::string_view key, std::string_view what, const IssueValues& values) {
    note(key, what, values);
    std::string& action = reading_.issues.back().action;
    action = text::say(reading_.language, "issue.departement-only", {{"action", action}});
}

void RecordRow::reject(std::string_view key, std::string_view what, const IssueValues& values) {
    rejected_ = true;
    reading_.issues.push_back(issue(key, what, values));
    model::Issue& told = reading_.issues.back();
    told.effect = model::IssueEffect::Rejected;
    rejection_ += fmt::format("{}{} → {}", rejection_.empty() ? "" : " | ", told.rule, told.action);
}

}  // namespace raquette::ingest
