#include "viewer/map/scene.h"

#include "viewer/map/scene_parts.h"

#include <utility>

namespace raquette::viewer {

namespace {

const analysis::ServiceResult* resultOf(const store::StudyState& state, MapScene& scene) {
    if (!isAboutService(scene.layer.kind)) return nullptr;
    for (std::size_t i = 0; i < state.analysis.services.size(); ++i) {
        if (state.analysis.services[i].service.id != scene.layer.service) continue;
        scene.service = i;
        return &state.analysis.services[i];
    }
    return nullptr;
}

/// Returns how many have no place.
int addRecordsOf(LandScenes& lands, const store::StudyState& state, LayerKind kind) {
    if (kind == LayerKind::Venues) return addVenues(lands, state);
    if (kind == LayerKind::Actors) return addActors(lands, state);
    if (kind == LayerKind::Records) return addVenues(lands, state) + addActors(lands, state);
    if (kind == LayerKind::Links) return addLinks(lands, state);
    return addContracts(lands, state);
}

void addLayer(LandScenes& lands, const store::StudyState& state, MapScene& scene) {
    const analysis::ServiceResult* result = resultOf(state, scene);
    switch (scene.layer.kind) {
        case LayerKind::Gaps:
        case LayerKind::Coverage:
            if (result) addService(lands, state, *result, scene.layer.kind == LayerKind::Gaps);
            break;
        case LayerKind::Indicators:
            if (result) addIndicators(lands, state, *result, scene.layer);
            break;
        case LayerKind::Counts:
            if (result) scene.mostCounted = addCounts(lands, state.reference, *result, scene.layer);
            break;
        case LayerKind::Territories:
            addTerritories(lands, state, scene.layer.level);
            break;
        case LayerKind::Baskets:
            scene.baskets = addBaskets(lands, state, scene.layer.level);
            break;
        default:
            scene.notDrawn = addRecordsOf(lands, state, scene.layer.kind);
            break;
    }
    for (const LayerKind over : scene.layer.over) scene.notDrawn += addRecordsOf(lands, state, over);
    const LayerKind kind = scene.layer.kind;
    if (kind == LayerKind::Venues || kind == LayerKind::Actors || kind == LayerKind::Records) tellBelonging(lands, state.dataset);
}

}  // namespace

Piece pieceOf(geometry::PlaneShape shape) {
    const Box box = boxOf(shape.points);
    return {std::move(shape), box};
}

const LandScene* MapScene::find(Land land) const {
    for (const LandScene& scene : lands) {
        if (scene.land == land) return &scene;
    }
    return nullptr;
}

MapScene restyled(MapScene scene, const store::StudyState& state, const MapStyle& style) {
    if (scene.layer.kind != LayerKind::Indicators) return scene;
    scene.classes = scene.usual =
        classesOf(scene.layer.column, scene.service ? state.analysis.services[*scene.service].service.access : model::Access());
    if (!style.bounds.empty()) scene.classes.upperBounds = style.bounds;
    scene.ramp = style.ramp;
    for (LandScene& land : scene.lands) classify(land, scene.classes);
    return scene;
}

std::vector<double> figuresOf(const MapScene& scene) {
    std::vector<double> figures;
    for (const LandScene& land : scene.lands) {
        for (const AreaPiece& area : land.areas) {
            if (area.figure) figures.push_back(*area.figure);
        }
    }
    return figures;
}

MapScene makeScene(const store::StudyState& state, const Layer& layer, Plane plane, const MapStyle& style) {
    MapScene scene;
    scene.layer = layer;
    scene.studyIsPart = !state.study.area.empty();
    LandScenes lands(plane);
    addGround(lands, state);
    addTowns(lands, state.reference);
    addLayer(lands, state, scene);
    fadeUnconfirmed(lands, state);
    for (auto& [land, part] : lands) {
        if (part.extent.empty()) continue;
        addFabrics(part);
        if (!scene.baskets.empty()) addClassPatches(part, scene.baskets.size());
        scene.lands.push_back(std::move(part));
    }
    return restyled(std::move(scene), state, style);
}

}  // namespace raquette::viewer
