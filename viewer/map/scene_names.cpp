#include "viewer/map/scene_parts.h"

#include <algorithm>
#include <utility>

namespace raquette::viewer {

void addTowns(LandScenes& lands, const model::Reference& reference) {
    std::map<Land, std::vector<geometry::LonLat>> points;
    std::map<Land, std::vector<const model::Commune*>> communes;
    for (const model::Commune& commune : reference.communes) {
        const auto land = commune.point ? landAt(*commune.point) : std::nullopt;
        if (!land) continue;
        points[*land].push_back(*commune.point);
        communes[*land].push_back(&commune);
    }
    for (const auto& [land, positions] : points) {
        const std::vector<geometry::PlanePoint> at = geometry::toPlane(lands.frameOf(land), positions);
        std::vector<GroundName>& names = lands[land].names;
        for (std::size_t i = 0; i < at.size(); ++i)
            names.push_back({at[i], GroundName::Kind::Town, communes[land][i]->name, communes[land][i]->population.value});
    }
    for (auto& [land, scene] : lands) {
        std::ranges::stable_sort(
            scene.names, [](const GroundName& a, const GroundName& b) { return a.kind != b.kind ? a.kind < b.kind : a.people > b.people; });
    }
}

}  // namespace raquette::viewer
