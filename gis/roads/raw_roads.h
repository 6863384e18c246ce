#pragma once

#include "gis/roads/position.h"
#include "gis/roads/travel_time.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace raquette::roads {

/// A road as its source draws it, before it is cut at junctions.
struct RawRoad {
    std::uint32_t firstVertex = 0;  ///< in RawRoads::vertices; it ends where the next one begins
    float forward = 0;              ///< km/h along its vertices; 0: closed that way
    float backward = 0;
    float seconds = 0;     ///< of the whole road where its source says so (ferries), else 0: by the speeds
    bool stopping = true;  ///< whether one can begin or end a journey on it: not on motorways, in tunnels, on ferries
};

/// What one may not do, or must do, at a junction when one comes from a road.
struct TurnRule {
    std::uint32_t from = 0;  ///< index of a road
    std::uint32_t via = 0;   ///< index of a point
    std::uint32_t to = 0;    ///< index of a road
    bool only = false;       ///< true: must go there; false: may not
};

/// The same over a stretch of road: for those who come from a road and keep to one or several others. `no` forbids to drive just this, from
/// its beginning to its end; who leaves the stretch on the way, or comes to it from elsewhere, is free, but not who merely turns back on it
/// twice. `only` leaves those who come by `from` nothing else up to `to`: no side street, no turning back. OpenStreetMap: "the only routing
/// originating from the from member leads to the to member" (wiki, Relation:restriction), which GraphHopper reads so for ways too; it also
/// keeps those who turn back on them (OSMRestrictionConverter, RestrictionSetter).
struct PathRule {
    std::uint32_t from = 0;             ///< index of a road
    std::vector<std::uint32_t> via;     ///< roads in the order they are driven
    std::vector<std::uint32_t> points;  ///< where `from` meets the first of them, each the next and the last `to`: one more than roads
    std::uint32_t to = 0;
    bool only = false;
};

/// What was met while reading and did not become road: told once each, with a count and an example.
struct RoadRemark {
    std::string rule;  ///< catalogue key of the remark, e.g. `roads.missing-nodes`
    std::size_t count = 0;
    std::string example;  ///< the first way it was met on
};

/// Roads of one profile in the order and shape of their source.
struct RawRoads {
    std::vector<Position> points;
    std::vector<std::uint32_t> vertices;  ///< indexes in `points`: the ways, one after another. Roads meet where they share a point
    std::vector<RawRoad> roads;
    std::vector<TurnRule> turns;
    std::vector<PathRule> paths;
    std::vector<std::uint32_t> barriers;  ///< points that cannot be passed: roads end there on both sides
    std::vector<RoadRemark> remarks;

    std::uint32_t verticesEnd(std::size_t road) const {
        return road + 1 < roads.size() ? roads[road + 1].firstVertex : static_cast<std::uint32_t>(vertices.size());
    }
};

}  // namespace raquette::roads
