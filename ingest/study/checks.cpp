#include "ingest/study/sections.h"
#include "ingest/table/row_signs.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>

namespace raquette::ingest {

namespace {

using Names = std::vector<std::string_view>;

constexpr std::array<std::string_view, 11> layerKinds{"gaps",   "coverage", "indicators", "counts", "baskets",    "venues",
                                                      "actors", "records",  "contracts",  "links",  "territories"};
constexpr std::array<std::string_view, 5> overKinds{"venues", "actors", "records", "links", "contracts"};
constexpr std::array<std::string_view, 4> countColumns{"population", "covered_population", "uncovered_population", "providers"};
constexpr std::array<std::string_view, 10> indicatorColumns{"population",    "covered_population", "covered_share", "covered_area_share",
                                                            "inside_share",  "providers",          "nearest_km",    "nearest_min",
                                                            "accessibility", "opportunities"};
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

std::vector<std::string> partsOf(std::string_view layer, char by) {
    std::vector<std::string> parts(1);
    for (const char c : layer) {
        if (c == by) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

/// Times are known of services that reach by time.
void mustReachByTime(const KeyReader& root, long line, const std::string& id, const std::vector<model::Service>& services) {
    const auto service = std::ranges::find(services, id, &model::Service::id);
    if (std::holds_alternative<model::Minutes>(service->reach)) return;
    root.failAt(line,
                fmt::format("the reach of `{}` is {}, so its travel times are not known: draw nearest_km, or give it a travel time as "
                            "reach (reach = \"30 min\")",
                            id, model::text(service->reach)));
}

void checkOne(const KeyReader& root, long line, const std::string& layer, const std::vector<model::Service>& services) {
    const std::vector<std::string> parts = partsOf(layer, ':');
    const std::string& kind = parts.front();
    mustBeOneOf(root, line, "map layer", kind, layerKinds);
    const bool ofColumn = kind == "indicators" || kind == "counts";
    const bool ofLevel = kind == "territories" || kind == "baskets";
    const bool ofService = kind == "gaps" || kind == "coverage" || ofColumn;
    const std::size_t wanted = ofColumn ? 4 : (ofService || ofLevel ? 2 : 1);
    if (parts.size() != wanted) {
        root.failAt(line, fmt::format("`{}` is no map layer: write gaps:SERVICE, coverage:SERVICE, indicators:SERVICE:COLUMN:LEVEL, "
                                      "counts:SERVICE:COLUMN:LEVEL, baskets:LEVEL, venues, actors, records, contracts, links or "
                                      "territories:LEVEL",
                                      layer));
    }
    if (ofService) mustBeDeclared(root, line, "service", parts[1], idsOf(services));
    if (kind == "indicators") mustBeOneOf(root, line, "column of indicators", parts[2], indicatorColumns);
    if (kind == "counts") mustBeOneOf(root, line, "number to draw as circles", parts[2], countColumns);
    if (kind == "indicators" && parts[2] == "nearest_min") mustReachByTime(root, line, parts[1], services);
    if (ofColumn || ofLevel) mustBeOneOf(root, line, "level", parts.back(), levels);
}

/// A layer, and after each `+` one that lies over it.
void checkLayer(const KeyReader& root, long line, const std::string& layer, const std::vector<model::Service>& services) {
    const std::vector<std::string> parts = partsOf(layer, '+');
    checkOne(root, line, std::string(trimmed(parts.front())), services);
    for (std::size_t i = 1; i < parts.size(); ++i) mustBeOneOf(root, line, "layer that lies over another", trimmed(parts[i]), overKinds);
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
        checkLayer(root, lineOf(root, "map", i, "layer"), study.maps[i].layer, study.services);
        const auto extent = model::TerritoryId::parse(study.maps[i].extent);
        if (extent) checkAreas(root, lineOf(root, "map", i, "extent"), {*extent}, areas);
    }
    for (std::size_t i = 0; i < study.reports.size(); ++i) {
        if (study.reports[i].territory) checkAreas(root, lineOf(root, "report", i, "territory"), {*study.reports[i].territory}, areas);
    }
    refuseSamePath(study, root);
}

}  // namespace raquette::ingest
