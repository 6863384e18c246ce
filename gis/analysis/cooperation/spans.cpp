#include "gis/analysis/cooperation/spans.h"

#include "gis/geometry/geodesic.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace raquette::analysis {

namespace {

std::optional<model::Metres> span(const std::vector<geometry::LonLat>& places) {
    std::optional<model::Metres> most;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            const model::Metres apart = geodesicDistance(places[i], places[j]);
            if (!most || apart > *most) most = apart;
        }
    }
    return most;
}

}  // namespace

std::vector<std::optional<model::Metres>> linkSpans(const model::Dataset& dataset) {
    std::unordered_map<std::string_view, geometry::LonLat> places;
    const auto add = [&](const model::Actor& record) {
        if (record.place.position) places.emplace(record.id, *record.place.position);
    };
    std::ranges::for_each(dataset.venues, add);
    std::ranges::for_each(dataset.actors, add);
    std::vector<std::optional<model::Metres>> spans;
    for (const model::Link& link : dataset.links) {
        std::vector<geometry::LonLat> known;
        for (const std::string& id : link.partyIds) {
            if (const auto place = places.find(id); place != places.end()) known.push_back(place->second);
        }
        spans.push_back(span(known));
    }
    return spans;
}

}  // namespace raquette::analysis
