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

void addLayer(LandScenes& lands, const store::StudyState& state, MapScene& scene) {
    const analysis::ServiceResult* result = resultOf(state, scene);
    switch (scene.layer.kind) {
        case LayerKind::Gaps:
        case LayerKind::Coverage:
            if (result) addService(lands, state, *result, scene.layer.kind == LayerKind::Gaps);
            break;
        case LayerKind::Indicators:
            scene.classes = classesOf(scene.layer.column, result ? result->service.access : model::Access());
            if (result) addIndicators(lands, state, *result, scene.layer, scene.classes);
            break;
        case LayerKind::Venues:
            scene.notDrawn = addVenues(lands, state);
            break;
        case LayerKind::Actors:
            scene.notDrawn = addActors(lands, state);
            break;
        case LayerKind::Records:
            scene.notDrawn = addVenues(lands, state) + addActors(lands, state);
            break;
        case LayerKind::Links:
            scene.notDrawn = addLinks(lands, state);
            break;
        case LayerKind::Contracts:
            scene.notDrawn = addContracts(lands, state);
            break;
        case LayerKind::Territories:
            addTerritories(lands, state, scene.layer.level);
            break;
    }
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

MapScene makeScene(const store::StudyState& state, const Layer& layer) {
    MapScene scene;
    scene.layer = layer;
    scene.studyIsPart = !state.study.area.empty();
    LandScenes lands;
    addGround(lands, state);
    addTowns(lands, state.reference);
    addLayer(lands, state, scene);
    for (auto& [land, part] : lands) {
        part.land = land;
        if (part.extent.empty()) continue;
        addFabrics(part, scene.layer.kind == LayerKind::Indicators ? scene.classes.count() : 0);
        scene.lands.push_back(std::move(part));
    }
    return scene;
}

}  // namespace raquette::viewer
