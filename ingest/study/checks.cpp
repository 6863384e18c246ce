#include "ingest/study/sections.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>

namespace raquette::ingest {

namespace {

using Names = std::vector<std::string_view>;

constexpr std::array<std::string_view, 8> layerKinds{"gaps",   "coverage",  "indicators", "venues",
                                                     "actors", "contracts", "links",      "territories"};
constexpr std::array<std::string_view, 9> indicatorColumns{"population",         "covered_population", "covered_share",
                                                           "covered_area_share", "inside_share",       "providers",
                                                           "nearest_km",         "accessibility",      "opportunities"};
constexpr std::array<std::string_view, 5> levels{"commune", "epci", "departement", "region", "area"};

template <class T>
Names idsOf(const std::vector<T>& items) {
    Names ids;
    for (const T& item : items) ids.push_back(item.id);
    return ids;
}

/// Line of the n-th `[[key]]`.
long lineOf(const KeyReader& root, std::string_view key, std::size_t index) {
    return root.tables(key, true)[index]->line;
}

long lineOf(const KeyReader& root, std::string_view key, std::size_t index, std::string_view member) {
    const TomlNode* node = root.tables(key, true)[index]->find(member);
    return node ? node->line : lineOf(root, key, index);
}

template <class T>
void refuseTwice(const KeyReader& root, std::string_view key, const std::vector<T>& items) {
    std::map<std::string_view, long> seen;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const long line = lineOf(root, key, i, "id");
        const auto [first, isNew] = seen.emplace(items[i].id, line);
        if (!isNew) root.failAt(line, fmt::format("the id `{}` is already that of the [[{}]] of line {}", items[i].id, key, first->second));
    }
}

void mustBeDeclared(const KeyReader& root, long line, std::string_view what, std::string_view id, const Names& declared) {
    if (std::ranges::find(declared, id) != declared.end()) return;
    root.failAt(line, fmt::format("no [[{}]] has the id `{}`{}", what, id,
                                  declared.empty() ? fmt::format(": the study declares no [[{}]]", what) : suggestion(id, declared)));
}

void mustBeOneOf(const KeyReader& root, long line, std::string_view what, std::string_view word, std::span<const std::string_view> known) {
    if (std::ranges::find(known, word) != known.end()) return;
    root.failAt(line, fmt::format("`{}` is no {}: {}{}", word, what, joined(known), suggestion(word, known)));
}

std::vector<std::string> partsOf(const std::string& layer) {
    std::vector<std::string> parts(1);
    for (const char c : layer) {
        if (c == ':') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

void checkLayer(const KeyReader& root, long line, const std::string& layer, const Names& services) {
    const std::vector<std::string> parts = partsOf(layer);
    const std::string& kind = parts.front();
    mustBeOneOf(root, line, "map layer", kind, layerKinds);
    const bool ofService = kind == "gaps" || kind == "coverage" || kind == "indicators";
    const std::size_t wanted = kind == "indicators" ? 4 : (ofService || kind == "territories" ? 2 : 1);
    if (parts.size() != wanted) {
        root.failAt(line,
                    fmt::format("`{}` is no map layer: write gaps:SERVICE, coverage:SERVICE, indicators:SERVICE:COLUMN:LEVEL, venues, "
                                "actors, contracts, links or territories:LEVEL",
                                layer));
    }
    if (ofService) mustBeDeclared(root, line, "service", parts[1], services);
    if (kind == "indicators") mustBeOneOf(root, line, "column of indicators", parts[2], indicatorColumns);
    if (kind == "indicators") mustBeOneOf(root, line, "level", parts[3], levels);
    if (kind == "territories") mustBeOneOf(root, line, "level", parts[1], levels);
}

void checkAreas(const KeyReader& root, long line, const std::vector<model::TerritoryId>& territories, const Names& areas) {
    for (const model::TerritoryId& territory : territories) {
        if (territory.level == model::Level::Area) mustBeDeclared(root, line, "area", territory.code, areas);
    }
}

/// Two outputs on one path would overwrite each other.
void refuseSamePath(const model::Study& study, const KeyReader& root) {
    std::map<std::filesystem::path, long> written;
    const auto write = [&](const std::filesystem::path& path, long line) {
        const auto [first, isNew] = written.emplace(path, line);
        if (!isNew)
            root.failAt(line, fmt::format("{} is already written by line {}: give each its own path", path.string(), first->second));
    };
    for (std::size_t i = 0; i < study.exports.size(); ++i) write(study.exports[i].path, lineOf(root, "export", i, "path"));
    for (std::size_t i = 0; i < study.maps.size(); ++i) write(study.maps[i].path, lineOf(root, "map", i, "path"));
    for (std::size_t i = 0; i < study.reports.size(); ++i) write(study.reports[i].path, lineOf(root, "report", i, "path"));
}

}  // namespace

void checkNames(const model::Study& study, const KeyReader& root) {
    refuseTwice(root, "source", study.sources);
    refuseTwice(root, "area", study.areas);
    refuseTwice(root, "service", study.services);
    const Names sources = idsOf(study.sources);
    const Names areas = idsOf(study.areas);
    const Names services = idsOf(study.services);

    const TomlNode* table = root.find("study");
    const TomlNode* area = table ? table->find("area") : nullptr;
    if (area) checkAreas(root, area->line, study.area, areas);
    for (std::size_t i = 0; i < study.sources.size(); ++i) {
        if (study.sources[i].surveyed) checkAreas(root, lineOf(root, "source", i, "surveyed"), *study.sources[i].surveyed, areas);
    }
    for (std::size_t i = 0; i < study.services.size(); ++i) {
        const long line = lineOf(root, "service", i, "match");
        for (const std::string& source : study.services[i].match.sources) mustBeDeclared(root, line, "source", source, sources);
    }
    for (std::size_t i = 0; i < study.maps.size(); ++i) {
        checkLayer(root, lineOf(root, "map", i, "layer"), study.maps[i].layer, services);
        const auto extent = model::TerritoryId::parse(study.maps[i].extent);
        if (extent) checkAreas(root, lineOf(root, "map", i, "extent"), {*extent}, areas);
    }
    for (std::size_t i = 0; i < study.reports.size(); ++i) {
        if (study.reports[i].territory) checkAreas(root, lineOf(root, "report", i, "territory"), {*study.reports[i].territory}, areas);
    }
    refuseSamePath(study, root);
}

}  // namespace raquette::ingest
