#include "gis/analysis/uncovered.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

/// A unit's uncovered parts before they get their place in the list; the first takes the islets.
struct UnitParts {
    bool untouched = false;
    std::vector<PlaneShape> parts{};                 // NOLINT(readability-redundant-member-init): GCC wants it where fields are listed
    std::vector<std::vector<PlanePoint>> insides{};  // NOLINT(readability-redundant-member-init): of each part
};

UnitParts partsOf(const PlaneShape& shape, const geometry::Box& box, const Catchments& catchments) {
    if (shape.polygonCount() == 1) {
        std::optional<PlaneShape> left = uncoveredPart(shape, box, catchments);
        if (!left) return {true, {}};
        UnitParts unit;
        for (std::size_t i = 0; i < left->polygonCount(); ++i) unit.parts.push_back(polygonOf(*left, i));
        std::ranges::stable_sort(unit.parts, std::greater{}, [](const PlaneShape& part) { return areaOf(part).value; });
        return unit;
    }
    UnitParts unit;
    PlaneShape islets;
    std::size_t islandsLeft = 0;
    for (std::size_t i = 0; i < shape.polygonCount(); ++i) {
        const PlaneShape polygon = polygonOf(shape, i);
        const std::optional<PlaneShape> left = uncoveredPart(polygon, boxOf(polygon), catchments);
        if (!left) {
            islets.append(polygon);
            ++islandsLeft;
            continue;
        }
        for (std::size_t k = 0; k < left->polygonCount(); ++k) unit.parts.push_back(polygonOf(*left, k));
    }
    if (islandsLeft == shape.polygonCount()) return {true, {}};
    std::ranges::stable_sort(unit.parts, std::greater{}, [](const PlaneShape& part) { return areaOf(part).value; });
    if (unit.parts.empty() && !islets.empty()) unit.parts.emplace_back();
    if (!islets.empty()) unit.parts.front().append(islets);
    return unit;
}

void addPiece(Piece piece, UncoveredLand& uncovered) {
    uncovered.areas[piece.unit] += piece.area;
    uncovered.pieces.push_back(std::move(piece));
}

double distance2(const PlaneShape& shape, PlanePoint from) {
    double best = std::numeric_limits<double>::infinity();
    for (const PlanePoint& point : shape.points) {
        best = std::min(best, (point.x - from.x) * (point.x - from.x) + (point.y - from.y) * (point.y - from.y));
    }
    return best;
}

std::uint32_t pieceOf(const UncoveredLand& uncovered, std::uint32_t unit, PlanePoint at) {
    const std::uint32_t begin = unit == 0 ? 0 : uncovered.pieceEnds[unit - 1];
    const std::uint32_t end = uncovered.pieceEnds[unit];
    if (begin == end) return noPiece;
    if (begin + 1 == end) return begin;
    std::uint32_t nearest = begin;
    double least = std::numeric_limits<double>::infinity();
    for (std::uint32_t piece = begin; piece < end; ++piece) {
        if (contains(*uncovered.pieces[piece].shape, at)) return piece;
        const double distance = distance2(*uncovered.pieces[piece].shape, at);
        if (distance < least) {
            least = distance;
            nearest = piece;
        }
    }
    return nearest;
}

}  // namespace

double UncoveredLand::area() const {
    return std::accumulate(areas.begin(), areas.end(), 0.0);
}

UncoveredLand uncoveredLand(const Land& land, const Catchments& catchments) {
    std::vector<UnitParts> units(land.shapes.size());
    tbb::parallel_for(std::size_t{0}, land.shapes.size(), [&](std::size_t i) {
        if (!catchments.byDistance() && catchments.whole[i] != 0) return;
        units[i] = partsOf(land.shapes[i], land.boxes[i], catchments);
        for (const PlaneShape& part : units[i].parts) units[i].insides.push_back(insidesOf(part));
    });
    UncoveredLand uncovered;
    uncovered.areas.assign(land.shapes.size(), 0);
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        if (units[i].untouched && !land.shapes[i].empty()) addPiece({i, &land.shapes[i], land.insides[i], land.areas[i]}, uncovered);
        for (std::size_t k = 0; k < units[i].parts.size(); ++k) {
            uncovered.cut.push_back(std::move(units[i].parts[k]));
            const PlaneShape& shape = uncovered.cut.back();
            addPiece({i, &shape, std::move(units[i].insides[k]), areaOf(shape).value}, uncovered);
        }
        uncovered.pieceEnds.push_back(static_cast<std::uint32_t>(uncovered.pieces.size()));
    }
    return uncovered;
}

void addPoints(const model::Reference& reference, const Land& land, const PeopleReach& people, UncoveredLand& uncovered) {
    const BaseUnits units(reference);
    std::vector<std::uint32_t> place(units.count, noPiece);
    for (std::uint32_t i = 0; i < land.units.size(); ++i) place[land.units[i]] = i;
    std::vector<geometry::LonLat> positions;
    std::vector<std::uint32_t> unitPlaces;
    for (std::uint32_t i = 0; i < reference.people.size(); ++i) {
        if (people.reach[i] != NotReached && people.reach[i] != PossiblyReached) continue;
        const auto unit = static_cast<std::size_t>(units.of(reference.people[i]));  // known, since it is inside the study area
        if (place[unit] == noPiece) continue;
        uncovered.points.push_back({i, reference.people[i].people, {}, noPiece});
        positions.push_back(reference.people[i].at);
        unitPlaces.push_back(place[unit]);
    }
    const std::vector<PlanePoint> onPlane = toPlane(land.frame, positions);
    tbb::parallel_for(std::size_t{0}, onPlane.size(), [&](std::size_t i) {
        uncovered.points[i].at = onPlane[i];
        uncovered.points[i].piece = pieceOf(uncovered, unitPlaces[i], onPlane[i]);
    });
}

}  // namespace raquette::analysis
