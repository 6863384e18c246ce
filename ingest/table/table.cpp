#include "ingest/table/table.h"

#include "gis/model/error.h"
#include "ingest/records/issue_text.h"
#include "ingest/table/csv.h"
#include "ingest/table/table_filter.h"
#include "ingest/table/text_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using model::SourceDeclaration;

/// Spaces of any kind at both ends, the no-break ones of French spreadsheets included.
std::string trimmed(std::string_view text) {
    constexpr std::array<std::string_view, 9> spaces{" ", "\t", "\n", "\r", "\v", "\f", "\u00A0", "\u202F", "\uFEFF"};
    const auto strip = [&](auto startsOrEnds, auto remove) {
        for (bool again = true; again;) {
            again = false;
            for (const std::string_view space : spaces) {
                if (!startsOrEnds(space)) continue;
                remove(space.size());
                again = true;
            }
        }
    };
    strip([&](std::string_view s) { return text.starts_with(s); }, [&](std::size_t n) { text.remove_prefix(n); });
    strip([&](std::string_view s) { return text.ends_with(s); }, [&](std::size_t n) { text.remove_suffix(n); });
    return std::string(text);
}

/// What stands beyond the last column is most often a separator typed inside its text: it is put back there.
void fitToHeader(const SourceDeclaration& source, model::Language language, CsvRow& row, const Csv& csv, std::size_t columns,
                 model::Issues& issues) {
    while (row.cells.size() > columns && row.cells.back().find_first_not_of(" \t") == std::string::npos) row.cells.pop_back();
    if (row.cells.size() != columns) {
        const std::string_view what = row.cells.size() > columns ? "too-many-cells" : "too-few-cells";
        issues.push_back(issueOf(source, row.number, language, what,
                                 {{"header", std::to_string(columns)}, {"cells", std::to_string(row.cells.size())}}));
    }
    for (std::size_t i = columns; i < row.cells.size(); ++i) row.cells[columns - 1] += csv.separator + row.cells[i];
    row.cells.resize(columns);
}

Table readCsvTable(const SourceDeclaration& source, model::Language language, model::Issues& issues) {
    const TextFile file = decodeText(readBytes(source.path), source.path);
    if (file.encoding == Encoding::Windows1252) issues.push_back(issueOf(source, 0, language, "windows-1252"));
    Csv csv = parseCsv(file.text);
    if (csv.rows.empty()) throw model::Error(fmt::format("{}: the file is empty: it needs a header and rows", source.path.string()));
    for (const long row : csv.rowsOfStrayQuotes) issues.push_back(issueOf(source, row, language, "stray-quote"));
    Table table;
    for (const std::string& name : csv.rows.front().cells) table.header.push_back(trimmed(name));
    while (table.header.size() > 1 && table.header.back().empty()) table.header.pop_back();
    table.rows.reserve(csv.rows.size() - 1);
    for (std::size_t i = 1; i < csv.rows.size(); ++i) {
        fitToHeader(source, language, csv.rows[i], csv, table.header.size(), issues);
        TableRow row{csv.rows[i].number, {}};
        row.cells.reserve(csv.rows[i].cells.size());
        for (const std::string& cell : csv.rows[i].cells) row.cells.push_back(trimmed(cell));
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) issues.push_back(issueOf(source, 0, language, "no-rows"));
    return table;
}

bool isCsv(std::filesystem::path path) {
    if (path.extension() == ".gz") path = path.stem();
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::string_view, 4> extensions{".csv", ".tsv", ".txt", ".tab"};
    return std::ranges::find(extensions, extension) != extensions.end();
}

}  // namespace

Table readTable(const SourceDeclaration& source, model::Language language, model::Issues& issues) {
    if (!isCsv(source.path)) {
        readBytes(source.path);  // a missing file is said first
        throw model::Error(
            fmt::format("{}: this version reads CSV tables (.csv, .tsv, .txt): save the sheet as CSV (UTF-8)", source.path.string()));
    }
    Table table = readCsvTable(source, language, issues);
    if (!source.filter.empty()) keepRows(table, source.filter, source.path.string());
    return table;
}

}  // namespace raquette::ingest
