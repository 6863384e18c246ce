#include "gis/store/scope_shape.h"

#include "gis/geometry/overlay.h"

namespace raquette::store {

namespace {

using model::Level;

geometry::GeoShape unitShape(const std::vector<model::Unit>& units, const std::string& code) {
    const std::int32_t at = indexOf(units, code);
    return at == model::nowhere ? geometry::GeoShape() : units[static_cast<std::size_t>(at)].shape;
}

geometry::GeoShape unionOf(const std::vector<geometry::GeoShape>& parts) {
    return parts.size() == 1 ? parts.front() : geometry::unaryUnion(parts);
}

/// An EPCI without an outline of its own is the union of its communes.
geometry::GeoShape epciShape(const model::Reference& reference, const std::string& code) {
    geometry::GeoShape own = unitShape(reference.epcis, code);
    if (!own.empty() || !reference.hasCommunePolygons()) return own;
    const std::int32_t at = indexOf(reference.epcis, code);
    std::vector<geometry::GeoShape> communes;
    for (std::size_t i = 0; at != model::nowhere && i < reference.communes.size(); ++i) {
        if (reference.communes[i].epci == at) communes.push_back(reference.communeShapes[i]);
    }
    return communes.empty() ? own : unionOf(communes);
}

geometry::GeoShape territoryShape(const StudyState& state, const model::TerritoryId& id) {
    const model::Reference& reference = state.reference;
    switch (id.level) {
        case Level::Region:
            return unitShape(reference.regions, id.code);
        case Level::Departement:
            return unitShape(reference.departements, id.code);
        case Level::Epci:
            return epciShape(reference, id.code);
        case Level::Commune: {
            const std::int32_t at = indexOf(reference.communes, id.code);
            const bool known = at != model::nowhere && reference.hasCommunePolygons();
            return known ? reference.communeShapes[static_cast<std::size_t>(at)] : geometry::GeoShape();
        }
        case Level::Area:
            if (const auto drawn = reference.areaShapes.find(id.code); drawn != reference.areaShapes.end()) return drawn->second;
            for (const model::AreaDeclaration& area : state.study.areas) {
                if (area.id == id.code) return scopeShape(state, area.territories);
            }
            return {};
        case Level::Study:
            return state.analysis.studyArea;
    }
    return {};
}

}  // namespace

geometry::GeoShape scopeShape(const StudyState& state, const std::vector<model::TerritoryId>& scope) {
    std::vector<geometry::GeoShape> parts;
    for (const model::TerritoryId& id : scope) {
        parts.push_back(territoryShape(state, id));
        if (parts.back().empty()) return {};
    }
    return parts.empty() ? geometry::GeoShape() : unionOf(parts);
}

}  // namespace raquette::store
