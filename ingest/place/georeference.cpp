#include "ingest/place/georeference.h"

namespace raquette::ingest {

using model::nowhere;
using model::Place;
using model::Precision;

namespace {

/// Outlines in degrees, on a plane: of which département a position is needs no more.
std::vector<geometry::PlaneShape> onPlane(const std::vector<model::Unit>& units) {
    std::vector<geometry::PlaneShape> shapes;
    shapes.reserve(units.size());
    for (const model::Unit& unit : units) {
        geometry::PlaneShape& shape = shapes.emplace_back();
        for (const geometry::LonLat& point : unit.shape.points) shape.points.push_back({point.lon, point.lat});
        shape.ringEnds = unit.shape.ringEnds;
        shape.polygonEnds = unit.shape.polygonEnds;
    }
    return shapes;
}

}  // namespace

Georeferencer::Georeferencer(const model::Reference& reference)
    : gazetteer_(reference), communeLand_(reference.communeShapes), departementLand_(onPlane(reference.departements)) {}

void Georeferencer::useAddresses(const model::Study& study, model::Issues& issues) {
    addresses_ = AddressBook::open(study, gazetteer_, issues);
}

Place Georeferencer::atCommune(RecordRow& row, const Named& named) const {
    const model::Commune& commune = gazetteer_.commune(named.commune);
    Place place;
    place.commune = commune.code;
    place.departement = gazetteer_.departementCode(commune.departement);
    place.method = named.method;
    if (!commune.point) {
        row.noteAlike("city", "commune-without-point", {{"name", commune.name}, {"code", commune.code}});
        return place;
    }
    place.position = commune.point;
    place.precision = Precision::Commune;
    place.uncertainty = commune.uncertainty;
    return place;
}

std::optional<Place> Georeferencer::place(RecordRow& row) const {
    Named named = communeOf(row);
    const auto position = positionOf(row, named);
    settle(row, position, named);
    if (position && settleByPosition(row, *position, named)) {
        if (auto place = atPosition(row, named, *position)) return place;
    }
    if (!named.abroad) {
        settleByAddress(row, named);
        if (auto place = atAddress(row, contextOf(row, named))) return place;
    }
    if (named.commune != nowhere) return atCommune(row, named);
    Place place;
    place.method = "departement";
    if (named.abroad) {
        place.commune = named.abroadCode;
        row.note("insee", "overseas-not-placed");
        return place;
    }
    place.departement = gazetteer_.departementCode(named.departement);
    if (named.departement == nowhere) {
        row.reject(named.problemKey, named.problem, named.problemValues);
        return std::nullopt;
    }
    row.noteDepartementOnly(named.problemKey, named.problem, named.problemValues);
    return place;
}

}  // namespace raquette::ingest
