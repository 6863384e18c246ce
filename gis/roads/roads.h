#pragma once

#include "gis/model/travel.h"
#include "gis/roads/known_land.h"
#include "gis/roads/profile.h"

namespace raquette::roads {

/// The roads of a study for those who travel by one profile, and how its travel times are counted. Without an extract there are none: every
/// time is then estimated.
struct Roads {
    Profile profile;
    model::TravelRules rules;
    RoadGraph graph;
    KnownLand known;

    Roads(Profile by, model::TravelRules counted, RoadGraph roads)
        : profile(std::move(by)), rules(std::move(counted)), graph(std::move(roads)), known(graph) {}

    /// Between a place and its road.
    Millis walk(double metres) const { return toMillis(metres / profile.walk * 3.6); }
    /// Where roads are not known: over the straight line, longer by the detour.
    Millis estimate(double metres) const { return toMillis(metres * profile.detour / profile.elsewhere * 3.6); }
    /// Straight metres that an estimated time allows.
    double metresIn(Millis time) const { return time / 3600.0 * profile.elsewhere / profile.detour; }
};

}  // namespace raquette::roads
