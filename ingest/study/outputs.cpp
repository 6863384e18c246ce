#include "ingest/study/sections.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <charconv>

namespace raquette::ingest {

namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 5> exportKeyNames{"format", "path", "layers", "for", "crs"};
constexpr std::array<std::string_view, 2> audiences{"all", "partners"};
constexpr std::array<std::string_view, 5> mapKeyNames{"layer", "path", "size", "extent", "language"};
constexpr std::array<std::string_view, 3> reportKeyNames{"path", "territory", "language"};
constexpr std::array<std::string_view, 8> formats{"shapefile", "gpkg", "geojson", "flatgeobuf", "kml", "dxf", "csv", "xlsx"};
constexpr std::array<std::string_view, 26> storeLayers{"territories",
                                                       "actors",
                                                       "venues",
                                                       "contracts",
                                                       "amounts",
                                                       "grants",
                                                       "activity",
                                                       "links",
                                                       "gaps",
                                                       "coverage",
                                                       "indicators",
                                                       "functions",
                                                       "baskets",
                                                       "basket_types",
                                                       "cooperation",
                                                       "isolation",
                                                       "cooperation_groups",
                                                       "bridges",
                                                       "complementarities",
                                                       "issues",
                                                       "sources",
                                                       "provenance",
                                                       "questions",
                                                       "completeness",
                                                       "quality",
                                                       "study"};
constexpr std::array<std::string_view, 3> mapExtensions{".png", ".svg", ".pdf"};
constexpr std::array<std::string_view, 2> reportExtensions{".html", ".pdf"};

std::filesystem::path pathEndingIn(const KeyReader& keys, Words extensions) {
    keys.requiredText("path");
    std::filesystem::path path = keys.path("path");
    const std::string extension = path.extension().string();
    if (std::ranges::find(extensions, extension) == extensions.end()) {
        keys.fail("path", fmt::format("the file's extension says its format: end it in {}", joined(extensions)));
    }
    return path;
}

std::vector<double> numbersOf(std::string_view text, char separator) {
    std::vector<double> numbers;
    while (true) {
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc()) return {};
        numbers.push_back(number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty()) return numbers;
        if (text.front() != separator) return {};
        text.remove_prefix(1);
    }
}

void checkSize(const KeyReader& keys, const std::string& size) {
    constexpr std::array<std::string_view, 4> papers{"a4", "a4-portrait", "a3", "a3-portrait"};
    if (std::ranges::find(papers, size) != papers.end()) return;
    const std::vector<double> sides = numbersOf(size, 'x');
    const bool fits = sides.size() == 2 && std::ranges::all_of(sides, [](double side) { return side >= 100 && side <= 20000; });
    if (!fits)
        keys.fail("size", fmt::format("`{}` must be a paper ({}), or WIDTHxHEIGHT in pixels, each from 100 to 20000, such as \"1600x1200\"",
                                      size, fmt::join(papers, ", ")));
}

void checkExtent(const KeyReader& keys, const std::string& extent) {
    if (model::TerritoryId::parse(extent)) return;
    const std::vector<double> sides = numbersOf(extent, ',');
    if (sides.size() == 4 && sides[0] < sides[2] && sides[1] < sides[3]) return;
    keys.fail("extent", fmt::format("`{}` must be a territory such as dep:42, or west,south,east,north in degrees", extent));
}

}  // namespace

Words exportKeys() {
    return exportKeyNames;
}
Words mapKeys() {
    return mapKeyNames;
}
Words reportKeys() {
    return reportKeyNames;
}

model::ExportRequest readExport(const KeyReader& keys) {
    keys.requiredText("format");
    keys.requiredText("path");
    model::ExportRequest request{keys.word("format", formats), keys.path("path"), keys.words("layers", storeLayers),
                                 keys.word("for", audiences) == "partners", keys.text("crs")};
    const bool oneFile = request.format == "gpkg" || request.format == "dxf" || request.format == "xlsx";
    if (oneFile && request.path.extension() != "." + request.format) {
        keys.fail("path", fmt::format("in the format {0} one file holds all layers: end its name in .{0}", request.format));
    }
    return request;
}

model::MapRequest readMap(const KeyReader& keys) {
    model::MapRequest map;
    map.layer = keys.requiredText("layer");
    map.path = pathEndingIn(keys, mapExtensions);
    map.size = keys.text("size");
    if (!map.size.empty()) checkSize(keys, map.size);
    map.extent = keys.text("extent");
    if (!map.extent.empty()) checkExtent(keys, map.extent);
    map.language = keys.language("language");
    return map;
}

model::ReportRequest readReport(const KeyReader& keys) {
    model::ReportRequest report;
    report.path = pathEndingIn(keys, reportExtensions);
    if (keys.has("territory")) report.territory = keys.territory(*keys.find("territory"));
    report.language = keys.language("language");
    return report;
}

}  // namespace raquette::ingest
