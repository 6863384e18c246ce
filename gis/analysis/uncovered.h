#pragma once

#include "gis/analysis/catchment.h"
#include "gis/analysis/land.h"
#include "gis/analysis/people.h"

#include <deque>
#include <vector>

namespace raquette::analysis {

inline constexpr std::uint32_t noPiece = std::numeric_limits<std::uint32_t>::max();

/// What of a base unit no catchment touches. It goes whole to one hole: where coverage cuts a polygon of the unit, each part is a piece of
/// its own; polygons that coverage leaves alone (islets) ride with the largest piece.
struct Piece {
    std::uint32_t unit = 0;  ///< index in Land::units
    const geometry::PlaneShape* shape = nullptr;
    std::vector<geometry::PlanePoint> insides;  ///< one in each polygon; the first in the largest
    double area = 0;
};

/// A point of people that is not nominally reached.
struct UncoveredPoint {
    std::uint32_t index = 0;  ///< in Reference::people
    std::int32_t people = 0;
    geometry::PlanePoint at;
    std::uint32_t piece = noPiece;
};

/// The uncovered part of a land, by base unit.
struct UncoveredLand {
    std::vector<double> areas;             ///< m² uncovered of each unit of the land
    std::vector<Piece> pieces;             ///< by unit
    std::vector<std::uint32_t> pieceEnds;  ///< where each unit's pieces end
    std::deque<geometry::PlaneShape> cut;  ///< shapes of pieces that are not whole units; `Piece::shape` points here or into the land
    std::vector<UncoveredPoint> points;

    double area() const;
};

UncoveredLand uncoveredLand(const Land& land, const Catchments& catchments);

/// Adds the points of people not nominally reached, each with its piece: the one that holds it, else the nearest of its unit; none where
/// its unit is covered all over (people off the drawn land).
void addPoints(const model::Reference& reference, const Land& land, const PeopleReach& people, UncoveredLand& uncovered);

}  // namespace raquette::analysis
