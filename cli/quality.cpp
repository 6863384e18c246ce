#include "cli/quality.h"

#include "cli/text_table.h"

#include <fmt/format.h>

namespace raquette::cli {

namespace {

std::string whereText(const model::Issue& issue) {
    std::string where = issue.file.empty() ? issue.source : issue.file;
    if (!issue.sheet.empty()) where += "[" + issue.sheet + "]";
    if (issue.row > 0) where += fmt::format(":{}", issue.row);
    if (!issue.column.empty()) where += " " + issue.column;
    if (!issue.value.empty()) where += " “" + issue.value + "”";
    return where;
}

}  // namespace

std::string issuesText(const model::Issues& issues) {
    std::string out;
    for (const model::Issue& issue : issues) {
        const char* effect = issue.effect == model::IssueEffect::Rejected ? "rejected: " : "";
        out += fmt::format("{}{} — {}", effect, whereText(issue), issue.rule);
        out += issue.action.empty() ? "\n" : " — " + issue.action + "\n";
    }
    return out;
}

std::string columnsText(const std::vector<ingest::RecognisedColumn>& columns) {
    TextTable table({{"source"}, {"column"}, {"read as"}, {"because"}});
    for (const ingest::RecognisedColumn& column : columns) {
        table.add({column.source, column.column, column.key.empty() ? "–" : column.key, column.reason});
    }
    return columns.empty() ? "" : table.text();
}

std::string sourcesText(const std::vector<model::SourceSummary>& sources) {
    TextTable table(
        {{"source"}, {"kind"}, {"rows", Align::Right}, {"kept", Align::Right}, {"merged", Align::Right}, {"rejected", Align::Right}});
    for (const model::SourceSummary& source : sources) {
        table.add({source.id, std::string(model::name(source.kind)), std::to_string(source.rows), std::to_string(source.kept),
                   std::to_string(source.merged), std::to_string(source.rejected)});
    }
    return sources.empty() ? "" : table.text();
}

}  // namespace raquette::cli
