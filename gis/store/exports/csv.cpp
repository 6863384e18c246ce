#include "gis/store/exports/csv.h"

#include "gis/geometry/wkb.h"

#include <fmt/format.h>

namespace raquette::store {

namespace {

constexpr const char* endOfLine = "\r\n";

std::string lonLatCells(const Wkb& wkb) {
    const std::optional<geometry::LonLat> at = geometry::lonLatFromWkb(wkb);
    return at ? fmt::format(",{:.7f},{:.7f}", at->lon, at->lat) : ",,";
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
