#include "ingest/records/record_row.h"

#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "ingest/table/cells.h"

#include <fmt/format.h>
#include <algorithm>
#include <functional>
#include <iterator>

namespace raquette::ingest {

namespace {

const std::vector<std::size_t>& columnsOf(const ColumnMap& map, std::string_view key) {
    static const std::vector<std::size_t> none;
    const auto found = map.keys.find(key);
    return found == map.keys.end() ? none : found->second;
}

/// Codes are not numbers, though some programs save them as such.
bool isCode(std::string_view key) {
    return key == "postcode" || key == "insee" || key == "siret" || key == "departement";
}

/// `1400.0` and `1400,00` → `1400`.
void dropDecimals(std::string& cell) {
    const std::size_t point = cell.find_first_of(".,");
    if (point == std::string::npos || point == 0 || point + 1 == cell.size()) return;
    if (cell.find_first_not_of("0123456789") != point || cell.find_first_not_of('0', point + 1) != std::string::npos) return;
    cell.resize(point);
}

/// « café-lecture » (7), « cinéma » (3, 12, 15…).
std::string wordsAndRows(const std::map<std::string, SourceReading::UnknownWord>& words, model::Language language) {
    constexpr std::size_t most = 12;
    std::vector<const std::pair<const std::string, SourceReading::UnknownWord>*> sorted;
    for (const auto& word : words) sorted.push_back(&word);
    std::ranges::stable_sort(sorted, std::greater<>(), [](const auto* word) { return word->second.count; });
    std::vector<std::string> told;
    for (const auto* word : sorted) {
        if (told.size() == most) break;
        const std::size_t rows = word->second.rows.size();
        told.push_back(text::say(
            language, rows == 1 ? "issue.unknown-words.word" : "issue.unknown-words.words",
            {{"word", word->first},
             {"rows", fmt::format("{}{}", fmt::join(word->second.rows, ", "), word->second.count > static_cast<long>(rows) ? "…" : "")}}));
    }
    if (words.size() > most) told.push_back(text::say(language, "issue.and-more", {{"count", std::to_string(words.size() - most)}}));
    return fmt::format("{}", fmt::join(told, ", "));
}

}  // namespace

SourceReading SourceReading::part(model::Issues& own) const {
    return {source, table, columns, own, language, {}, {}, vocabularies, {}, shape, {}};
}

void SourceReading::absorb(SourceReading& part) {
    issues.insert(issues.end(), std::make_move_iterator(part.issues.begin()), std::make_move_iterator(part.issues.end()));
    for (auto& [what, group] : part.alike) {
        Alike& known = alike[what];
        if (known.rows == 0) known.first = std::move(group.first);
        known.rows += group.rows;
        if (known.first.facts.contains("rows")) known.first.facts["rows"] = std::to_string(known.rows);
    }
    for (auto& [key, words] : part.unknownWords) {
        for (auto& [word, unknown] : words) {
            UnknownWord& known = unknownWords[key][word];
            known.count += unknown.count;
            for (const long row : unknown.rows) {
                if (known.rows.size() < UnknownWord::rowsTold) known.rows.push_back(row);
            }
        }
    }
    withheld.merge(part.withheld);
}

void SourceReading::tellUnknownWords() {
    for (const auto& [key, words] : unknownWords) {
        long values = 0;
        for (const auto& [word, unknown] : words) values += unknown.count;
        const std::string vocabulary = key == "functions" ? key : (key == "legal_form" ? "legal_forms" : "contract_types");
        model::Issue issue = issueOf(source, 0, language, "unknown-words",
                                     {{"words", wordsAndRows(words, language)},
                                      {"vocabulary", vocabulary},
                                      {"count", std::to_string(words.size())},
                                      {"values", std::to_string(values)}});
        const auto& used = columnsOf(columns, key);
        if (!used.empty()) issue.column = table.header[used.front()];
        issues.push_back(std::move(issue));
    }
    unknownWords.clear();
}

void SourceReading::tellUnusedColumns() {
    if (shape.isAddressBase) return;      // what it is was said: it has no columns to ask about
    constexpr std::size_t eachUpTo = 12;  // a survey has hundreds of questions: beyond these they are told together
    std::vector<model::Issue> told;
    std::vector<std::string> names;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        if (columns.isTaken(column) || table.header[column] == rejectColumn) continue;
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
        names.push_back(table.header[column]);
        told.push_back(std::move(issue));
    }
    if (told.size() > eachUpTo) {
        std::string list = fmt::format("{}", fmt::join(names.begin(), names.begin() + eachUpTo, ", "));
        list += ", " + text::say(language, "issue.and-more", {{"count", std::to_string(names.size() - eachUpTo)}});
        told = {issueOf(source, 0, language, "unused-columns",
                        {{"kind", std::string(model::name(source.kind))}, {"count", std::to_string(names.size())}, {"columns", list}})};
    }
    issues.insert(issues.end(), std::make_move_iterator(told.begin()), std::make_move_iterator(told.end()));
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
    if (reading_.source.values.empty()) return std::string(word);
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

bool RecordRow::isWithheld(std::string_view key) const {
    if (reading_.withheld.empty()) return false;
    const auto found = reading_.withheld.find({row_.file, row_.number});
    return found != reading_.withheld.end() && std::ranges::find(found->second, key) != found->second.end();
}

void RecordRow::withhold(std::span<const std::string_view> keys) {
    auto& ofRow = reading_.withheld[{row_.file, row_.number}];
    ofRow.insert(ofRow.end(), keys.begin(), keys.end());
}

std::string RecordRow::cell(std::size_t column) const {
    return saysNothing(row_.cells[column]) ? std::string() : std::string(row_.cells[column]);
}

std::string RecordRow::columnOf(std::string_view key) const {
    const auto& columns = columnsOf(reading_.columns, key);
    return columns.empty() ? std::string() : columnName(columns.front());
}

const Vocabularies& RecordRow::vocabularies() const {
    static const Vocabularies plain = vocabulariesOf({});
    return reading_.vocabularies ? *reading_.vocabularies : plain;
}

std::string RecordRow::written(std::string_view key) const {
    std::string text;
    if (isWithheld(key)) return text;
    for (const std::size_t column : columnsOf(reading_.columns, key)) {
        if (row_.cells[column].empty()) continue;
        if (!text.empty()) text += ' ';
        text += row_.cells[column];
    }
    return text;
}

std::string RecordRow::joined(std::string_view key) const {
    std::string text;
    if (isWithheld(key)) return text;
    for (const std::size_t column : columnsOf(reading_.columns, key)) {
        if (saysNothing(row_.cells[column])) continue;
        if (!text.empty()) text += ' ';
        text += row_.cells[column];
    }
    return text;
}

std::string RecordRow::text(std::string_view key) const {
    const bool several = columnsOf(reading_.columns, key).size() > 1;  // then one of them may say nothing
    std::string cell = mapped(key, several ? joined(key) : written(key));
    if (saysNothing(cell)) return {};
    if (isCode(key)) dropDecimals(cell);
    return cell;
}

model::PrivateFields RecordRow::personalCells() const {
    model::PrivateFields fields;
    for (const std::size_t column : reading_.columns.personal) {
        if (!saysNothing(row_.cells[column])) fields[reading_.table.header[column]] = std::string(row_.cells[column]);
    }
    return fields;
}

model::Issue RecordRow::issue(std::string_view key, std::string_view what, const IssueValues& values) const {
    model::Issue issue = issueOf(reading_.source, row_.number, reading_.language, what, values);
    locate(issue, reading_.table, row_);
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

void RecordRow::reject(const model::Issue& told) {
    rejected_ = true;
    rejection_ += fmt::format("{}{} → {}", rejection_.empty() ? "" : " | ", told.rule, told.action);
}

void RecordRow::reject(std::string_view key, std::string_view what, const IssueValues& values) {
    reading_.issues.push_back(issue(key, what, values));
    reading_.issues.back().effect = model::IssueEffect::Rejected;
    reject(reading_.issues.back());
}

void RecordRow::rejectAlike(std::string_view key, std::string_view what, const IssueValues& values) {
    SourceReading::Alike& group = reading_.alike[{std::string(key), std::string(what)}];
    if (group.rows++ == 0) {
        group.first = issue(key, what, values);
        group.first.effect = model::IssueEffect::Rejected;
    }
    reject(group.first);
}

void RecordRow::noteUnknownWord(std::string_view key, const std::string& word) {
    if (holdsPersonalData(word)) return;
    SourceReading::UnknownWord& unknown = reading_.unknownWords[std::string(key)][word];
    ++unknown.count;
    if (unknown.rows.size() < SourceReading::UnknownWord::rowsTold) unknown.rows.push_back(row_.number);
}

}  // namespace raquette::ingest
