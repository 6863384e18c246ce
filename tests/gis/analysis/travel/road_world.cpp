#include "tests/gis/analysis/travel/road_world.h"

#include <algorithm>

namespace raquette::testing {

void RoadWorld::road(const std::vector<Place>& places, float kmh, bool oneway) {
    raw.roads.push_back({static_cast<std::uint32_t>(raw.vertices.size()), kmh, oneway ? 0 : kmh, 0, true});
    for (const Place& place : places) {
        const auto found = std::ranges::find(known_, place);
        raw.vertices.push_back(static_cast<std::uint32_t>(found - known_.begin()));
        if (found != known_.end()) continue;
        known_.push_back(place);
        raw.points.push_back(roads::toPosition(at(place.first, place.second)));
    }
}

void RoadWorld::addTimedService(const std::string& id, double minutes) {
    addService(id, 1);
    study.services.back().reach = model::Minutes{minutes};
}

void RoadWorld::lay(const model::TravelRules& rules) {
    profile.id = "car";
    profile.label = {"en voiture", "by car"};
    profile.walk = 6;
    profile.walkLimit = 3000;
    study.travel = rules;
    reference.roads = std::make_shared<roads::Roads>(profile, rules, roads::makeGraph(raw, {0}));
}

}  // namespace raquette::testing
