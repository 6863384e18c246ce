#pragma once

#include "gis/model/ids.h"
#include "gis/model/language.h"
#include "ingest/study/toml_node.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// Reads the keys of one table of the study file. Whatever is not as it should be throws model::Error `FILE:LINE: …`
/// saying the rule and what to write. An absent key gives the empty value.
class KeyReader {
public:
    /// Refuses any key that is not in `known`, naming the nearest one. `title` is the table as people write it: `[gaps]`, `[[source]]`.
    KeyReader(std::filesystem::path file, const TomlNode& table, std::string title, std::span<const std::string_view> known);

    const TomlNode* find(std::string_view key) const { return table_.find(key); }
    bool has(std::string_view key) const { return find(key) != nullptr; }
    long line() const { return table_.line; }
    const std::filesystem::path& file() const { return file_; }
    const std::string& title() const { return title_; }

    std::string text(std::string_view key) const;
    /// A text that must be there and not empty.
    std::string requiredText(std::string_view key) const;
    /// A text, or a list of texts.
    std::vector<std::string> texts(std::string_view key) const;
    /// One of `words`; empty when absent.
    std::string word(std::string_view key, std::span<const std::string_view> words) const;
    std::vector<std::string> words(std::string_view key, std::span<const std::string_view> words) const;
    model::Label label(std::string_view key) const;
    /// Absolute, from the study's folder; empty when absent.
    std::filesystem::path path(std::string_view key) const;
    /// One path or a list of them.
    std::vector<std::filesystem::path> paths(std::string_view key) const;
    /// A whole number from 0 up.
    std::optional<long> count(std::string_view key) const;
    std::optional<double> decimal(std::string_view key) const;
    std::optional<model::Language> language(std::string_view key) const;
    std::vector<model::TerritoryId> territories(std::string_view key) const;
    model::TerritoryId territory(const TomlNode& node) const;
    /// The words used as ids end in file and layer names: letters, digits, `-` and `_`.
    std::string id() const;

    /// Tables under `key`: none, one `[key]`, or several `[[key]]` as `several` says.
    std::vector<const TomlNode*> tables(std::string_view key, bool several) const;

    [[noreturn]] void fail(std::string_view key, std::string_view message) const;
    [[noreturn]] void failAt(long line, std::string_view message) const;

private:
    void mustBe(const TomlNode& node, TomlNode::Kind kind, std::string_view wanted) const;
    std::string textOf(const TomlNode& node) const;
    std::string oneOf(const TomlNode& node, std::span<const std::string_view> words) const;

    std::filesystem::path file_;
    const TomlNode& table_;
    std::string title_;
};

/// `a, b, c`.
std::string joined(std::span<const std::string_view> words);
/// ` Did you mean `x`?` or nothing.
std::string suggestion(std::string_view word, std::span<const std::string_view> known);

}  // namespace raquette::ingest
