#include "gis/store/csv.h"

#include <fmt/format.h>
#include <array>
#include <cstring>

namespace raquette::store {

namespace {

constexpr const char* endOfLine = "\r\n";

/// Little-endian ISO WKB of a point: one byte of order, four of type, then longitude and latitude.
std::string lonLatCells(const Wkb& wkb) {
    std::array<double, 2> at{};
    if (wkb.size() != 5 + sizeof at) return ",,";
    std::memcpy(at.data(), wkb.data() + 5, sizeof at);
    return fmt::format(",{:.7f},{:.7f}", at[0], at[1]);
}

}  // namespace

std::string csvText(std::string_view text) {
    std::string out;
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) out = "'";
    out += text;
    if (out.find_first_of(",;\"\r\n\t") == std::string::npos && out.find_first_not_of(' ') == 0 && out.back() != ' ') return out;
    if (out.empty()) return out;
    std::string quoted = "\"";
    for (const char c : out) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string csvCell(const Value& value) {
    struct Writer {
        std::string operator()(std::monostate /*nothing*/) const { return {}; }
        std::string operator()(const std::string& text) const { return csvText(text); }
        std::string operator()(std::int64_t whole) const { return std::to_string(whole); }
        std::string operator()(double number) const { return fmt::format("{}", number); }
    };
    return std::visit(Writer{}, value);
}

std::string csv(const Table& table) {
    const bool points = table.geometry == GeometryKind::Point;
    std::string out = "\xEF\xBB\xBF";
    for (std::size_t c = 0; c < table.columns.size(); ++c) out += (c == 0 ? "" : ",") + csvText(table.columns[c].name);
    out += points ? ",lon,lat" : "";
    out += endOfLine;
    for (std::size_t i = 0; i < table.rows; ++i) {
        const Row row = table.row(i);
        for (std::size_t c = 0; c < row.size(); ++c) out += (c == 0 ? "" : ",") + csvCell(row[c]);
        if (points) out += lonLatCells(table.wkb(i));
        out += endOfLine;
    }
    return out;
}

}  // namespace raquette::store
