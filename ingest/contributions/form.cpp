#include "ingest/contributions/form.h"

#include "gis/model/error.h"
#include "gis/store/form_workbook.h"
#include "gis/text/catalogue.h"
#include "ingest/table/table.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using model::FieldChange;
using model::Language;

// What a structure can say of itself, in the order of a sheet of paper.
constexpr std::array<std::string_view, 19> asked{"name",    "functions", "type",    "labels",  "legal_form", "status", "opened",
                                                 "closed",  "capacity",  "rooms",   "address", "insee",      "siret",  "rna",
                                                 "network", "member",    "website", "actor",   "notes"};
constexpr std::array<const char*, 5> headKeys{"form.id", "form.key", "form.field", "form.now", "form.correction"};
enum Column : std::size_t { Id, Key, Field, Now, Correction };

std::vector<std::string> choicesOf(std::string_view field) {
    if (field == "member") return {"oui", "non"};
    if (field == "status") return {"open", "closed", "planned"};
    return {};
}

}  // namespace

std::span<const std::string_view> formFields() {
    return asked;
}

std::string fieldLabel(std::string_view field, Language language) {
    const std::string key = "assistant.key." + std::string(field);
    return text::isSaid(key) ? text::say(language, key) : std::string(field);
}

void writeForm(const FieldState& fields, const std::vector<std::string>& records, const std::filesystem::path& file, Language language) {
    for (const std::string& record : records) {
        if (textIn(fields, record, "name").empty())
            throw model::Error(
                fmt::format("No record of the study has the id “{}”. `raquette explain STUDY NAME` tells the id of one.", record));
    }
    std::vector<store::FormRow> rows;
    for (const std::string& record : records) {
        for (const std::string_view field : asked)
            rows.push_back({record, std::string(field), fieldLabel(field, language), textIn(fields, record, field), choicesOf(field)});
    }
    std::array<std::string, headKeys.size()> heads;
    for (std::size_t i = 0; i < heads.size(); ++i) heads.at(i) = text::say(language, headKeys.at(i));
    store::writeFormWorkbook(text::say(language, "form.sheet"), heads, rows, file);
}

std::vector<FieldChange> readForm(const std::filesystem::path& file, Language language) {
    model::SourceDeclaration source;
    source.id = "form";
    source.path = file;
    source.writtenPath = file.string();
    source.header = 1;
    model::Issues issues;
    const Table table = readTable(source, language, issues);
    std::array<std::size_t, headKeys.size()> at{};
    for (std::size_t i = 0; i < headKeys.size(); ++i) {
        const auto found = std::ranges::find_if(table.header, [&](const std::string& name) {
            return name == text::say(Language::French, headKeys.at(i)) || name == text::say(Language::English, headKeys.at(i));
        });
        if (found == table.header.end())
            throw model::Error(
                fmt::format("{}: it is no form of Raquette: it has no column “{}”.", file.string(), text::say(language, headKeys.at(i))));
        at.at(i) = static_cast<std::size_t>(found - table.header.begin());
    }
    std::vector<FieldChange> changes;
    for (const TableRow& row : table.rows) {
        const auto cell = [&](Column column) {
            return at.at(column) < row.cells.size() ? std::string(row.cells[at.at(column)]) : std::string();
        };
        if (cell(Correction).empty()) continue;
        if (std::ranges::find(asked, cell(Key)) == asked.end())
            throw model::Error(fmt::format("{}: row {}: “{}” is no field of a record: the grey cells must stay as they were.",
                                           file.string(), row.number, cell(Key)));
        changes.push_back({cell(Id), cell(Key), cell(Now), cell(Correction)});
    }
    if (changes.empty()) throw model::Error(fmt::format("{}: nothing was corrected in it.", file.string()));
    return changes;
}

}  // namespace raquette::ingest
