#pragma once

#include "gis/model/units.h"
#include "gis/roads/search.h"

#include <optional>

namespace raquette::roads {

/// The point of the roads nearest to a place, where journeys from and to it begin and end.
struct Spot {
    std::uint32_t edge = noEdge;
    float along = 0;   ///< 0 at its tail, 1 at its head
    float metres = 0;  ///< straight from the place to it

    bool onRoad() const { return edge != noEdge; }
    bool operator==(const Spot&) const = default;
};

/// The nearest point of a road that one may stop on, within `farthest`; equally near ones by the smaller edge.
Spot spotAt(const RoadGraph& graph, geometry::LonLat place, model::Metres farthest);

/// Where it is on the ground.
geometry::LonLat positionOf(const RoadGraph& graph, const Spot& spot);

/// What leads from a spot to the ends of its edge, or from there to it: at most two of each, and more where its junctions have several
/// stands. Times on the road only.
void leave(const RoadGraph& graph, const Spot& spot, std::vector<Seed>& out);
void arrive(const RoadGraph& graph, const Spot& spot, std::vector<Seed>& out);

/// The seeds of a search for journeys to or from a spot.
inline void seedsOf(const RoadGraph& graph, Heading heading, const Spot& spot, std::vector<Seed>& out) {
    heading == Heading::ToSeeds ? arrive(graph, spot, out) : leave(graph, spot, out);
}

/// Along one edge, without passing a junction: from one spot to another on it, as it is open. `unreached` on different edges.
Millis straightAlong(const RoadGraph& graph, const Spot& from, const Spot& to);

/// Time of a spot from the times of nodes that a search in that heading has found, with the label (or index) that gives it; walks are not
/// in it. `timeOf` gives the time of a node.
template <class TimeOf>
Seed bestAt(const RoadGraph& graph, Heading heading, const Spot& spot, const TimeOf& timeOf, std::vector<Seed>& scratch) {
    scratch.clear();
    heading == Heading::ToSeeds ? leave(graph, spot, scratch) : arrive(graph, spot, scratch);
    Seed best{noNode, unreached, noLabel};
    for (const Seed& end : scratch) {
        const Millis time = plus(end.time, timeOf(end.node));
        if (time < best.time) best = {end.node, time, noLabel};
    }
    return best;
}

}  // namespace raquette::roads
