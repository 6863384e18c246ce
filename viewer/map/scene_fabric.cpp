#include "viewer/map/scene_parts.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <utility>

namespace raquette::viewer {

namespace {

template <class Parts, class ShapeOf>
Fabric fabricOf(const Parts& parts, ShapeOf shapeOf) {
    std::vector<const geometry::PlaneShape*> shapes;
    for (const auto& part : parts) shapes.push_back(&shapeOf(part));
    Fabric fabric{mosaicOf(shapes), {}};
    fabric.whole = patchOf(fabric.mosaic);
    return fabric;
}

Fabric fabricOf(const std::vector<Piece>& pieces) {
    return fabricOf(pieces, [](const Piece& piece) -> const geometry::PlaneShape& { return piece.shape; });
}

Fabric fabricOf(const Piece& piece) {
    return fabricOf(std::span(&piece, 1), [](const Piece& one) -> const geometry::PlaneShape& { return one.shape; });
}

/// The areas of a scene for which something holds.
template <class Parts, class Holds>
Patch patchWhere(const Mosaic& mosaic, const Parts& parts, Holds holds) {
    std::vector<bool> in;
    for (const auto& part : parts) in.push_back(holds(part));
    return patchOf(mosaic, in);
}

}  // namespace

void addFabrics(LandScene& land) {
    LandScene::Fabrics& fabrics = land.fabrics;
    const auto ground = [&] {
        fabrics.study = fabricOf(land.study);
        fabrics.departements = land.departements.empty() ? fabrics.study : fabricOf(land.departements);
        fabrics.regions = fabricOf(land.regions);
    };
    const auto reach = [&] {
        fabrics.covered = fabricOf(land.covered);
        fabrics.possible = fabricOf(land.possible);
        fabrics.holes = fabricOf(land.holes, [](const HolePiece& hole) -> const geometry::PlaneShape& { return hole.piece.shape; });
        fabrics.surveyed = patchWhere(fabrics.holes.mosaic, land.holes, [](const HolePiece& hole) { return hole.surveyed; });
        fabrics.notSurveyed = patchWhere(fabrics.holes.mosaic, land.holes, [](const HolePiece& hole) { return !hole.surveyed; });
    };
    const auto areas = [&] {
        fabrics.areas = fabricOf(land.areas, [](const AreaPiece& area) -> const geometry::PlaneShape& { return area.piece.shape; });
        fabrics.contracts =
            fabricOf(land.contracts, [](const AreaPiece& contract) -> const geometry::PlaneShape& { return contract.piece.shape; });
    };
    tbb::parallel_invoke(ground, reach, areas);
}

void classify(LandScene& land, const Classes& classes) {
    for (AreaPiece& area : land.areas) area.colourClass = area.figure ? std::optional(classes.of(*area.figure)) : std::nullopt;
    addClassPatches(land, classes.count());
}

void addClassPatches(LandScene& land, std::size_t count) {
    LandScene::Fabrics& fabrics = land.fabrics;
    fabrics.noData = patchWhere(fabrics.areas.mosaic, land.areas, [](const AreaPiece& area) { return !area.colourClass; });
    fabrics.fromClass.resize(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t least) {
        fabrics.fromClass[least] = patchWhere(fabrics.areas.mosaic, land.areas,
                                              [least](const AreaPiece& area) { return area.colourClass && *area.colourClass >= least; });
    });
}

}  // namespace raquette::viewer
