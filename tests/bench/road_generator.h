#pragma once

#include "gis/roads/raw_roads.h"

#include <cstddef>

namespace raquette::bench {

struct RoadCountry {
    std::size_t nodes = 10'000'000;  ///< about so many junctions; the land is as large as they need: at ten million France's square
    unsigned seed = 1;
};

/// The roads of a made-up country, the same for the same seed: a village or town each five kilometres, most of them small and a few very
/// large, streets at 30 and 50 km/h (some one-way); roads from each to its neighbours at 60 to 90 km/h with farms along them; and a
/// motorway every forty kilometres that one enters in towns. A junction has 2.5 arcs. Nothing of it was fitted to a real extract.
roads::RawRoads generateRoads(const RoadCountry& country);

}  // namespace raquette::bench
