#include "viewer/map/layer.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace raquette::viewer {

namespace {

constexpr std::array<std::pair<LayerKind, std::string_view>, 11> kinds{{{LayerKind::Gaps, "gaps"},
                                                                        {LayerKind::Coverage, "coverage"},
                                                                        {LayerKind::Venues, "venues"},
                                                                        {LayerKind::Actors, "actors"},
                                                                        {LayerKind::Contracts, "contracts"},
                                                                        {LayerKind::Links, "links"},
                                                                        {LayerKind::Territories, "territories"},
                                                                        {LayerKind::Indicators, "indicators"},
                                                                        {LayerKind::Records, "records"},
                                                                        {LayerKind::Counts, "counts"},
                                                                        {LayerKind::Baskets, "baskets"}}};
constexpr std::array<std::string_view, 6> shares{"covered_share", "covered_area_share", "nearest_km",
                                                 "nearest_min",   "accessibility",      "opportunities"};
constexpr std::array<std::string_view, 4> counts{"population", "covered_population", "uncovered_population", "providers"};
constexpr std::array<std::string_view, 2> countsOfHoles{"certain_population", "communes"};

std::vector<std::string> split(std::string_view name, char by) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t colon = name.find(by);
        parts.emplace_back(name.substr(0, colon));
        if (colon == std::string_view::npos) return parts;
        name.remove_prefix(colon + 1);
    }
}

std::string checkedService(const std::string& id, std::string_view name, const model::Study& study) {
    std::vector<std::string> known;
    for (const model::Service& service : study.services) {
        if (service.id == id) return id;
        known.push_back(service.id);
    }
    throw model::Error(fmt::format("Map layer “{}”: the study has no service “{}”. It has: {}.", name, id, fmt::join(known, ", ")));
}

model::Level checkedLevel(const std::string& word, std::string_view name) {
    const auto level = model::levelNamed(word);
    if (!level || *level == model::Level::Area || *level == model::Level::Study)
        throw model::Error(fmt::format("Map layer “{}”: “{}” is no level to draw. Use commune, epci, departement or region.", name, word));
    return *level;
}

template <class Columns>
bool has(const Columns& columns, const typename Columns::value_type& column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::string checkedCount(const std::string& column, std::string_view name) {
    if (has(counts, column)) return column;
    throw model::Error(
        fmt::format("Map layer “{}”: “{}” is no number to draw as circles. There are: {}.", name, column, fmt::join(counts, ", ")));
}

std::string checkedColumn(const std::string& column, std::string_view name) {
    if (has(shares, column)) return column;
    if (has(counts, column) || has(countsOfHoles, column))
        throw model::Error(
            fmt::format("Map layer “{}”: “{}” is a count, and a count never colours an area (the largest and emptiest would look the "
                        "worst off). Draw a share, a distance or a time instead: {}; or circles: counts:SERVICE:COLUMN:LEVEL.",
                        name, column, fmt::join(shares, ", ")));
    throw model::Error(fmt::format("Map layer “{}”: no column “{}” to draw. There are: {}.", name, column, fmt::join(shares, ", ")));
}

/// Times are known of services that reach by time.
void requireTimes(const std::string& id, std::string_view name, const model::Study& study) {
    const auto service = std::ranges::find(study.services, id, &model::Service::id);
    if (service == study.services.end() || std::holds_alternative<model::Minutes>(service->reach)) return;
    throw model::Error(
        fmt::format("Map layer “{}”: the reach of “{}” is {}, so its travel times are not known. Draw nearest_km instead, or give it a "
                    "travel time as reach: reach = \"30 min\".",
                    name, id, model::text(service->reach)));
}

std::string_view form(LayerKind kind) {
    if (kind == LayerKind::Gaps) return "gaps:SERVICE";
    if (kind == LayerKind::Coverage) return "coverage:SERVICE";
    if (kind == LayerKind::Territories) return "territories:LEVEL";
    if (kind == LayerKind::Baskets) return "baskets:LEVEL";
    if (kind == LayerKind::Indicators) return "indicators:SERVICE:COLUMN:LEVEL";
    if (kind == LayerKind::Counts) return "counts:SERVICE:COLUMN:LEVEL";
    return kinds[static_cast<std::size_t>(kind)].second;
}

bool hasOnlyLevel(LayerKind kind) {
    return kind == LayerKind::Territories || kind == LayerKind::Baskets;
}

std::size_t partCount(LayerKind kind) {
    const std::string_view shape = form(kind);
    return 1 + static_cast<std::size_t>(std::count(shape.begin(), shape.end(), ':'));
}

}  // namespace

namespace {

/// One layer, or one of those laid over it.
Layer parseOne(std::string_view name, const model::Study& study) {
    const std::vector<std::string> parts = split(name, ':');
    const auto* const found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.second == parts.front(); });
    if (found == kinds.end()) {
        std::vector<std::string_view> known;
        for (const auto& [kind, word] : kinds) known.push_back(form(kind));
        throw model::Error(fmt::format("Unknown map layer “{}”. There are: {}.", name, fmt::join(known, ", ")));
    }
    Layer layer;
    layer.kind = found->first;
    if (parts.size() != partCount(layer.kind))
        throw model::Error(fmt::format("Map layer “{}” should be written {}.", name, form(layer.kind)));
    if (isAboutService(layer.kind)) layer.service = checkedService(parts[1], name, study);
    if (hasOnlyLevel(layer.kind)) layer.level = checkedLevel(parts[1], name);
    if (layer.kind == LayerKind::Baskets && study.services.size() < 2)
        throw model::Error(fmt::format("Map layer “{}”: a basket is of several services; the study has {}. Add a [[service]].", name,
                                       study.services.empty() ? "none" : "one"));
    if (isOfTerritories(layer.kind)) {
        layer.column = layer.kind == LayerKind::Counts ? checkedCount(parts[2], name) : checkedColumn(parts[2], name);
        if (layer.column == "nearest_min") requireTimes(layer.service, name, study);
        layer.level = checkedLevel(parts[3], name);
    }
    return layer;
}

bool canLieOver(LayerKind kind) {
    constexpr std::array over{LayerKind::Venues, LayerKind::Actors, LayerKind::Records, LayerKind::Links, LayerKind::Contracts};
    return std::ranges::find(over, kind) != over.end();
}

std::string_view trimmed(std::string_view part) {
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    return part;
}

std::string textOfOne(const Layer& layer) {
    const std::string word(kinds[static_cast<std::size_t>(layer.kind)].second);
    if (hasOnlyLevel(layer.kind)) return word + ":" + std::string(model::name(layer.level));
    if (isOfTerritories(layer.kind)) return fmt::format("{}:{}:{}:{}", word, layer.service, layer.column, model::name(layer.level));
    return isAboutService(layer.kind) ? word + ":" + layer.service : word;
}

}  // namespace

Layer parseLayer(std::string_view name, const model::Study& study) {
    const std::vector<std::string> parts = split(name, '+');
    Layer layer = parseOne(trimmed(parts.front()), study);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const LayerKind kind = parseOne(trimmed(parts[i]), study).kind;
        if (!canLieOver(kind))
            throw model::Error(fmt::format(
                "Map layer “{}”: “{}” cannot lie over another; venues, actors, records, links and contracts can.", name, parts[i]));
        if (kind != layer.kind && !has(layer.over, kind)) layer.over.push_back(kind);
    }
    return layer;
}

std::string text(const Layer& layer) {
    std::string name = textOfOne(layer);
    for (const LayerKind over : layer.over) name += '+' + std::string(kinds[static_cast<std::size_t>(over)].second);
    return name;
}

bool isAboutService(LayerKind kind) {
    return kind == LayerKind::Gaps || kind == LayerKind::Coverage || isOfTerritories(kind);
}

bool isOfTerritories(LayerKind kind) {
    return kind == LayerKind::Indicators || kind == LayerKind::Counts;
}

}  // namespace raquette::viewer
