#pragma once

#include "gis/analysis/catchment.h"
#include "gis/analysis/people.h"

namespace raquette::analysis {

/// What a provider serves where its reach is a territory: whole base units, and polygons of drawn areas.
struct Perimeter {
    std::uint32_t provider = 0;  ///< index in ServiceResult::providers
    Certainty atBest = Certainty::Sure;
    std::vector<std::uint32_t> units;              ///< ascending, each once
    std::vector<const geometry::GeoShape*> drawn;  ///< of Reference::areaShapes
};

/// The territories that each provider serves, at the level of the service's reach (`scope`: a contract's own). Sure where the territory is
/// known by code, nominal where it is known by where the provider stands, possible where a contract's bound is unknown. A provider whose
/// territory is unknown, or is finer than the outlines of the reference, has none.
std::vector<Perimeter> perimetersOf(const model::Study& study, const model::Reference& reference, const StudyArea& area,
                                    const model::Service& service, const std::vector<Provider>& providers);

/// People whose point lies in a perimeter, all or none.
PeopleReach reachOfPeople(const model::Reference& reference, const StudyArea& area, const std::vector<Provider>& providers,
                          const std::vector<Perimeter>& perimeters);

/// As visitReached() by distance.
void visitReached(const model::Reference& reference, const StudyArea& area, const std::vector<Perimeter>& perimeters,
                  const ReachVisitor& visit);

/// The land that perimeters of at least this certainty serve, together.
Catchments catchmentsOn(const Land& land, const std::vector<Perimeter>& perimeters, Certainty certainty);

/// As onlyCovered() for catchments: the area of a land that each provider alone serves, nominally.
std::vector<model::SquareMetres> onlyCovered(const Land& land, const std::vector<Perimeter>& perimeters, std::size_t providers);

}  // namespace raquette::analysis
