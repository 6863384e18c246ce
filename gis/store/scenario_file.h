#pragma once

#include "gis/analysis/scenario/scenario.h"
#include "gis/store/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace raquette::store {

/// A scenario of one service as it leaves for other programs: what opens, moves and closes, and what that changes.
struct ScenarioReport {
    struct Place {
        std::string id;
        std::string change;  ///< `opened`, `moved` or `closed`
        std::string name;    ///< of a record; empty for a place that opens
        geometry::LonLat at;
    };
    std::string name;
    std::string service;
    std::vector<Place> places;
    analysis::ScenarioAnswer answer;
};

/// Writes `scenario_places`, `scenario_holes` (those of before, with what is left of each, and those that open) and `scenario_people` to
/// one
/// `.gpkg` or `.xlsx`, whole or not at all. Throws model::Error, for another extension too.
void writeScenario(const StudyState& state, const ScenarioReport& report, const std::filesystem::path& path);

}  // namespace raquette::store
