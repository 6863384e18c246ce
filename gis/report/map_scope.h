#pragma once

#include "gis/report/map_windows.h"

#include <optional>
#include <vector>

namespace raquette::report {

/// What the maps of a page show: the windows, whose holes are told of, and on the page of a territory, whose it is.
struct MapScope {
    LandOutlines land;
    std::vector<LandWindow> windows;
    std::vector<std::size_t> services;  ///< which of the study's, in the page's order
    std::optional<model::TerritoryId> territory;
    geometry::GeoShape own;                ///< its outline; empty where the reference has none
    std::optional<geometry::LonLat> here;  ///< then: where most of its people are
    geometry::GeoShape neighbours;         ///< of those beside it, one after another
};

/// The whole study: every window, every service.
MapScope wholeStudy(const store::StudyState& state);

/// A territory and what is around it: one window on it, one service or none.
MapScope aroundTerritory(const store::StudyState& state, const model::TerritoryId& territory,
                         const std::vector<model::TerritoryId>& neighbours, std::optional<std::size_t> service);

/// The holes that a page of this scope tells of, by rank: all of the study's, or those where people of the territory live.
std::vector<const analysis::Gap*> holesOf(const store::StudyState& state, std::size_t service, const MapScope& scope);

}  // namespace raquette::report
