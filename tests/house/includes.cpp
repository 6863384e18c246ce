#include "tests/house/includes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <span>

namespace raquette::house {

namespace {

bool startsWithAny(std::string_view text, std::span<const std::string_view> beginnings) {
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

/// A library, how its headers are spelt, and the only folders or files that may include them.
struct Library {
    std::string_view name;
    std::vector<std::string_view> headers;  ///< beginnings
    std::vector<std::string_view> rooms;    ///< beginnings of paths
    bool headersToo = false;                ///< headers of those rooms may include it as well
};

const std::vector<Library>& libraries() {
    static const std::vector<Library> all{
        {"Qt", {"Q", "qt"}, {"viewer/", "tests/viewer/", "tests/bench/draw_bench.cpp", "tests/bench/window_bench.cpp"}, true},
        {"GDAL", {"gdal", "ogr", "cpl_"}, {"gis/store/", "ingest/", "tests/gis/store/", "tests/ingest/", "tests/cli/"}},
        {"GEOS", {"geos"}, {"gis/geometry/", "tests/gis/geometry/"}},
        {"PROJ", {"proj"}, {"gis/geometry/", "tests/gis/geometry/"}},
        {"GeographicLib", {"GeographicLib/"}, {"gis/geometry/", "tests/gis/geometry/"}},
        {"nanoflann", {"nanoflann"}, {"gis/geometry/", "gis/analysis/"}},
        {"SQLite", {"sqlite3"}, {"gis/store/", "ingest/", "tests/gis/store/", "tests/ingest/", "tests/cli/"}},
        {"ICU", {"unicode/"}, {"gis/text/", "ingest/"}},
        {"Boost", {"boost/"}, {"tests/gis/roads/boost_dijkstra.cpp"}},
        {"libosmium", {"osmium/"}, {"ingest/roads/extract.cpp"}},
        {"toml++", {"toml"}, {"ingest/study/toml_node.cpp"}},
        {"CBC", {"coin/"}, {"gis/analysis/siting/programme.cpp"}},
        {"libxlsxwriter", {"xlsxwriter"}, {"gis/store/exports/workbook.cpp", "gis/store/form_workbook.cpp"}},
        {"OpenSSL", {"openssl/"}, {"ingest/contributions/digest.cpp", "gis/report/policy.cpp"}},
        {"libpq", {"libpq"}, {"ingest/contributions/database.cpp"}},
        {"CLI11", {"CLI/"}, {"cli/command_line.cpp"}},
    };
    return all;
}

struct Include {
    std::string_view header;
    bool ours = false;  ///< in quotes
};

std::optional<Include> includeOn(std::string_view line) {
    const auto skipSpaces = [&] {
        while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front())) != 0) line.remove_prefix(1);
    };
    skipSpaces();
    if (!line.starts_with('#')) return std::nullopt;
    line.remove_prefix(1);
    skipSpaces();
    if (!line.starts_with("include")) return std::nullopt;
    line.remove_prefix(7);
    skipSpaces();
    if (line.empty() || (line.front() != '"' && line.front() != '<')) return std::nullopt;
    const bool ours = line.front() == '"';
    const std::size_t end = line.find(ours ? '"' : '>', 1);
    if (end == std::string_view::npos) return std::nullopt;
    return Include{line.substr(1, end - 1), ours};
}

/// Which of our folders may not include which. Nothing but a program includes cli.
std::string folderRule(std::string_view file, std::string_view header) {
    const auto knows = [&](std::string_view room, std::initializer_list<std::string_view> strangers) {
        return file.starts_with(room) && std::ranges::any_of(strangers, [&](std::string_view other) { return header.starts_with(other); });
    };
    if (knows("gis/", {"ingest/", "viewer/", "cli/"})) return "gis knows nothing of ingest, viewer and cli";
    if (knows("ingest/", {"viewer/", "cli/"})) return "ingest knows gis only";
    if (knows("viewer/", {"cli/"})) return "viewer knows gis only";
    if (knows("viewer/map/", {"viewer/text/"}) || knows("viewer/sheets/", {"viewer/text/"}))
        return "maps and sheets, which a command makes too, speak from the catalogue";
    const bool assembly = file.starts_with("viewer/app/") && file.ends_with(".cpp");
    // What people bring to a study has no meaning without the rules of those who keep it.
    const bool ofContributions = file.starts_with("viewer/contributions/") && header.starts_with("ingest/contributions/");
    if (knows("viewer/", {"ingest/"}) && !assembly && !ofContributions)
        return "viewer knows ingest only where the application is put together (viewer/app), and contributions in viewer/contributions";
    if (knows("gis/model/", {"gis/store/", "gis/report/", "gis/analysis/"})) return "gis/model knows geometry values only";
    if (header.starts_with("tests/") && !file.starts_with("tests/")) return "only tests include tests";
    return {};
}

std::string libraryRule(std::string_view file, const Include& include) {
    if (include.ours) return {};
    for (const Library& library : libraries()) {
        if (!startsWithAny(include.header, library.headers)) continue;
        const std::string name(library.name);
        if (!startsWithAny(file, library.rooms)) return name + " only in " + std::string(library.rooms.front());
        if (file.ends_with(".h") && !library.headersToo) return "no header of ours includes " + name;
    }
    return {};
}

}  // namespace

std::vector<Breach> includeBreaches(std::string_view file, std::string_view text) {
    std::vector<Breach> breaches;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        const auto include = includeOn(line);
        if (!include) continue;
        for (const std::string& rule : {include->ours ? folderRule(file, include->header) : std::string(), libraryRule(file, *include)}) {
            if (!rule.empty()) breaches.push_back({std::string(file), number, std::string(include->header), rule});
        }
    }
    return breaches;
}

}  // namespace raquette::house
