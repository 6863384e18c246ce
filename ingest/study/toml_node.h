#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// A value of a TOML file with the line it stands on. Members of a table and items of a list are both `items`; members have a key.
struct TomlNode {
    enum class Kind { Text, Integer, Decimal, Truth, Date, List, Table, Other };

    Kind kind = Kind::Other;
    std::string key;
    long line = 0;
    std::string text;  ///< of a text, or the ISO text of a date
    std::int64_t integer = 0;
    double decimal = 0;  ///< also of an integer
    bool truth = false;
    std::vector<TomlNode> items;

    /// The member of that key; null when there is none.
    const TomlNode* find(std::string_view name) const;
};

/// Parses the text of `file`. What is no TOML throws model::Error with file, line and column.
TomlNode parseToml(std::string_view text, const std::filesystem::path& file);

}  // namespace raquette::ingest
