#include "viewer/cards/identify.h"

#include "gis/geometry/measure.h"
#include "viewer/study/ground.h"

#include <cmath>

namespace raquette::viewer {

namespace {

const Dot* dotAt(const LandScene& land, geometry::PlanePoint at, double reach) {
    const Dot* nearest = nullptr;
    double least = reach;
    for (const Dot& dot : land.dots) {
        const double distance = std::hypot(dot.at.x - at.x, dot.at.y - at.y);
        if (distance > least) continue;
        least = distance;
        nearest = &dot;
    }
    return nearest;
}

/// The first département drawn there: a look that needs nothing made ready.
std::optional<model::TerritoryId> departementAt(const store::StudyState& state, geometry::LonLat at) {
    for (const model::Unit& departement : state.reference.departements) {
        if (contains(departement.shape, at)) return model::TerritoryId{model::Level::Departement, departement.code};
    }
    return std::nullopt;
}

}  // namespace

Identified identify(const store::StudyState& state, const MapScene& scene, const LandScene& land, const Ground* ground,
                    geometry::PlanePoint at, double reach) {
    Identified found;
    found.at = geometry::toLonLat(land.frame, at);
    if (const Dot* dot = dotAt(land, at, reach)) {
        found.kind = Identified::Kind::Record;
        found.id = dot->id;
        return found;
    }
    if (scene.layer.kind == LayerKind::Gaps) {
        for (const HolePiece& hole : land.holes) {
            if (!hole.piece.box.contains(at) || !contains(hole.piece.shape, at)) continue;
            found.kind = Identified::Kind::Gap;
            found.index = hole.gap;
            return found;
        }
    }
    const auto territory = ground ? ground->at(*found.at) : departementAt(state, *found.at);
    if (!territory) return found;
    found.kind = Identified::Kind::Territory;
    found.territory = *territory;
    return found;
}

}  // namespace raquette::viewer
