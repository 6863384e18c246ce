#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::cli {

/// Columns on a terminal: letters with accents and narrow spaces each take one.
std::size_t displayWidth(std::string_view utf8);

enum class Align { Left, Right };

/// Rows of text under a heading (none when every heading is empty), two spaces between columns and none after the last.
class TextTable {
public:
    struct Column {
        std::string heading;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Column> columns);
    /// As many cells as there are columns.
    void add(std::vector<std::string> cells);
    std::string text() const;

private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace raquette::cli
