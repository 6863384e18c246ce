#include "viewer/map/scene_parts.h"

#include <map>
#include <set>
#include <utility>

namespace raquette::viewer {

namespace {

struct PlacedPoint {
    Land land = Land::Mainland;
    geometry::PlanePoint at;
};

std::optional<PlacedPoint> placed(const LandScenes& lands, const model::Actor& record) {
    if (!record.place.position) return std::nullopt;
    const auto land = landAt(*record.place.position);
    if (!land) return std::nullopt;
    return PlacedPoint{*land, geometry::toPlane(lands.frameOf(*land), *record.place.position)};
}

template <class Records>
int addDots(LandScenes& lands, const Records& records, DotKind kind) {
    int notPlaced = 0;
    for (const auto& record : records) {
        if (const auto point = placed(lands, record))
            lands[point->land].dots.push_back({point->at, kind, record.id, record.name});
        else
            ++notPlaced;
    }
    return notPlaced;
}

int strandsOf(model::Intensity intensity) {
    if (intensity == model::Intensity::Triple) return 3;
    return intensity == model::Intensity::Double ? 2 : 1;
}

}  // namespace

int addVenues(LandScenes& lands, const store::StudyState& state) {
    return addDots(lands, state.dataset.venues, DotKind::Venue);
}

int addActors(LandScenes& lands, const store::StudyState& state) {
    return addDots(lands, state.dataset.actors, DotKind::Actor);
}

int addLinks(LandScenes& lands, const store::StudyState& state) {
    std::map<std::string, PlacedPoint> byId;
    std::map<std::string, const model::Actor*> records;
    for (const model::Actor& actor : state.dataset.actors) records[actor.id] = &actor;
    for (const model::Venue& venue : state.dataset.venues) records[venue.id] = &venue;
    for (const auto& [id, record] : records) {
        if (const auto point = placed(lands, *record)) byId.emplace(id, *point);
    }
    int notDrawn = 0;
    std::set<std::string> shown;
    for (const model::Link& link : state.dataset.links) {
        std::vector<std::pair<std::string, PlacedPoint>> ends;
        for (const std::string& id : link.partyIds) {
            if (const auto found = byId.find(id); found != byId.end()) ends.emplace_back(*found);
        }
        bool drawn = false;
        for (std::size_t i = 1; i < ends.size(); ++i) {
            const PlacedPoint& hub = ends.front().second;
            if (ends[i].second.land != hub.land || ends[i].second.at == hub.at) continue;
            lands[hub.land].links.push_back({hub.at, ends[i].second.at, strandsOf(link.intensity)});
            drawn = true;
        }
        for (const auto& [id, point] : ends) {
            if (shown.insert(id).second) lands[point.land].dots.push_back({point.at, DotKind::Actor, id, records.at(id)->name});
        }
        notDrawn += drawn ? 0 : 1;
    }
    return notDrawn;
}

int addContracts(LandScenes& lands, const store::StudyState& state) {
    int notDrawn = 0;
    for (const model::Contract& contract : state.dataset.contracts) {
        const model::InForce running = inForce(contract, state.study.date);
        if (running == model::InForce::NotYet || running == model::InForce::Ended) continue;
        bool drawn = false;
        for (const model::TerritoryId& territory : contract.scope) {
            for (auto& [land, shape] : lands.byLand(outlineOf(state.reference, territory))) {
                const Box box = boxOf(shape.points);
                lands[land].contracts.push_back({contract.id, contract.title, std::nullopt, std::nullopt, {std::move(shape), box}});
                drawn = true;
            }
        }
        notDrawn += drawn ? 0 : 1;
    }
    return notDrawn;
}

}  // namespace raquette::viewer
