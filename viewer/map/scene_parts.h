#pragma once

#include "viewer/map/scene.h"

#include <map>

namespace raquette::viewer {

/// The scene under construction, by land, all on one kind of plane.
class LandScenes {
public:
    explicit LandScenes(Plane plane) : plane_(plane) {}

    LandScene& operator[](Land land) {
        LandScene& scene = scenes_[land];
        scene.land = land;
        scene.frame = frameOf(land);
        return scene;
    }
    geometry::Frame frameOf(Land land) const { return viewer::frameOf(land, plane_); }
    std::map<Land, geometry::PlaneShape> byLand(const geometry::GeoShape& shape) const { return viewer::byLand(shape, plane_); }
    auto begin() { return scenes_.begin(); }
    auto end() { return scenes_.end(); }

private:
    Plane plane_;
    std::map<Land, LandScene> scenes_;
};

/// Départements, régions and study area: what every map stands on.
void addGround(LandScenes& lands, const store::StudyState& state);
/// Names of communes with a point; sorts all names of the ground.
void addTowns(LandScenes& lands, const model::Reference& reference);
/// Coverage, holes, unserved people, providers and numbers of a service.
void addService(LandScenes& lands, const store::StudyState& state, const analysis::ServiceResult& result, bool withHoles);
/// Venues or actors; returns how many have no place.
int addVenues(LandScenes& lands, const store::StudyState& state);
int addActors(LandScenes& lands, const store::StudyState& state);
/// Returns how many links lack two placed parties.
int addLinks(LandScenes& lands, const store::StudyState& state);
/// Contracts in force on the study's day; returns how many have no perimeter that can be drawn.
int addContracts(LandScenes& lands, const store::StudyState& state);
/// Territories of a level, plain.
void addTerritories(LandScenes& lands, const store::StudyState& state, model::Level level);
/// Territories of a level with a figure of an indicator.
void addIndicators(LandScenes& lands, const store::StudyState& state, const analysis::ServiceResult& result, const Layer& layer);

/// Territories of a level in the class of their basket; returns the classes, which are few enough to be told apart.
std::vector<analysis::BasketKinds::Kind> addBaskets(LandScenes& lands, const store::StudyState& state, model::Level level);

/// A circle for every territory of a level that has some of what the layer counts; returns the largest count. Throws model::Error where
/// none of them has a place.
std::int64_t addCounts(LandScenes& lands, const model::Reference& reference, const analysis::ServiceResult& result, const Layer& layer);

/// What is drawn of the pieces, but for classes. Pieces added later would not show.
void addFabrics(LandScene& land);
/// Each area in the class of its figure. Fabrics come first.
void classify(LandScene& land, const Classes& classes);
/// What is drawn of the classes the areas are in.
void addClassPatches(LandScene& land, std::size_t count);

/// The shape of a territory; empty when the reference has none for it. A région takes those of its départements, an EPCI those of
/// its communes, when it has none of its own.
geometry::GeoShape shapeOf(const model::Reference& reference, const model::TerritoryId& territory);

/// What goes around a territory: its shape may be its communes side by side, whose borders with one another are no outline.
geometry::GeoShape outlineOf(const model::Reference& reference, const model::TerritoryId& territory);

/// Says of each dot whether who stands there belongs to the network, where some list says it of anyone.
void tellBelonging(LandScenes& lands, const model::Dataset& dataset);
/// Fades what nobody has confirmed for as long as `[review] stale` says.
void fadeUnconfirmed(LandScenes& lands, const store::StudyState& state);

}  // namespace raquette::viewer
