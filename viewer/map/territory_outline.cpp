#include "gis/analysis/territory_units.h"
#include "gis/geometry/dissolve.h"
#include "gis/geometry/overlay.h"
#include "viewer/map/degrees.h"
#include "viewer/map/scene_parts.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace raquette::viewer {

namespace {

/// The outlines it is made of: départements of a région where they are drawn, else communes.
std::vector<geometry::PlaneShape> partsOf(const model::Reference& reference, const model::TerritoryId& territory, std::int32_t own) {
    std::vector<geometry::PlaneShape> parts;
    for (std::int32_t i = 0; i < std::ssize(reference.departements); ++i) {
        const geometry::GeoShape& shape = reference.departements[static_cast<std::size_t>(i)].shape;
        if (territory.level == model::Level::Region && !shape.empty() && analysis::ofDepartement(reference, i, territory.level) == own)
            parts.push_back(inDegrees(shape));
    }
    if (!parts.empty()) return parts;
    for (std::int32_t i = 0; i < std::ssize(reference.communeShapes); ++i) {
        if (analysis::ofCommune(reference, i, territory.level) == own)
            parts.push_back(inDegrees(reference.communeShapes[static_cast<std::size_t>(i)]));
    }
    return parts;
}

}  // namespace

geometry::GeoShape outlineOf(const model::Reference& reference, const model::TerritoryId& territory) {
    geometry::GeoShape whole = shapeOf(reference, territory);
    const std::int32_t own = analysis::indexOf(reference, territory);
    if (whole.empty() || territory.level == model::Level::Commune || own == model::nowhere) return whole;
    const std::vector<geometry::PlaneShape> parts = partsOf(reference, territory, own);
    if (parts.size() < 2) return whole;
    std::vector<std::uint32_t> all(parts.size());
    std::iota(all.begin(), all.end(), 0U);
    const geometry::PlaneShape outline = geometry::dissolve(parts, all);
    // Borders that do not match point for point leave no polygon: the slow way copes.
    if (isValid(outline)) return fromDegrees(outline);
    return geometry::unaryUnion(std::span<const geometry::GeoShape>(&whole, 1));
}

}  // namespace raquette::viewer
