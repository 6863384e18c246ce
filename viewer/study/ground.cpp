#include "viewer/study/ground.h"

#include "gis/analysis/territory_units.h"

#include <utility>

namespace raquette::viewer {

Ground::Ground(std::shared_ptr<const store::StudyState> state)
    : state_(std::move(state)), area_(analysis::studyArea(state_->study, state_->reference)), finder_(area_) {}

std::optional<model::TerritoryId> Ground::at(geometry::LonLat place) const {
    const std::int32_t unit = finder_.at(place);
    if (unit == model::nowhere) return std::nullopt;
    const model::Level level = state_->reference.hasCommunePolygons() ? model::Level::Commune : model::Level::Departement;
    return analysis::territoryAt(state_->reference, level, unit);
}

}  // namespace raquette::viewer
