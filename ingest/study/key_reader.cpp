#include "ingest/study/key_reader.h"

#include "gis/model/error.h"
#include "ingest/table/nearest_word.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace raquette::ingest {

namespace {

using Kind = TomlNode::Kind;

std::string_view nameOf(Kind kind) {
    constexpr std::array<std::string_view, 8> names{"a text", "a whole number", "a number", "true or false",
                                                    "a date", "a list",         "a table",  "something else"};
    return names[static_cast<std::size_t>(kind)];
}

constexpr std::array<std::string_view, 6> territoryPrefixes{"commune", "epci", "dep", "reg", "area", "study"};

}  // namespace

std::string joined(std::span<const std::string_view> words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

std::string suggestion(std::string_view word, std::span<const std::string_view> known) {
    const std::string_view nearest = nearestWord(word, known);
    return nearest.empty() ? std::string() : fmt::format(". Did you mean `{}`?", nearest);
}

KeyReader::KeyReader(std::filesystem::path file, const TomlNode& table, std::string title, std::span<const std::string_view> known)
    : file_(std::move(file)), table_(table), title_(std::move(title)) {
    for (const TomlNode& member : table.items) {
        if (std::ranges::find(known, member.key) != known.end()) continue;
        const std::string_view nearest = nearestWord(member.key, known);
        failAt(member.line, nearest.empty() ? fmt::format("unknown key `{}` in {}. Known keys: {}", member.key, title_, joined(known))
                                            : fmt::format("unknown key `{}` in {}. Did you mean `{}`?", member.key, title_, nearest));
    }
}

void KeyReader::failAt(long line, std::string_view message) const {
    throw model::Error(fmt::format("{}:{}: {}", file_.string(), line, message));
}

void KeyReader::fail(std::string_view key, std::string_view message) const {
    const TomlNode* node = find(key);
    failAt(node ? node->line : table_.line, fmt::format("`{}` in {}: {}", key, title_, message));
}

void KeyReader::mustBe(const TomlNode& node, Kind kind, std::string_view wanted) const {
    if (node.kind != kind) failAt(node.line, fmt::format("`{}` in {} must be {}, not {}", node.key, title_, wanted, nameOf(node.kind)));
}

std::string KeyReader::textOf(const TomlNode& node) const {
    mustBe(node, Kind::Text, "a text between quotes");
    return node.text;
}

std::string KeyReader::text(std::string_view key) const {
    const TomlNode* node = find(key);
    return node ? textOf(*node) : std::string();
}

std::string KeyReader::requiredText(std::string_view key) const {
    if (!has(key)) failAt(table_.line, fmt::format("{} needs the key `{}`", title_, key));
    std::string value = text(key);
    if (value.empty()) fail(key, "must not be empty");
    return value;
}

std::vector<std::string> KeyReader::texts(std::string_view key) const {
    const TomlNode* node = find(key);
    if (!node) return {};
    if (node->kind == Kind::Text) return {node->text};
    mustBe(*node, Kind::List, "a text or a list of texts");
    std::vector<std::string> values;
    for (const TomlNode& item : node->items) {
        if (item.kind != Kind::Text) fail(key, fmt::format("a list of texts holds {}", nameOf(item.kind)));
        values.push_back(item.text);
    }
    return values;
}

std::string KeyReader::word(std::string_view key, std::span<const std::string_view> words) const {
    const std::string value = text(key);
    if (has(key) && std::ranges::find(words, value) == words.end()) {
        fail(key, fmt::format("`{}` is not one of {}{}", value, joined(words), suggestion(value, words)));
    }
    return value;
}

std::vector<std::string> KeyReader::words(std::string_view key, std::span<const std::string_view> words) const {
    std::vector<std::string> values = texts(key);
    for (const std::string& value : values) {
        if (std::ranges::find(words, value) != words.end()) continue;
        fail(key, fmt::format("`{}` is not one of {}{}", value, joined(words), suggestion(value, words)));
    }
    return values;
}

model::Label KeyReader::label(std::string_view key) const {
    const TomlNode* node = find(key);
    if (!node) return {};
    if (node->kind == Kind::Text) return {node->text, node->text};
    mustBe(*node, Kind::Table, R"(a text, or { fr = "…", en = "…" })");
    static constexpr std::array<std::string_view, 2> languages{"fr", "en"};
    const KeyReader reader(file_, *node, fmt::format("`{}`", key), languages);
    model::Label label{reader.text("fr"), reader.text("en")};
    if (label.empty()) fail(key, R"(must hold a text, or { fr = "…", en = "…" })");
    if (label.fr.empty()) label.fr = label.en;
    if (label.en.empty()) label.en = label.fr;
    return label;
}

std::filesystem::path KeyReader::path(std::string_view key) const {
    if (!has(key)) return {};
    const std::string written = requiredText(key);
    return (std::filesystem::absolute(file_).parent_path() / written).lexically_normal();
}

std::vector<std::filesystem::path> KeyReader::paths(std::string_view key) const {
    std::vector<std::filesystem::path> found;
    for (const std::string& written : texts(key)) {
        if (written.empty()) fail(key, "must not be empty");
        found.push_back((std::filesystem::absolute(file_).parent_path() / written).lexically_normal());
    }
    return found;
}

std::optional<long> KeyReader::count(std::string_view key) const {
    const TomlNode* node = find(key);
    if (!node) return std::nullopt;
    mustBe(*node, Kind::Integer, "a whole number");
    if (node->integer < 0) fail(key, "must not be below zero");
    return static_cast<long>(node->integer);
}

std::optional<double> KeyReader::decimal(std::string_view key) const {
    const TomlNode* node = find(key);
    if (!node) return std::nullopt;
    if (node->kind != Kind::Integer) mustBe(*node, Kind::Decimal, "a number");
    if (!std::isfinite(node->decimal)) fail(key, "must be a finite number");
    return node->decimal;
}

std::optional<model::Language> KeyReader::language(std::string_view key) const {
    static constexpr std::array<std::string_view, 2> languages{"fr", "en"};
    const std::string value = word(key, languages);
    if (value.empty()) return std::nullopt;
    return value == "fr" ? model::Language::French : model::Language::English;
}

model::TerritoryId KeyReader::territory(const TomlNode& node) const {
    if (node.kind != Kind::Text) failAt(node.line, fmt::format("a territory in {} must be a text such as \"dep:42\"", title_));
    if (const auto id = model::TerritoryId::parse(node.text)) return *id;
    const std::string_view prefix = std::string_view(node.text).substr(0, node.text.find(':'));
    failAt(node.line, fmt::format("`{}` in {} is no territory: write commune:42218, epci:244200770, dep:42, reg:84 or area:ID{}", node.text,
                                  title_, suggestion(prefix, territoryPrefixes)));
}

std::vector<model::TerritoryId> KeyReader::territories(std::string_view key) const {
    const TomlNode* node = find(key);
    if (!node) return {};
    if (node->kind == Kind::Text) return {territory(*node)};
    mustBe(*node, Kind::List, R"(a list of territories such as ["dep:42"])");
    std::vector<model::TerritoryId> ids;
    for (const TomlNode& item : node->items) ids.push_back(territory(item));
    return ids;
}

std::string KeyReader::id() const {
    std::string value = requiredText("id");
    const bool plain = std::ranges::all_of(
        value, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
    if (!plain)
        fail("id", fmt::format("`{}` may only hold letters without accents, digits, `-` and `_`; put the full name in the label", value));
    return value;
}

std::vector<const TomlNode*> KeyReader::tables(std::string_view key, bool several) const {
    const TomlNode* node = find(key);
    if (!node) return {};
    if (!several) {
        if (node->kind != Kind::Table) failAt(node->line, fmt::format("write [{}] as one table", key));
        return {node};
    }
    std::vector<const TomlNode*> tables;
    for (const TomlNode& item : node->items) {
        if (item.kind == Kind::Table) tables.push_back(&item);
    }
    if (node->kind != Kind::List || tables.size() != node->items.size()) {
        failAt(node->line, fmt::format("write [[{}]] with two brackets: there may be several", key));
    }
    return tables;
}

}  // namespace raquette::ingest
