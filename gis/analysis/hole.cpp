#include "gis/analysis/hole.h"

#include "gis/geometry/dissolve.h"
#include "gis/geometry/locator.h"
#include "gis/geometry/nearest.h"
#include "gis/geometry/overlay.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

/// Which face holds a point known to lie in one of them; the nearest where rounding puts it beside.
class FaceFinder {
public:
    explicit FaceFinder(const std::vector<PlaneShape>& faces) : faces_(faces), locator_(faces) {}

    std::uint32_t at(PlanePoint point) const {
        if (faces_.size() == 1) return 0;
        if (const auto found = locator_.at(point)) return *found;
        std::uint32_t nearest = 0;
        double least = std::numeric_limits<double>::infinity();
        for (std::uint32_t face = 0; face < faces_.size(); ++face) {
            for (const PlanePoint& corner : faces_[face].points) {
                const double distance = std::hypot(corner.x - point.x, corner.y - point.y);
                if (distance < least) {
                    least = distance;
                    nearest = face;
                }
            }
        }
        return nearest;
    }

private:
    const std::vector<PlaneShape>& faces_;
    geometry::Locator locator_;
};

/// A hole of one label under way.
struct LabelHoles {
    std::vector<PlaneShape> shapes;
    std::vector<std::uint32_t> holeOfPiece;  ///< in the order of the label's pieces
};

constexpr std::uint32_t noHole = std::numeric_limits<std::uint32_t>::max();

/// Faces that hold the main part of a piece are holes; faces with islets only ride with the piece they belong to; faces that hold no
/// piece of this label are another label's.
LabelHoles joinFaces(const std::vector<PlaneShape>& faces, const std::vector<const Piece*>& pieces) {
    const FaceFinder finder(faces);
    std::vector<std::uint32_t> mainFaces(pieces.size());
    tbb::parallel_for(std::size_t{0}, pieces.size(), [&](std::size_t i) { mainFaces[i] = finder.at(pieces[i]->insides.front()); });
    std::vector<std::uint32_t> holeOfFace(faces.size(), noHole);
    for (const std::uint32_t face : mainFaces) holeOfFace[face] = face;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (std::size_t k = 1; k < pieces[i]->insides.size(); ++k) {
            std::uint32_t& rider = holeOfFace[finder.at(pieces[i]->insides[k])];
            if (rider == noHole) rider = mainFaces[i];
        }
    }
    LabelHoles joined;
    std::vector<std::uint32_t> number(faces.size(), noHole);
    for (std::uint32_t face = 0; face < faces.size(); ++face) {
        if (holeOfFace[face] != face) continue;
        number[face] = static_cast<std::uint32_t>(joined.shapes.size());
        joined.shapes.push_back(faces[face]);
    }
    for (std::uint32_t face = 0; face < faces.size(); ++face) {
        if (holeOfFace[face] != noHole && holeOfFace[face] != face) joined.shapes[number[holeOfFace[face]]].append(faces[face]);
    }
    for (const std::uint32_t face : mainFaces) joined.holeOfPiece.push_back(number[face]);
    return joined;
}

/// Pieces of the same units that have another label: coverage cut these units in parts that went to different holes.
std::vector<PlaneShape> foreignPieces(const UncoveredLand& uncovered, const std::vector<std::uint32_t>& units,
                                      const std::vector<std::uint32_t>& labels, std::uint32_t label) {
    std::vector<PlaneShape> foreign;
    for (const std::uint32_t unit : units) {
        for (std::uint32_t piece = unit == 0 ? 0 : uncovered.pieceEnds[unit - 1]; piece < uncovered.pieceEnds[unit]; ++piece) {
            if (labels[piece] != label) foreign.push_back(*uncovered.pieces[piece].shape);
        }
    }
    return foreign;
}

std::vector<PlaneShape> lessForeign(const std::vector<PlaneShape>& faces, const std::vector<PlaneShape>& foreign) {
    PlaneShape joined;
    for (const PlaneShape& face : faces) joined.append(face);
    joined = geometry::difference(joined, geometry::unaryUnion(std::span<const PlaneShape>(foreign)));
    std::vector<PlaneShape> left;
    for (std::size_t i = 0; i < joined.polygonCount(); ++i) left.push_back(polygonOf(joined, i));
    return left;
}

LabelHoles holesOfLabel(const Surroundings& around, const std::vector<std::uint32_t>& labels,
                        const std::vector<std::uint32_t>& pieceIndexes, bool whole) {
    std::vector<const Piece*> pieces;
    std::vector<std::uint32_t> units;
    bool cut = false;
    for (const std::uint32_t index : pieceIndexes) {
        const Piece& piece = around.uncovered.pieces[index];
        pieces.push_back(&piece);
        if (units.empty() || units.back() != piece.unit) units.push_back(piece.unit);
        cut = cut || piece.shape != &around.land.shapes[piece.unit];
    }
    std::vector<PlaneShape> faces = facesOf(around, units, cut);
    const std::vector<PlaneShape> foreign = foreignPieces(around.uncovered, units, labels, labels[pieceIndexes.front()]);
    if (!foreign.empty()) faces = lessForeign(faces, foreign);
    LabelHoles holes = joinFaces(faces, pieces);
    if (whole && holes.shapes.size() > 1) {
        for (std::size_t i = 1; i < holes.shapes.size(); ++i) holes.shapes.front().append(holes.shapes[i]);
        holes.shapes.resize(1);
        std::ranges::fill(holes.holeOfPiece, 0u);
    }
    return holes;
}

}  // namespace

std::vector<PlaneShape> facesOf(const Surroundings& around, const std::vector<std::uint32_t>& units, bool cut) {
    const Land& land = around.land;
    PlaneShape joined;
    if (units.size() == land.units.size()) {
        joined = land.outline;
    } else if (land.edgeMatched) {
        joined = geometry::dissolve(land.shapes, units);
    } else {
        std::vector<PlaneShape> shapes;
        for (const std::uint32_t unit : units) shapes.push_back(land.shapes[unit]);
        joined = geometry::unaryUnion(std::span<const PlaneShape>(shapes));
    }
    if (cut) {
        const bool all = units.size() == land.units.size();
        joined = geometry::difference(joined, all ? around.catchments.together : unionNear(boxOf(joined), around.catchments));
    }
    std::vector<PlaneShape> faces;
    for (std::size_t i = 0; i < joined.polygonCount(); ++i) faces.push_back(polygonOf(joined, i));
    return faces;
}

std::vector<Hole> connectedHoles(const Surroundings& around) {
    std::vector<std::uint32_t> units(around.land.units.size());
    std::iota(units.begin(), units.end(), 0u);
    const std::vector<PlaneShape> faces = facesOf(around, units, !around.catchments.none());
    std::vector<Hole> holes;
    for (const PlaneShape& face : faces) holes.push_back({face, {}, {}});
    if (faces.empty()) return holes;
    const FaceFinder finder(faces);
    const std::vector<Piece>& pieces = around.uncovered.pieces;
    std::vector<std::uint32_t> faceOfPiece(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (const PlanePoint& inside : pieces[i].insides) {
            faceOfPiece[i] = finder.at(inside);
            std::vector<std::uint32_t>& touched = holes[faceOfPiece[i]].units;
            if (touched.empty() || touched.back() != pieces[i].unit) touched.push_back(pieces[i].unit);
        }
    }
    for (std::uint32_t i = 0; i < around.uncovered.points.size(); ++i) {
        const std::uint32_t piece = around.uncovered.points[i].piece;
        const bool onePolygon = piece != noPiece && pieces[piece].insides.size() == 1;  // else assignRest() looks where it lies
        if (onePolygon) holes[faceOfPiece[piece]].points.push_back(i);
    }
    return holes;
}

std::vector<Hole> holesOfLabels(const Surroundings& around, const std::vector<std::uint32_t>& labels, bool whole) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> piecesByLabel;
    for (std::uint32_t piece = 0; piece < labels.size(); ++piece) piecesByLabel[labels[piece]].push_back(piece);
    std::vector<const std::vector<std::uint32_t>*> groups;
    for (const auto& [label, pieces] : piecesByLabel) groups.push_back(&pieces);
    std::vector<LabelHoles> found(groups.size());
    tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t i) { found[i] = holesOfLabel(around, labels, *groups[i], whole); });

    std::vector<Hole> holes;
    std::vector<std::uint32_t> holeOfPiece(labels.size(), noHole);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (std::size_t i = 0; i < groups[group]->size(); ++i) {
            holeOfPiece[(*groups[group])[i]] = static_cast<std::uint32_t>(holes.size()) + found[group].holeOfPiece[i];
        }
        for (PlaneShape& shape : found[group].shapes) holes.push_back({std::move(shape), {}, {}});
    }
    for (std::uint32_t piece = 0; piece < labels.size(); ++piece) {
        std::vector<std::uint32_t>& units = holes[holeOfPiece[piece]].units;
        if (units.empty() || units.back() != around.uncovered.pieces[piece].unit) units.push_back(around.uncovered.pieces[piece].unit);
    }
    for (std::uint32_t i = 0; i < around.uncovered.points.size(); ++i) {
        const std::uint32_t piece = around.uncovered.points[i].piece;
        if (piece != noPiece) holes[holeOfPiece[piece]].points.push_back(i);
    }
    return holes;
}

std::vector<std::uint32_t> assignRest(const UncoveredLand& uncovered, std::vector<Hole>& slivers, std::vector<Hole>& holes) {
    constexpr double tooFar = 20000;
    std::vector<Hole*> all;
    for (Hole& hole : holes) all.push_back(&hole);
    for (Hole& sliver : slivers) all.push_back(&sliver);
    std::vector<std::uint8_t> taken(uncovered.points.size(), 0);
    for (const Hole* hole : all) {
        for (const std::uint32_t point : hole->points) taken[point] = 1;
    }
    std::vector<std::uint32_t> left;
    if (std::ranges::find(taken, std::uint8_t{0}) == taken.end()) return left;
    std::vector<PlaneShape> outlines;
    std::vector<PlanePoint> corners;  // of holes, not of slivers
    std::vector<std::uint32_t> owners;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        outlines.push_back(all[i]->shape);
        if (i >= holes.size()) continue;
        corners.insert(corners.end(), all[i]->shape.points.begin(), all[i]->shape.points.end());
        owners.resize(corners.size(), i);
    }
    const geometry::Locator locator(outlines);
    const geometry::PlaneIndex index(std::move(corners));
    for (std::uint32_t point = 0; point < taken.size(); ++point) {
        if (taken[point] != 0) continue;
        std::optional<std::uint32_t> hole = locator.at(uncovered.points[point].at);
        if (!hole) {
            const geometry::Neighbour nearest = index.nearest(uncovered.points[point].at);
            if (nearest.distance <= tooFar) hole = owners[nearest.index];
        }
        if (hole) {
            all[*hole]->points.push_back(point);
        } else {
            left.push_back(point);
        }
    }
    return left;
}

}  // namespace raquette::analysis
