#include "gis/analysis/whereabouts.h"

#include "gis/analysis/territory_units.h"

namespace raquette::analysis {

namespace {

using model::nowhere;

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

}  // namespace

std::int32_t epciOf(const Whereabouts& where, const model::Reference& reference) {
    return ofCommune(reference, where.commune, model::Level::Epci);
}

std::int32_t regionOf(const Whereabouts& where, const model::Reference& reference) {
    return ofDepartement(reference, where.departement, model::Level::Region);
}

std::vector<std::uint8_t> communesHeld(const model::Reference& reference, const StudyArea& area) {
    std::vector<std::uint8_t> held(reference.communes.size(), 0);
    for (std::size_t i = 0; i < held.size(); ++i) {
        const std::int32_t unit = reference.hasCommunePolygons() ? static_cast<std::int32_t>(i) : reference.communes[i].departement;
        held[i] = unit != nowhere && area.holds[at(unit)] != 0 ? 1 : 0;
    }
    return held;
}

RecordFinder::RecordFinder(const model::Reference& reference, const StudyArea& area)
    : reference_(reference), area_(area), byCommune_(reference.hasCommunePolygons()), wholeDepartements_(reference.departements.size(), 1) {
    for (std::size_t unit = 0; unit < area.holds.size(); ++unit) {
        const std::int32_t departement = byCommune_ ? reference.communes[unit].departement : static_cast<std::int32_t>(unit);
        if (departement != nowhere && area.holds[unit] != 1) wholeDepartements_[at(departement)] = 0;
    }
}

bool RecordFinder::inStudy(const Whereabouts& where, const model::Place& place) const {
    const std::int32_t unit = byCommune_ ? where.commune : where.departement;
    // Known to its département only: inside where the study holds all of it.
    if (unit == nowhere) return where.departement != nowhere && wholeDepartements_[at(where.departement)] != 0;
    if (place.position) return area_.holdsPoint(unit, *place.position);
    return area_.holds[at(unit)] == 1;
}

Whereabouts RecordFinder::of(const model::Place& place) const {
    Whereabouts where;
    where.commune = indexOf(reference_.communes, place.commune);
    where.departement =
        where.commune == nowhere ? indexOf(reference_.departements, place.departement) : reference_.communes[at(where.commune)].departement;
    where.inStudy = inStudy(where, place);
    return where;
}

}  // namespace raquette::analysis
