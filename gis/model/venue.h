#pragma once

#include "gis/model/actor.h"

namespace raquette::model {

/// A place run by actors: it has what an actor has, and rooms.
struct Venue : Actor {
    std::optional<long> rooms;
};

}  // namespace raquette::model
