#pragma once

#include "gis/analysis/filiere/basket_kinds.h"
#include "gis/store/store.h"
#include "viewer/map/box.h"
#include "viewer/map/classes.h"
#include "viewer/map/land.h"
#include "viewer/map/layer.h"
#include "viewer/map/map_style.h"
#include "viewer/map/mosaic.h"
#include "viewer/map/people.h"
#include "viewer/map/plane_warp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace raquette::viewer {

/// Polygons on a land's plane, with the box they lie in.
struct Piece {
    geometry::PlaneShape shape;
    Box box;
};

Piece pieceOf(geometry::PlaneShape shape);

struct HolePiece {
    std::size_t gap = 0;   ///< index in ServiceResult::gaps
    bool surveyed = true;  ///< false where no source looked
    Piece piece;
};

/// A territory, or a contract's perimeter.
struct AreaPiece {
    std::string id;
    std::string name;
    std::optional<double> figure;            ///< none: no data, or none asked
    std::optional<std::size_t> colourClass;  ///< of the figure, or of its basket
    Piece piece;
};

enum class DotKind { Provider, Venue, Actor };
/// Whether who stands there belongs to the network, where the study knows it of anyone.
enum class Belonging { NotTold, Member, NotMember, Unknown };

struct Dot {
    geometry::PlanePoint at;
    DotKind kind = DotKind::Provider;
    std::string id;
    std::string name;
    Belonging belonging{};  // NOLINT(readability-redundant-member-init): GCC wants it where fields are listed
    bool faded = false;     ///< nobody has confirmed it for as long as the study allows
};

/// Cooperation between two placed parties, drawn with one, two or three strands: kinds, not ranks.
struct Strands {
    geometry::PlanePoint from, to;
    int count = 1;
};

/// Where the number of a hole stands: its most populous unserved place.
struct NumberMark {
    int rank = 0;
    std::int64_t people = 0;
    geometry::PlanePoint at;
};

/// How many there are in a territory: stands where most of its people are.
struct CountMark {
    std::int64_t count = 0;
    std::string name;
    geometry::PlanePoint at;
};

/// What a place of the ground is called.
struct GroundName {
    enum class Kind { Region, Departement, Town };
    geometry::PlanePoint at;
    Kind kind = Kind::Town;
    std::string name;
    std::int64_t people = 0;
};

/// Areas with the borders they share, and what goes around all of them.
struct Fabric {
    Mosaic mosaic;
    Patch whole;
};

/// What a map shows of one land, on one plane.
struct LandScene {
    Land land = Land::Mainland;
    geometry::Frame frame;  ///< the plane everything here lies on
    Box extent;             ///< of the study area there
    Piece study;            ///< the study area
    Piece covered, possible;
    std::vector<Piece> departements, regions;
    std::vector<HolePiece> holes;
    std::vector<AreaPiece> areas;
    std::vector<AreaPiece> contracts;  ///< perimeters of those in force
    PeopleGrid people;                 ///< unserved people where they live: always on the land's own plane, so that rates per km² are true
    PlaneWarp fromPeople;              ///< from that plane to this one, around them
    std::vector<Strands> links;
    std::vector<Dot> dots;
    std::vector<NumberMark> numbers;
    std::vector<CountMark> counts;  ///< the largest first; none of zero
    std::vector<GroundName> names;  ///< régions, départements, towns; of each the most populous first

    /// The pieces above made ready to be drawn at any scale.
    struct Fabrics {
        Fabric study, departements, regions;
        Fabric covered, possible;
        Fabric holes;
        Patch surveyed, notSurveyed;  ///< of the holes
        Fabric areas;
        Fabric contracts;
        Patch noData;                  ///< of the areas
        std::vector<Patch> fromClass;  ///< areas of each class and all above it: filled one over the other they leave no seams
    };
    Fabrics fabrics;
};

/// A layer of a study projected once, ready to be drawn at any size: an immutable value.
struct MapScene {
    Layer layer;
    std::optional<std::size_t> service;  ///< index in Analysis::services
    Classes classes;                     ///< of indicators, as drawn
    Classes usual;                       ///< as the tool has them
    Ramp ramp = Ramp::Usual;
    std::vector<analysis::BasketKinds::Kind> baskets;  ///< of areas that are coloured by basket: of each class
    std::int64_t mostCounted = 0;                      ///< of the largest circle, over all lands
    bool studyIsPart = false;                          ///< the study area is not the whole reference
    int notDrawn = 0;              ///< records of the layer without a place, a link without two of them, a contract without perimeter
    std::vector<LandScene> lands;  ///< those the study area touches, the mainland first

    const LandScene* find(Land land) const;
};

/// Throws model::Error when the reference has no shapes for what the layer shows (communes of an embedded reference).
MapScene makeScene(const store::StudyState& state, const Layer& layer, Plane plane = Plane::OfLand, const MapStyle& style = {});

/// The same with its territories in other classes and colours.
MapScene restyled(MapScene scene, const store::StudyState& state, const MapStyle& style);

/// The figures that territories are coloured by, of all lands.
std::vector<double> figuresOf(const MapScene& scene);

}  // namespace raquette::viewer
