#include "ingest/reference/population_cells.h"
#include "ingest/study/passwords.h"
#include "ingest/study/sections.h"
#include "ingest/table/column_keys.h"
#include "ingest/table/encoding.h"
#include "ingest/table/file_kind.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 18> sourceKeyNames{"id",        "kind",        "path",    "sheet",   "header", "encoding",
                                                          "separator", "contributor", "licence", "date",    "rows",   "surveyed",
                                                          "asked",     "answered",    "filter",  "columns", "values", "public"};
constexpr std::string_view unusedKey = "unused";  // in `columns`, beside the keys of design §4
constexpr std::array<std::string_view, 4> rowUnitWords{"structure", "structure-year", "person", "payment"};
constexpr std::array<std::string_view, 4> areaKeyNames{"id", "label", "territories", "path"};
constexpr std::array<std::string_view, 8> populationKeyNames{"path", "layer", "x", "y", "scale", "cell", "weight", "crs"};
constexpr std::array<std::string_view, 7> kindNames{"actors", "venues", "contracts", "amounts", "grants", "links", "activity"};

const TomlNode& tableNode(const KeyReader& keys, std::string_view key) {
    const TomlNode& node = *keys.find(key);
    if (node.kind != TomlNode::Kind::Table) keys.fail(key, "must be a table such as { name = \"nom\" }, on one line");
    return node;
}

/// A day, a month or a year of a source: a TOML date, a text, or a bare year.
std::string sourceDate(const KeyReader& keys) {
    const TomlNode* node = keys.find("date");
    if (!node) return {};
    const std::string text = node->kind == TomlNode::Kind::Integer ? std::to_string(node->integer) : node->text;
    if (!model::PartialDate::parse(text)) keys.fail("date", "must be a day, a month or a year: 2026-04-15, \"2026-04\" or 2026");
    return text;
}

void readColumns(const KeyReader& keys, model::SourceDeclaration& source) {
    if (!keys.has("columns")) return;
    const TomlNode& node = tableNode(keys, "columns");
    std::vector<std::string_view> known = columnKeys(source.kind);
    known.push_back(unusedKey);
    const KeyReader columns(keys.file(), node, fmt::format("`columns` of {}", keys.title()), known);
    source.unusedColumns = columns.texts(unusedKey);
    for (const TomlNode& column : node.items) {
        std::vector<std::string> names = columns.texts(column.key);
        for (const std::string& name : names) {
            if (name.empty()) columns.fail(column.key, "names an empty column");
            if (column.key == unusedKey || std::ranges::find(source.unusedColumns, name) == source.unusedColumns.end()) continue;
            columns.fail(column.key, fmt::format("reads column `{}`, which `{}` says is not to be read", name, unusedKey));
        }
        if (column.key == unusedKey) continue;
        if (names.empty()) {
            columns.fail(column.key,
                         fmt::format("names no column: leave the key out; a column that is not to be read goes in `{}`", unusedKey));
        }
        source.columns[column.key] = std::move(names);
    }
}

void readValues(const KeyReader& keys, model::SourceDeclaration& source) {
    if (!keys.has("values")) return;
    const TomlNode& node = tableNode(keys, "values");
    const KeyReader values(keys.file(), node, fmt::format("`values` of {}", keys.title()), columnKeys(source.kind));
    for (const TomlNode& column : node.items) {
        if (column.kind != TomlNode::Kind::Table) values.fail(column.key, "must be a table { \"word of the source\" = \"our word\" }");
        for (const TomlNode& word : column.items) {
            if (word.kind != TomlNode::Kind::Text) keys.failAt(word.line, fmt::format("the word for `{}` must be a text", word.key));
            source.values[column.key][word.key] = word.text;
        }
    }
}

/// What reading a file guesses, where the study knows better.
void readGuesses(const KeyReader& keys, model::SourceDeclaration& source) {
    source.header = keys.count("header");
    source.encoding = keys.text("encoding");
    if (keys.has("encoding") && !isEncoding(source.encoding)) {
        keys.fail("encoding", "must be one such as \"utf-8\", \"utf-16\", \"windows-1252\" or \"macroman\"");
    }
    source.separator = keys.text("separator");
    if (source.separator == "tab") source.separator = "\t";
    const bool isOneSign = source.separator.size() == 1 && source.separator != "\"" && source.separator != "\n" && source.separator != "\r";
    if (keys.has("separator") && !isOneSign) keys.fail("separator", R"(must be one sign such as ";", "," or "|", or "tab")");
}

}  // namespace

Words sourceKeys() {
    return sourceKeyNames;
}
Words areaKeys() {
    return areaKeyNames;
}
Words populationKeys() {
    return populationKeyNames;
}

model::SourceDeclaration readSource(const KeyReader& keys) {
    model::SourceDeclaration source;
    source.id = keys.id();
    keys.requiredText("kind");
    source.kind = *model::sourceKindNamed(keys.word("kind", kindNames));
    source.writtenPath = keys.requiredText("path");
    source.path = isAddress(source.writtenPath) ? std::filesystem::path(source.writtenPath) : keys.path("path");
    source.writtenPath = withoutPasswords(source.writtenPath);
    source.sheet = keys.text("sheet");
    readGuesses(keys, source);
    source.contributor = keys.text("contributor");
    source.licence = keys.text("licence");
    source.date = sourceDate(keys);
    if (keys.has("surveyed")) source.surveyed = keys.territories("surveyed");
    source.asked = keys.count("asked");
    source.answered = keys.count("answered");
    if (source.asked && source.answered && *source.answered > *source.asked) {
        keys.fail("answered", fmt::format("{} answered but only {} were asked", *source.answered, *source.asked));
    }
    source.filter = keys.text("filter");
    readColumns(keys, source);
    readValues(keys, source);
    source.rows = *model::rowUnitNamed(keys.word("rows", rowUnitWords));
    source.publicFields = keys.words("public", personalKeys());
    return source;
}

model::AreaDeclaration readArea(const KeyReader& keys) {
    model::AreaDeclaration area;
    area.id = keys.id();
    area.label = keys.label("label");
    if (area.label.empty()) area.label = {area.id, area.id};
    area.territories = keys.territories("territories");
    area.path = keys.path("path");
    if (area.territories.empty() == area.path.empty()) {
        keys.failAt(keys.line(), fmt::format("area `{}` needs either `territories` or `path`, one of the two", area.id));
    }
    for (const model::TerritoryId& territory : area.territories) {
        if (territory.level != model::Level::Area && territory.level != model::Level::Study) continue;
        keys.fail("territories",
                  fmt::format("`{}` cannot be part of an area: use communes, EPCI, départements or régions", territory.text()));
    }
    return area;
}

model::PopulationFile readPopulationFile(const KeyReader& keys) {
    model::PopulationFile population;
    population.path = keys.path("path");
    if (population.path.empty()) keys.requiredText("path");
    const PopulationForm form = populationForm(population.path);
    const auto onlyFor = [&](std::string_view key, bool fits, const char* kind) {
        if (fits) return keys.requiredText(key);
        if (keys.has(key)) keys.fail(key, fmt::format("is for {}: leave it out", kind));
        return std::string();
    };
    population.x = onlyFor("x", form == PopulationForm::Points, "a table of points");
    population.y = onlyFor("y", form == PopulationForm::Points, "a table of points");
    population.weight = onlyFor("weight", form != PopulationForm::Raster, "a table or a layer of polygons");
    population.layer = keys.text("layer");
    population.scale = keys.decimal("scale").value_or(1);
    population.cell = keys.decimal("cell");
    if (keys.has("crs")) population.crs = keys.requiredText("crs");
    if (population.scale == 0) keys.fail("scale", "must not be zero");
    if (population.cell && *population.cell <= 0) keys.fail("cell", "must be above zero");
    return population;
}

}  // namespace raquette::ingest
