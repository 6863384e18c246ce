#pragma once

#include "gis/roads/roads.h"
#include "tests/gis/drawn_world.h"

#include <string>
#include <vector>

namespace raquette::testing {

/// A drawn country with roads: straight ones, between places given in its cells of 10 km. They meet where they share a place.
class RoadWorld : public DrawnWorld {
public:
    using Place = std::pair<double, double>;  ///< column, row

    explicit RoadWorld(const std::vector<std::string>& rows) : DrawnWorld(rows) {}

    void road(const std::vector<Place>& places, float kmh = 60, bool oneway = false);
    void addTimedService(const std::string& id, double minutes);
    /// Makes the roads into those of the reference. The walk is as the rules say: 6 km/h, at most 3 km.
    void lay(const model::TravelRules& rules = {});

    roads::RawRoads raw;
    roads::Profile profile;

private:
    std::vector<Place> known_;
};

}  // namespace raquette::testing
