#pragma once

#include "gis/analysis/hole.h"
#include "gis/geometry/nearest.h"

namespace raquette::analysis {

/// Distance to the nearest provider, for places on a land's plane: on the plane itself where some provider is on this side of the world,
/// else geodesic; zero everywhere without a provider.
class NearestProvider {
public:
    NearestProvider(const Land& land, const std::vector<Provider>& providers);
    double distance(geometry::PlanePoint from) const;
    /// The nearest providers on the plane, nearest first; empty where none is on this side of the world.
    std::vector<geometry::PlanePoint> nearest(geometry::PlanePoint from, std::size_t count) const;

private:
    geometry::Frame frame_;
    std::vector<geometry::PlanePoint> positions_;
    geometry::PlaneIndex plane_;
    geometry::EarthIndex earth_;
    bool anywhere_;
};

/// Side in metres of the lattice cells that an uncovered area is looked at with: a thirtieth of the reach, between 250 m and 1 km, and no
/// more than two million cells on the land. It depends on nothing that a study's records can move.
double latticeSide(const Land& land, double reach);

/// How far a place is from its nearest provider: metres, or minutes.
using Height = std::function<double(geometry::PlanePoint)>;

/// How the uncovered area of a land is cut where it narrows (design: basins of the distance, or time, to the nearest provider).
struct BasinRules {
    Height height;
    double persistence = 0;  ///< how much deeper than the saddle between them two basins are that stay apart, in the height's unit
    double side = 250;       ///< metres: of the lattice cells that are looked at
};

/// For each piece the basin that most of its unserved people stand in (of its area, where nobody lives): a piece goes whole.
std::vector<std::uint32_t> basinOfPieces(const Surroundings& around, const BasinRules& rules);

/// Without commune outlines: the uncovered area itself cut at the saddles, along the straight segments from each to its two nearest
/// providers (from a narrowing at the coast, to its nearest one). The holes have no points yet.
std::vector<Hole> holesCutAtSaddles(const Surroundings& around, const BasinRules& rules);

}  // namespace raquette::analysis
