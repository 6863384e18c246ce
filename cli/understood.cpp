#include "cli/understood.h"

#include "cli/text_table.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::cli {

namespace {

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

std::string columnsText(const std::vector<ingest::RecognisedColumn>& columns, const std::vector<model::SourceSummary>& sources,
                        model::Language language) {
    const auto heading = [&](const char* key) { return text::say(language, std::string("quality.head.") + key); };
    TextTable table({{heading("source")}, {heading("column")}, {heading("key")}, {heading("because")}, {heading("filled"), Align::Right}});
    bool some = false;
    for (const ingest::RecognisedColumn& column : columns) {
        if (column.key.empty() && column.reason.empty()) continue;  // the report names them together
        some = true;
        const auto source = std::ranges::find(sources, column.source, &model::SourceSummary::id);
        const double rows = source == sources.end() ? 0 : static_cast<double>(source->rows);
        table.add({column.source, column.column, column.key.empty() ? "–" : column.key, column.reason,
                   rows == 0 ? "–" : text::percent(language, {static_cast<double>(column.filled) / rows})});
    }
    return some ? table.text() : "";
}

}  // namespace raquette::cli
