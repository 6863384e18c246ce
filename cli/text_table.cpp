#include "cli/text_table.h"

#include <algorithm>
#include <utility>

namespace raquette::cli {

namespace {

/// Combining accents (U+0300 to U+036F: lead bytes CC, and CD up to AF) stand on the letter before.
bool isCombining(std::string_view utf8, std::size_t at) {
    if (at + 1 >= utf8.size()) return false;
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const auto next = static_cast<unsigned char>(utf8[at + 1]);
    return lead == 0xCC || (lead == 0xCD && next <= 0xAF);
}

std::string padded(const std::string& cell, std::size_t width, Align align) {
    const std::string space(width - displayWidth(cell), ' ');
    return align == Align::Right ? space + cell : cell + space;
}

}  // namespace

std::size_t displayWidth(std::string_view utf8) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const bool continuation = (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U;
        if (!continuation && !isCombining(utf8, at)) ++width;
    }
    return width;
}

TextTable::TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

void TextTable::add(std::vector<std::string> cells) {
    rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
    std::vector<std::string> headings;
    headings.reserve(columns_.size());
    for (const Column& column : columns_) headings.push_back(column.heading);
    std::vector<std::size_t> widths;
    widths.reserve(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = displayWidth(headings[i]);
        for (const auto& row : rows_) width = std::max(width, displayWidth(row[i]));
        widths.push_back(width);
    }
    std::string out;
    const auto addLine = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) line += (i == 0 ? "" : "  ") + padded(cells[i], widths[i], columns_[i].align);
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    };
    const bool headed = std::ranges::any_of(headings, [](const std::string& heading) { return !heading.empty(); });
    if (headed) addLine(headings);
    for (const auto& row : rows_) addLine(row);
    return out;
}

}  // namespace raquette::cli
