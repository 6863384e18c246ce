#include "gis/analysis/portrait/neighbours.h"
#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"
#include "viewer/map/circles.h"
#include "viewer/map/scene_parts.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::viewer {

namespace {

/// heartOf looks through all communes for each territory: too slow for each of them.
std::optional<geometry::LonLat> placeOf(const model::Reference& reference, const model::TerritoryId& territory) {
    if (territory.level != model::Level::Commune) return analysis::heartOf(reference, territory);
    const std::int32_t at = indexOf(reference.communes, territory.code);
    return at == model::nowhere ? std::nullopt : reference.communes[static_cast<std::size_t>(at)].point;
}

}  // namespace

std::int64_t countOf(const analysis::Indicator& indicator, const std::string& column) {
    if (column == "population") return indicator.population.value;
    if (column == "covered_population") return indicator.coveredPopulation.value;
    if (column == "uncovered_population") return (indicator.population - indicator.coveredPopulation).value;
    return indicator.providers;
}

std::int64_t addCounts(LandScenes& lands, const model::Reference& reference, const analysis::ServiceResult& result, const Layer& layer) {
    std::int64_t most = 0;
    bool found = false;
    for (const analysis::Indicator& indicator : result.indicators) {
        if (indicator.territory.level != layer.level) continue;
        const auto place = placeOf(reference, indicator.territory);
        const auto land = place ? landAt(*place) : std::nullopt;
        if (!land) continue;
        found = true;
        const std::int64_t count = countOf(indicator, layer.column);
        if (count <= 0) continue;
        most = std::max(most, count);
        lands[*land].counts.push_back(
            {count, analysis::nameOf(reference, indicator.territory), geometry::toPlane(lands.frameOf(*land), *place)});
    }
    if (!found)
        throw model::Error(
            fmt::format("The study has no figures of any {} with a place on the map: this layer cannot be drawn. Use "
                        "departement or region, or a reference with commune polygons (raquette reference build).",
                        model::name(layer.level)));
    for (auto& [land, scene] : lands) {
        std::ranges::stable_sort(scene.counts, std::greater<>(), &CountMark::count);
    }
    return most;
}

}  // namespace raquette::viewer
