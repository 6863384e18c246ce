#include "viewer/map/parts_of.h"

#include "viewer/map/scene.h"

#include <algorithm>

namespace raquette::viewer {

namespace {

bool has(const MapScene& scene, MapPart part) {
    const LayerKind kind = scene.layer.kind;
    const auto some = [&](const auto& of) { return std::ranges::any_of(scene.lands, [&](const LandScene& land) { return !of(land); }); };
    switch (part) {
        case MapPart::Holes:
            return kind == LayerKind::Coverage || some([](const LandScene& land) { return land.holes.empty(); });
        case MapPart::People:
            return some([](const LandScene& land) { return land.people.bins.empty(); });
        case MapPart::Covered:
            return some([](const LandScene& land) { return land.covered.shape.empty() && land.possible.shape.empty(); });
        case MapPart::Territories:
            return some([](const LandScene& land) { return land.areas.empty(); });
        case MapPart::Contracts:
            return some([](const LandScene& land) { return land.contracts.empty(); });
        case MapPart::Links:
            return some([](const LandScene& land) { return land.links.empty(); });
        case MapPart::Circles:
            return some([](const LandScene& land) { return land.counts.empty(); });
        case MapPart::Dots:
            return some([](const LandScene& land) { return land.dots.empty(); });
        case MapPart::Numbers:
            return some([](const LandScene& land) { return land.numbers.empty(); });
        case MapPart::Borders:
        case MapPart::Names:
            return true;
    }
    return false;
}

}  // namespace

std::vector<MapPart> partsOf(const MapScene& scene, const MapLook& look) {
    std::vector<MapPart> parts;
    std::ranges::copy_if(look.order(), std::back_inserter(parts), [&](MapPart part) { return has(scene, part); });
    return parts;
}

}  // namespace raquette::viewer
