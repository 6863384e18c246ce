#include "ingest/study/toml_node.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace raquette::ingest {

namespace {

TomlNode nodeOf(const toml::node& value) {
    using Kind = TomlNode::Kind;
    TomlNode node;
    node.line = static_cast<long>(value.source().begin.line);
    if (const auto* table = value.as_table()) {
        node.kind = Kind::Table;
        for (const auto& [key, member] : *table) {
            node.items.push_back(nodeOf(member));
            node.items.back().key = key.str();
            if (key.source().begin) node.items.back().line = static_cast<long>(key.source().begin.line);
        }
    } else if (const auto* array = value.as_array()) {
        node.kind = Kind::List;
        for (const toml::node& item : *array) node.items.push_back(nodeOf(item));
    } else if (const auto* text = value.as_string()) {
        node.kind = Kind::Text;
        node.text = text->get();
    } else if (const auto* integer = value.as_integer()) {
        node.kind = Kind::Integer;
        node.integer = integer->get();
        node.decimal = static_cast<double>(node.integer);
    } else if (const auto* decimal = value.as_floating_point()) {
        node.kind = Kind::Decimal;
        node.decimal = decimal->get();
    } else if (const auto* truth = value.as_boolean()) {
        node.kind = Kind::Truth;
        node.truth = truth->get();
    } else if (const auto* date = value.as_date()) {
        node.kind = Kind::Date;
        node.text = fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month, date->get().day);
    }
    return node;
}

}  // namespace

const TomlNode* TomlNode::find(std::string_view name) const {
    for (const TomlNode& item : items) {
        if (item.key == name) return &item;
    }
    return nullptr;
}

TomlNode parseToml(std::string_view text, const std::filesystem::path& file) {
    try {
        return nodeOf(toml::parse(text));
    } catch (const toml::parse_error& error) {
        const auto where = error.source().begin;
        throw model::Error(
            fmt::format("{}:{}:{}: this is not TOML: {}. Texts stand between double quotes, a {{ … }} stays on one line, "
                        "and a key appears once",
                        file.string(), where.line, where.column, error.description()));
    }
}

}  // namespace raquette::ingest
