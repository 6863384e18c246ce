#include "cli/quality.h"

#include "cli/text_table.h"
#include "gis/text/catalogue.h"

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

/// What was guessed of a file, a few words each.
std::vector<std::string> readingWords(const ingest::TableReading& table, model::Language language) {
    using Values = std::vector<std::pair<std::string, std::string>>;
    std::vector<std::string> words{table.format};
    const auto say = [&](const char* what, const Values& values) {
        words.push_back(text::say(language, fmt::format("reading.{}", what), values));
    };
    if (!table.sheet.empty()) say(table.rowsAreNumbered ? "sheet" : "layer", {{"name", table.sheet}});
    if (!table.otherSheets.empty()) say("other-sheets", {{"names", fmt::format("{}", fmt::join(table.otherSheets, ", "))}});
    if (!table.encoding.empty()) say("encoding", {{"name", table.encoding}});
    if (!table.separator.empty()) say("separator", {{"sign", table.separator == "\t" ? "tab" : table.separator}});
    if (table.headerRow > 0) {
        say(table.headerRows > 1 ? "two-headers" : "header",
            {{"row", std::to_string(table.headerRow)}, {"first", std::to_string(table.headerRow - table.headerRows + 1)}});
    } else if (table.rowsAreNumbered) {
        say("no-header", {});
    }
    say("size", {{"rows", std::to_string(table.rows)}, {"columns", std::to_string(table.columns)}});
    return words;
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

std::string tablesText(const std::vector<ingest::TableReading>& tables, model::Language language) {
    std::string out;
    for (const ingest::TableReading& table : tables) {
        const std::string file = table.file.empty() ? "" : "/" + table.file;
        out += fmt::format("{}{}: {}\n", table.source, file, fmt::join(readingWords(table, language), ", "));
        for (const char* why : {"title", "repeated-header", "total", "footnote"}) {
            std::vector<std::string> rows;
            for (const ingest::SkippedRow& row : table.skipped) {
                if (row.why == why) rows.push_back(std::to_string(row.number));
            }
            if (rows.empty()) continue;
            const std::string text = fmt::format("{}", fmt::join(rows, ", "));
            out += "  " + text::say(language, fmt::format("reading.skipped.{}", why), {{"rows", text}}) + "\n";
        }
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
