#pragma once

#include "gis/model/actor.h"

namespace raquette::model {

/// A place run by actors: it has what an actor has, and rooms.
struct Venue : Actor {
    std::optional<long> rooms;
    std::vector<std::string> actors;    ///< who runs it, as the source names them
    std::vector<std::string> actorIds;  ///< the record found for each of `actors`; empty where none, or more than one, answers
};

}  // namespace raquette::model
