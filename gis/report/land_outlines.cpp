#include "gis/report/land_outlines.h"

#include "gis/analysis/territory_units.h"
#include "gis/geometry/dissolve.h"
#include "gis/geometry/overlay.h"

#include <algorithm>
#include <numeric>

namespace raquette::report {

namespace {

using geometry::GeoShape;
using geometry::PlaneShape;
using model::Level;
using model::nowhere;

/// Degrees as a plane, and back: borders are joined point for point, whatever the plane.
PlaneShape flat(const GeoShape& shape) {
    PlaneShape out{{}, shape.ringEnds, shape.polygonEnds};
    out.points.reserve(shape.points.size());
    for (const geometry::LonLat& point : shape.points) out.points.push_back({point.lon, point.lat});
    return out;
}

GeoShape onEarth(const PlaneShape& shape) {
    GeoShape out{{}, shape.ringEnds, shape.polygonEnds};
    out.points.reserve(shape.points.size());
    for (const geometry::PlanePoint& point : shape.points) out.points.push_back({point.x, point.y});
    return out;
}

GeoShape joined(const std::vector<const GeoShape*>& parts) {
    std::vector<PlaneShape> flats;
    for (const GeoShape* part : parts) {
        if (!part->empty()) flats.push_back(flat(*part));
    }
    if (flats.empty()) return {};
    std::vector<std::uint32_t> all(flats.size());
    std::iota(all.begin(), all.end(), 0U);
    const PlaneShape outline = geometry::dissolve(flats, all);
    // Borders that do not match point for point leave no polygon: the slow way copes.
    return onEarth(geometry::isValid(outline) ? outline : geometry::unaryUnion(flats));
}

bool lacksAll(const std::vector<model::Unit>& units) {
    return std::ranges::all_of(units, [](const model::Unit& unit) { return unit.shape.empty(); });
}

std::vector<GeoShape> shapesOf(const std::vector<model::Unit>& units) {
    std::vector<GeoShape> shapes;
    for (const model::Unit& unit : units) shapes.push_back(unit.shape);
    return shapes;
}

}  // namespace

LandOutlines landOutlines(const model::Reference& reference) {
    LandOutlines land{shapesOf(reference.departements), shapesOf(reference.regions)};
    if (lacksAll(reference.departements) && reference.hasCommunePolygons()) {
        std::vector<std::vector<const GeoShape*>> parts(reference.departements.size());
        for (std::size_t i = 0; i < reference.communes.size(); ++i) {
            const std::int32_t departement = reference.communes[i].departement;
            if (departement != nowhere) parts[static_cast<std::size_t>(departement)].push_back(&reference.communeShapes[i]);
        }
        for (std::size_t i = 0; i < parts.size(); ++i) land.departements[i] = joined(parts[i]);
    }
    if (lacksAll(reference.regions)) {
        std::vector<std::vector<const GeoShape*>> parts(reference.regions.size());
        for (std::size_t i = 0; i < reference.departements.size(); ++i) {
            const std::int32_t region = reference.departements[i].parent;
            if (region != nowhere) parts[static_cast<std::size_t>(region)].push_back(&land.departements[i]);
        }
        for (std::size_t i = 0; i < parts.size(); ++i) land.regions[i] = joined(parts[i]);
    }
    return land;
}

GeoShape outlineOf(const model::Reference& reference, const LandOutlines& land, const model::TerritoryId& territory) {
    const std::int32_t index = analysis::indexOf(reference, territory);
    if (index == nowhere) return {};
    const auto at = static_cast<std::size_t>(index);
    if (territory.level == Level::Departement) return land.departements[at];
    if (territory.level == Level::Region) return land.regions[at];
    if (territory.level == Level::Commune) return reference.hasCommunePolygons() ? reference.communeShapes[at] : GeoShape();
    if (territory.level != Level::Epci) return {};
    if (!reference.epcis[at].shape.empty() || !reference.hasCommunePolygons()) return reference.epcis[at].shape;
    std::vector<const GeoShape*> communes;
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        if (reference.communes[i].epci == index) communes.push_back(&reference.communeShapes[i]);
    }
    return joined(communes);
}

}  // namespace raquette::report
