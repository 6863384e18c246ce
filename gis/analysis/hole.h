#pragma once

#include "gis/analysis/uncovered.h"

#include <vector>

namespace raquette::analysis {

/// One hole on a land before it is described.
struct Hole {
    geometry::PlaneShape shape;
    std::vector<std::uint32_t> points;  ///< indexes in UncoveredLand::points
    std::vector<std::uint32_t> units;   ///< indexes in Land::units that it takes a piece of, ascending; empty where saddles cut it
};

/// The uncovered part of one land, its people and who serves around.
struct Surroundings {
    const Land& land;
    const UncoveredLand& uncovered;
    const Catchments& catchments;
    const std::vector<Provider>& providers;  ///< all of the service
};

/// The uncovered polygons of some of the land's units together (indexes in Land::units, ascending).
std::vector<geometry::PlaneShape> facesOf(const Surroundings& around, const std::vector<std::uint32_t>& units, bool cut);

/// Every connected part of the uncovered area is a hole of its own, islets too.
std::vector<Hole> connectedHoles(const Surroundings& around);

/// Pieces with the same label, that touch, make a hole; islets ride with the largest piece of their unit.
/// With `whole`, all pieces of a label make one hole whether they touch or not (`departement`, `epci`).
std::vector<Hole> holesOfLabels(const Surroundings& around, const std::vector<std::uint32_t>& labels, bool whole);

/// Gives every point without a hole yet to the hole that holds it, else (people off the drawn land) to the nearest within 20 km; slivers
/// take none but those that stand in them. Returns the points that no hole takes.
std::vector<std::uint32_t> assignRest(const UncoveredLand& uncovered, std::vector<Hole>& slivers, std::vector<Hole>& holes);

}  // namespace raquette::analysis
