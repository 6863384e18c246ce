#include "gis/analysis/misfit.h"

#include "gis/analysis/land.h"

namespace raquette::analysis {

namespace {

/// Whether some territory of the reference holds a place, in the study or not.
bool heldBySome(const model::Reference& reference, geometry::LonLat at) {
    const auto holds = [&](const geometry::GeoShape& shape) { return boxOf(shape).contains(at.lon, at.lat) && contains(shape, at); };
    if (reference.hasCommunePolygons()) return std::ranges::any_of(reference.communeShapes, holds);
    return std::ranges::any_of(reference.departements, holds, &model::Unit::shape);
}

void addBlanks(const model::Reference& reference, const Land& land, Misfit& misfit) {
    for (std::size_t polygon = 0; polygon < land.outline.polygonCount(); ++polygon) {
        for (std::size_t ring = land.outline.firstRing(polygon) + 1; ring < land.outline.polygonEnds[polygon]; ++ring) {
            geometry::PlaneShape hole;
            hole.points.assign(land.outline.ring(ring).begin(), land.outline.ring(ring).end());
            hole.closeRing();
            hole.closePolygon();
            if (heldBySome(reference, toLonLat(land.frame, pointInside(hole)))) continue;
            ++misfit.blanks;
            misfit.blank += areaOf(hole);
        }
    }
}

}  // namespace

Misfit misfitOf(const model::Reference& reference, const StudyArea& area) {
    constexpr double rounding = 1e-9;
    Misfit misfit;
    for (const Land& land : area.lands) {
        const double overlap = land.area() - areaOf(land.outline).value;
        if (overlap > rounding * land.area()) misfit.overlap.value += overlap;
        addBlanks(reference, land, misfit);
    }
    return misfit;
}

}  // namespace raquette::analysis
