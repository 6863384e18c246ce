#include "ingest/quality/quality.h"

#include "ingest/duplicates/records_by_row.h"
#include "ingest/table/cells.h"
#include "ingest/table/column_keys.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>

namespace raquette::ingest {

namespace {

using model::SourceQuality;
using SourceIndex = std::map<std::string, SourceQuality*, std::less<>>;

void countPlace(const model::Actor& record, const SourceIndex& sources) {
    const auto found = sources.find(record.origin.source);
    if (found == sources.end()) return;
    if (record.place.position) {
        ++found->second->atPrecision[static_cast<std::size_t>(record.place.precision)];
    } else {
        ++found->second->notPlaced;
    }
}

/// `1 234,5` or `1,234.5` as our texts have it.
double numberIn(const std::string& text, model::Language language) {
    const char decimal = language == model::Language::French ? ',' : '.';
    std::string plain;
    for (const char c : text) {
        if (c >= '0' && c <= '9') plain += c;
        if (c == decimal) plain += '.';
    }
    double value = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return value;
}

long rowsOf(const model::Issue& issue) {
    const auto alike = issue.facts.find("rows");
    long rows = 1;
    if (alike != issue.facts.end()) std::from_chars(alike->second.data(), alike->second.data() + alike->second.size(), rows);
    return rows;
}

/// Issues of one source that say the same thing of the same column.
class Grouping {
public:
    void add(const model::Issue& issue) {
        const Key key{issue.effect == model::IssueEffect::Rejected ? 0 : 1, issue.what.empty() ? issue.rule : issue.what, issue.column};
        model::IssueGroup& group = groups_[key];
        if (group.rows == 0) group = {issue.what, issue.effect, 0, issue, {}};
        group.rows += rowsOf(issue);
        constexpr std::size_t listed = 10;
        if (group.firstRows.size() < listed && issue.row > 0) group.firstRows.push_back(issue.row);
    }
    std::vector<model::IssueGroup> take() {
        std::vector<model::IssueGroup> groups;
        for (auto& [key, group] : groups_) groups.push_back(std::move(group));
        std::ranges::stable_sort(groups, {}, [](const model::IssueGroup& group) {
            return std::pair(group.effect != model::IssueEffect::Rejected, -group.rows);
        });
        return groups;
    }

private:
    using Key = std::tuple<int, std::string, std::string>;
    std::map<Key, model::IssueGroup> groups_;
};

std::string factOf(const model::Issue& issue, const char* key) {
    const auto found = issue.facts.find(key);
    return found == issue.facts.end() ? std::string() : found->second;
}

void readIssues(const model::Study& study, const model::Dataset& dataset, const SourceIndex& sources) {
    constexpr std::array<std::string_view, 2> unknown{"unknown-code", "placeholder"};
    std::optional<RecordsByRow> records;
    std::map<std::string, Grouping> groupings;
    for (const model::Issue& issue : dataset.issues) {
        const auto found = sources.find(issue.source);
        if (found == sources.end()) continue;
        SourceQuality& quality = *found->second;
        groupings[issue.source].add(issue);
        if (std::ranges::find(unknown, issue.what) != unknown.end()) quality.unknownCodes += rowsOf(issue);
        if (issue.what == "old-code") quality.oldCodes += rowsOf(issue);
        if (issue.what != "far-position") continue;
        if (!records) records.emplace(dataset);
        const model::Actor* record = records->at(issue.source, issue.row);
        quality.far.push_back({record ? record->id.str() : "",
                               record ? record->name.str() : "",
                               {issue.source, issue.row},
                               numberIn(factOf(issue, "km"), study.language),
                               factOf(issue, "name")});
    }
    for (auto& [source, grouping] : groupings) sources.at(source)->issues = grouping.take();
    for (const auto& [source, quality] : sources) {
        std::ranges::stable_sort(quality->far, std::ranges::greater(), &model::FarPosition::kilometres);
    }
}

}  // namespace

namespace {

/// No longer than what a reader takes in at a glance.
std::string shortened(std::string_view cell) {
    constexpr std::size_t longest = 32;  // bytes
    if (cell.size() <= longest) return std::string(cell);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U) --end;  // between two letters
    return std::string(cell.substr(0, end)) + "…";
}

void addSample(std::string_view cell, RecognisedColumn& column) {
    constexpr std::size_t most = 3;
    if (column.samples.size() == most || std::ranges::find(personalKeys(), column.key) != personalKeys().end()) return;
    std::string sample = shortened(cell);
    if (std::ranges::find(column.samples, sample) == column.samples.end()) column.samples.push_back(std::move(sample));
}

}  // namespace

void countFilled(const model::SourceDeclaration& source, const Table& table, std::vector<RecognisedColumn>& columns) {
    std::vector<RecognisedColumn*> ours(table.header.size(), nullptr);
    std::size_t next = 0;
    for (RecognisedColumn& column : columns) {
        if (column.source != source.id) continue;
        while (next < table.header.size() && table.header[next] != column.column) ++next;
        if (next < table.header.size()) ours[next++] = &column;
    }
    for (const TableRow& row : table.rows) {
        for (std::size_t i = 0; i < std::min(ours.size(), row.cells.size()); ++i) {
            if (ours[i] == nullptr || saysNothing(row.cells[i])) continue;
            ++ours[i]->filled;
            addSample(row.cells[i], *ours[i]);
        }
    }
}

model::Quality assessQuality(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset,
                             const std::vector<RecognisedColumn>& columns) {
    model::Quality quality;
    quality.sources.resize(dataset.sources.size());
    SourceIndex sources;
    for (std::size_t i = 0; i < dataset.sources.size(); ++i) {
        quality.sources[i].source = dataset.sources[i].id;
        sources[dataset.sources[i].id] = &quality.sources[i];
        for (const RecognisedColumn& column : columns) {
            if (column.source != dataset.sources[i].id) continue;
            quality.sources[i].columns.push_back({column.column, column.key, column.filled, dataset.sources[i].rows});
        }
    }
    for (const model::Actor& actor : dataset.actors) countPlace(actor, sources);
    for (const model::Venue& venue : dataset.venues) countPlace(venue, sources);
    readIssues(study, dataset, sources);
    quality.completeness = completenessOf(study, reference, dataset);
    quality.fixes = fixesOf(study, reference, dataset);
    return quality;
}

}  // namespace raquette::ingest
